import type { ErrorCode } from './error-codes.js';
import { isInterruption } from './interruption.js';

export interface SuiteErrorFacts {
  readonly code: ErrorCode;
  /** What failed on which named thing, what was expected and what was seen. */
  readonly message: string;
  /** One next step. */
  readonly hint: string;
  readonly cause?: unknown;
  /** The same may succeed in a while with nothing corrected: a server that sleeps, is broken or does not answer. */
  readonly isTemporary?: boolean;
}

/** The one error class: everything a person needs to go on, and no secret. */
export class SuiteError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;
  readonly isTemporary: boolean;

  constructor(facts: SuiteErrorFacts) {
    super(facts.message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = 'SuiteError';
    this.code = facts.code;
    this.hint = facts.hint;
    this.isTemporary = facts.isTemporary ?? false;
  }
}

/** Duck typing: an error from another realm (a test's, a worker's) is not an instance of this realm's classes. */
export function isSuiteError(value: unknown): value is SuiteError {
  return (
    value instanceof SuiteError || (typeof value === 'object' && value !== null && 'hint' in value && 'code' in value)
  );
}

/** The text of anything that can be thrown, with its causes. */
export function errorMessage(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null || !('message' in thrown)) return String(thrown);
  const message = String(thrown.message);
  const cause = 'cause' in thrown && thrown.cause !== undefined ? errorMessage(thrown.cause) : '';
  return cause === '' || message.includes(cause) ? message : `${message} (${cause})`;
}

/** What a cancelled run ends with where nothing more is known. */
export function interruptedError(what: string, cause?: unknown): SuiteError {
  return new SuiteError({
    code: 'INTERRUPTED',
    message: `${what} was cancelled before it had finished.`,
    hint: 'Run it again: what was done already is found and not done twice.',
    cause,
  });
}

/** An expected error as it is; anything else becomes UNEXPECTED and keeps its cause. `what`: for a cancelled run. */
export function toSuiteError(thrown: unknown, what = 'The run'): SuiteError {
  if (isSuiteError(thrown)) return thrown;
  if (isInterruption(thrown)) return interruptedError(what, thrown);
  return new SuiteError({
    code: 'UNEXPECTED',
    message: `Unexpected: ${errorMessage(thrown)}`,
    hint: 'Open an issue with this log; it holds no secrets.',
    cause: thrown,
  });
}
