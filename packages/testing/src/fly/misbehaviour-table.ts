import { COMMON_TROUBLES } from './troubles/common-troubles.js';
import { RELEASE_TROUBLES } from './troubles/release-troubles.js';
import type { Trouble } from './troubles/trouble.js';

export type { Moment, Trouble } from './troubles/trouble.js';

/** Every way in which the platform can be told to fail. */
export const TROUBLES = { ...COMMON_TROUBLES, ...RELEASE_TROUBLES };

export type MisbehaviourKind = keyof typeof TROUBLES;

export function troubleOf(kind: MisbehaviourKind): Trouble {
  return TROUBLES[kind];
}
