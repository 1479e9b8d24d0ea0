import {
  addressesAmong,
  type InputSpec,
  isSuiteError,
  parseInputs,
  type RawInputs,
  readableHost,
} from '@fly-monitoring/kit';

export interface ChainGiven {
  readonly spec: InputSpec;
  readonly raw: RawInputs;
}

/**
 * The hosts of allow-insecure-http that a stage of the chain needs; the chain itself tells of those that none needs. A
 * stage gets all of them where the chain's inputs are wrong: then it only has to say what else is.
 */
export function insecureHostsOf(inputs: InputSpec, { spec, raw }: ChainGiven): Readonly<Record<string, string>> {
  if (inputs['allow-insecure-http'] === undefined) return {};
  try {
    const values = parseInputs(spec, raw);
    const allowed = (values['allowInsecureHttp'] ?? []) as readonly string[];
    if (allowed.length === 0) return {};
    const needed = addressesAmong(inputs, values).flatMap((url) => readableHost(url) ?? []);
    return { 'allow-insecure-http': allowed.filter((host) => needed.includes(host)).join('\n') };
  } catch (thrown) {
    if (isSuiteError(thrown)) return {};
    throw thrown;
  }
}
