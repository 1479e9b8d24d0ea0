import { isSuiteError, SuiteError } from './suite-error.js';

/** What the edges throw once the run was cancelled: nothing new may start. */
export function interruption(): SuiteError {
  return new SuiteError({
    code: 'INTERRUPTED',
    message: 'The run was cancelled before it had finished.',
    hint: 'Run it again: what was done already is found and not done twice.',
  });
}

export function isInterruption(thrown: unknown): boolean {
  return isSuiteError(thrown) && thrown.code === 'INTERRUPTED';
}
