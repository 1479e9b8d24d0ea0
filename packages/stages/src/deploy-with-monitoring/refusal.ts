import { joinErrors, SuiteError } from '@fly-monitoring/kit';

/** All that keeps the chain from being begun, in one error: nobody should have to run a deploy four times to see it. */
export function refusal(failures: readonly SuiteError[]): SuiteError {
  const { code, message, hint } = joinErrors(failures);
  return new SuiteError({ code, message, hint: `${hint} Nothing was changed.`, cause: failures[0] });
}
