import { SuiteError } from '@fly-monitoring/kit';

/** All that keeps the chain from being begun, in one error: nobody should have to run a deploy four times to see it. */
export function refusal(failures: readonly SuiteError[]): SuiteError {
  const [first] = failures;
  if (first === undefined) throw new Error('A refusal needs a reason.');
  const messages = new Set(failures.flatMap((failure) => failure.message.split('\n')));
  const hints = new Set(failures.map((failure) => failure.hint));
  const hint = [...hints, 'Nothing was changed.'].join(' ');
  return new SuiteError({ code: first.code, message: [...messages].join('\n'), hint, cause: first });
}
