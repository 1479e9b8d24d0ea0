import { nearestName } from '../text/nearest.js';
import { type InputFacts, type InputKind, list, type Parsed } from './input-kinds.js';

/** An address that somebody gave, and the credential that every request to it carries. */
export interface CredentialAddress {
  /** Name of the input that holds the address. */
  readonly input: string;
  readonly url: string | undefined;
  /** Name of the input that holds the credential; undefined when none was given. */
  readonly credential: string | undefined;
}

/**
 * Names the host when a request to it crosses a network in readable form; undefined for https, for the machine itself
 * and for Fly's private network, which is encrypted. Expects what `URL` parses: it writes hosts in lower case and
 * addresses in one form (0x7f.1 and 2130706433 are 127.0.0.1).
 */
export function readableHost(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  const host = withoutLastDot(hostname);
  return protocol === 'https:' || isNearHost(host) ? undefined : host;
}

function isNearHost(host: string): boolean {
  const isLoopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\])$/.test(host);
  return isLoopback || /[^.]\.(internal|flycast)$/.test(host);
}

/** One sentence for each address that would carry its credential over plain http to a host that nobody allowed. */
export function plainHttpProblems(
  addresses: readonly CredentialAddress[],
  allowedHosts: readonly string[] = [],
): readonly string[] {
  return addresses.flatMap(({ input, url, credential }) => {
    const host = url === undefined ? undefined : readableHost(url);
    if (host === undefined || credential === undefined || allowedHosts.includes(host)) return [];
    return [
      `Input "${input}" is "${url}"; it must begin with https://, as the secret of "${credential}" would be readable on the way to ${host}. ${wayOut(host, allowedHosts)}`,
    ];
  });
}

function wayOut(host: string, allowedHosts: readonly string[]): string {
  const near = nearestName(host, allowedHosts);
  if (near !== undefined) return `Input "allow-insecure-http" names ${near}; did you mean ${host}?`;
  return `Where that network is trusted, name the host in the input "allow-insecure-http": ${host}.`;
}

/** A host that was allowed and is asked by none of these addresses over plain http; `near` is the one that was meant. */
export interface UnusedHost {
  readonly host: string;
  readonly near: string | undefined;
}

export function unusedInsecureHosts(urls: readonly string[], allowedHosts: readonly string[]): readonly UnusedHost[] {
  const readable = urls.flatMap((url) => readableHost(url) ?? []);
  return allowedHosts
    .filter((host) => !readable.includes(host))
    .map((host) => ({ host, near: nearestName(host, readable) }));
}

/** Names of hosts alone, one a line, in the form that `URL` gives them. */
export function hostNames<const F extends InputFacts>(facts: F): InputKind<readonly string[] | undefined> {
  const lines = list(facts);
  return { ...lines, expects: 'host names such as grafana.lan, one a line', parse: (raw) => parseHosts(lines, raw) };
}

function parseHosts(lines: InputKind<readonly string[] | undefined>, raw: string): Parsed<readonly string[]> {
  const items = lines.parse(raw);
  const hosts = (items.ok ? (items.value ?? []) : []).map((item) => ({ item, host: hostOf(item) }));
  const wrong = hosts.find(({ host }) => host === undefined);
  if (wrong !== undefined) {
    return {
      ok: false,
      problem: `"${wrong.item}" in it is not the name of a host alone: no scheme, port, path or pattern, as in grafana.lan`,
    };
  }
  return { ok: true, value: [...new Set(hosts.flatMap(({ host }) => host ?? []))] };
}

function hostOf(item: string): string | undefined {
  const isAddress = /^[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*$/i.test(item);
  const address = `http://${isAddress ? `[${item}]` : item}`;
  const isNameAlone = isAddress || /^(\[[0-9a-f:.]+\]|[^\s/\\?#@:*[\]]+)$/i.test(item);
  return isNameAlone && URL.canParse(address) ? withoutLastDot(new URL(address).hostname) : undefined;
}

function withoutLastDot(host: string): string {
  return host.replace(/\.$/, '');
}
