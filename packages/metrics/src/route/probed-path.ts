import type { Matcher } from './express-shape.js';

/** Stands for a mount on a RegExp, whose text cannot be read back. */
const REGEXP_TEMPLATE = '/(regexp)';

interface Parameter {
  readonly name: string;
  readonly value: string;
  /** ":" for one segment, "*" for several. */
  readonly sigil: ':' | '*';
}

/**
 * Finds the template of a path from its matcher and one path it matches: a piece that can be replaced by something
 * else, and comes back as a parameter, is that parameter; the rest is literal.
 */
export function probeTemplate(matcher: Matcher, consumed: string): string {
  const path = decoded(matcher, consumed);
  const match = matcher(path);
  if (!match || Object.getPrototypeOf(match.params) === Object.prototype) return REGEXP_TEMPLATE;
  let probe = path;
  const parameters = readParameters(match.params);
  parameters.forEach((parameter, i) => {
    probe = withToken(matcher, probe, { parameter, token: tokenOf(i) }) ?? probe;
  });
  // Mounts match in any letter case unless told otherwise: one spelling has to stand for all.
  const literal = matcher(probe.toLowerCase()) ? probe.toLowerCase() : probe;
  return parameters
    .reduce((text, { sigil, name }, i) => text.replace(tokenOf(i), sigil + name), literal)
    .replace(/\/+$/, '');
}

/** Percent-encoded values come back decoded and would not be found again in the path. */
function decoded(matcher: Matcher, path: string): string {
  try {
    const plain = decodeURIComponent(path);
    return matcher(plain) ? plain : path;
  } catch {
    return path;
  }
}

function readParameters(params: Readonly<Record<string, unknown>>): Parameter[] {
  return Object.entries(params).map(([name, value]) =>
    Array.isArray(value) ? { name, value: value.join('/'), sigil: '*' } : { name, value: String(value), sigil: ':' },
  );
}

/** Tries each place where the value stands: "/t/:t" matches "/t/t", and only the second "t" is the parameter. */
function withToken(
  matcher: Matcher,
  path: string,
  { parameter, token }: { readonly parameter: Parameter; readonly token: string },
): string | undefined {
  const { name, value } = parameter;
  for (let at = path.indexOf(value); at !== -1; at = path.indexOf(value, at + 1)) {
    const probe = path.slice(0, at) + token + path.slice(at + value.length);
    const match = matcher(probe);
    if (match && match.path.length === probe.length && String(match.params[name]) === token) return probe;
  }
  return undefined;
}

/** Lower case, so that lowering the literals leaves it alone. */
function tokenOf(i: number): string {
  return `zq${i}probe`;
}
