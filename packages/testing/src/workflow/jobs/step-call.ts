import type { Scope } from '../documents/expressions.js';
import type { Json } from '../documents/values.js';
import type { Frame } from './job-run.js';

/** One step about to be run: its condition held, its environment is known. */
export type StepCall = {
  readonly spec: Json;
  readonly title: string;
  readonly frame: Frame;
  readonly scope: Scope;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
};
