import type { Log } from '../ports.js';
import { camelCase, type InputSpec } from './input-spec.js';
import { hostNames, type UnusedHost, unusedInsecureHosts } from './plain-http.js';

/** For the stages that send a secret to an address that somebody gave. */
export const insecureHttpInput = {
  'allow-insecure-http': hostNames({
    help: 'Hosts that may get a secret over plain http, one a line, such as grafana.lan: everybody on the way can read it. Without it plain http is for the machine itself and for .internal and .flycast alone.',
  }),
};

type Values = Readonly<Record<string, unknown>>;

/** The addresses among the parsed inputs of a spec. */
export function addressesAmong(spec: InputSpec, values: object): readonly string[] {
  return Object.entries(spec)
    .filter(([, { kind }]) => kind === 'url')
    .map(([name]) => (values as Values)[camelCase(name)])
    .filter((value) => typeof value === 'string');
}

/** An exception that nothing needs is a typing error, or can be taken away. */
export function tellUnusedHosts(spec: InputSpec, values: object, log: Log): void {
  const allowed = ((values as Values)['allowInsecureHttp'] ?? []) as readonly string[];
  for (const unused of unusedInsecureHosts(addressesAmong(spec, values), allowed)) log.info(unusedWords(unused));
}

function unusedWords({ host, near }: UnusedHost): string {
  const meant = near === undefined ? 'take it away if no address needs it' : `did you mean ${near}?`;
  return `Input "allow-insecure-http" names ${host}, and no address here begins with http://${host}; ${meant}`;
}
