import { type InputSpec, type InputsOf, readableHost } from '@fly-monitoring/kit';
import { addressesAmong } from '../insecure-hosts.js';

/** The hosts of allow-insecure-http that a stage of the chain needs; the chain itself tells of those that none needs. */
export function insecureHostsOf(inputs: InputSpec, values: InputsOf<InputSpec>): Readonly<Record<string, string>> {
  const allowed = (values['allowInsecureHttp'] ?? []) as readonly string[];
  if (inputs['allow-insecure-http'] === undefined || allowed.length === 0) return {};
  const needed = addressesAmong(inputs, values).flatMap((url) => readableHost(url) ?? []);
  return { 'allow-insecure-http': allowed.filter((host) => needed.includes(host)).join('\n') };
}
