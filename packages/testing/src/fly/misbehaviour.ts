import type { MisbehaviourKind } from './misbehaviour-table.js';

export type { MisbehaviourKind } from './misbehaviour-table.js';

/** Ways in which users have seen Fly fail. `times` is how often it happens; 1 when left out, 'always' until `behave()`. */
export interface Misbehaviour {
  readonly kind: MisbehaviourKind;
  readonly app?: string;
  readonly times?: number | 'always';
  /** In place of the error's own text. */
  readonly text?: string;
}
