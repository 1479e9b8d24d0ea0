import { flyctlProblems, flyTokenMissing, hasFlyToken, type TokenInput } from '@fly-monitoring/fly';
import {
  type InputSpec,
  type InputsOf,
  Problems,
  parseWithRules,
  type RawInputs,
  type StageTools,
} from '@fly-monitoring/kit';

export interface FlyInputs<S extends InputSpec> {
  readonly spec: S;
  /** Any of them will do. */
  readonly tokens: readonly TokenInput[];
}

/**
 * The inputs of a stage that cannot work without flyctl, and the problems to add to: a missing token is one of them,
 * so that it is told before flyctl is downloaded, together with all else that is wrong.
 * @throws SuiteError when the inputs themselves are wrong
 */
export async function parseFlyInputs<S extends InputSpec>(
  { spec, tokens }: FlyInputs<S>,
  raw: RawInputs,
  tools: StageTools,
): Promise<{ readonly inputs: InputsOf<S>; readonly problems: Problems }> {
  const problems = new Problems();
  const values = await problems.attemptRead(() => parseWithRules(spec, raw, flyctlProblems));
  const inputs = values as InputsOf<S> | undefined;
  if (!(await hasFlyToken(tokens, raw, tools))) problems.add(flyTokenMissing());
  if (inputs === undefined) throw problems.joined();
  return { inputs, problems };
}
