import type { Matcher } from './express-shape.js';

/** Stands for a mount on a RegExp, whose text cannot be read back. */
const REGEXP_TEMPLATE = '/(regexp)';

interface Parameter {
  readonly name: string;
  /** The ways its value can be spelt in a path; the matcher gives it back decoded. */
  readonly spellings: readonly string[];
  /** ":" for one segment, "*" for several. */
  readonly sigil: ':' | '*';
}

/**
 * Finds the template of a path from its matcher and one path it matches: a piece that can be replaced by something
 * else, and comes back as a parameter, is that parameter; the rest is literal. Undefined when a parameter is not
 * found: another path may tell.
 */
export function probeTemplate(matcher: Matcher, consumed: string): string | undefined {
  const match = matcher(consumed);
  if (!match || Object.getPrototypeOf(match.params) === Object.prototype) return REGEXP_TEMPLATE;
  const parameters = Object.entries(match.params).map(([name, value]) => readParameter(name, value, consumed));
  let probe: string | undefined = consumed;
  for (const [i, parameter] of parameters.entries()) {
    probe = withToken(matcher, probe, { parameter, token: tokenOf(i) });
    if (probe === undefined) return undefined;
  }
  // Mounts match in any letter case unless told otherwise: one spelling has to stand for all.
  const literal = matcher(probe.toLowerCase()) ? probe.toLowerCase() : probe;
  return parameters
    .reduce((text, { sigil, name }, i) => text.replace(tokenOf(i), sigil + name), literal)
    .replace(/\/+$/, '');
}

function readParameter(name: string, value: unknown, path: string): Parameter {
  if (Array.isArray(value)) {
    const parts = value.map(String);
    return { name, spellings: [parts.join('/'), parts.map(encodeURIComponent).join('/')], sigil: '*' };
  }
  const text = String(value);
  const segments = path.split('/').filter((segment) => decoded(segment) === text);
  return { name, spellings: [text, encodeURIComponent(text), ...segments], sigil: ':' };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Tries each place where the value stands: "/t/:t" matches "/t/t", and only the second "t" is the parameter. */
function withToken(
  matcher: Matcher,
  path: string,
  { parameter, token }: { readonly parameter: Parameter; readonly token: string },
): string | undefined {
  for (const spelling of parameter.spellings.filter((text) => text !== '')) {
    for (let at = path.indexOf(spelling); at !== -1; at = path.indexOf(spelling, at + 1)) {
      const probe = path.slice(0, at) + token + path.slice(at + spelling.length);
      const match = matcher(probe);
      if (match && match.path.length === probe.length && String(match.params[parameter.name]) === token) return probe;
    }
  }
  return undefined;
}

/** Lower case, so that lowering the literals leaves it alone. */
function tokenOf(i: number): string {
  return `zq${i}probe`;
}
