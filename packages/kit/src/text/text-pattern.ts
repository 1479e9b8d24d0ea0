/** Text from a file or an input, to stand for itself in a regular expression, outside of brackets. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$+?.()|[\]{}*/]/g, '\\$&');
}

/**
 * The source of a regular expression for a path pattern as Docker and Prometheus read it: `*` and `?` stay within one
 * folder, `[a-z]` and `[^a-z]` are one character, a backslash takes the next one as it is. Any text gives a valid
 * source: brackets that are no class stand for themselves.
 */
export function pathGlobSource(glob: string): string {
  return glob.replace(/\\(.)|\[(\^?)((?:\\.|[^\]\\])+)\]|\*+|\?|./gsu, (token, escaped, negated, members) => {
    if (escaped !== undefined) return escapePattern(escaped);
    if (members !== undefined) return classSource(negated, members);
    if (token.startsWith('*')) return '[^/]*';
    return token === '?' ? '[^/]' : escapePattern(token);
  });
}

/** A range from a later to an earlier character holds none. */
function classSource(negated: string, members: string): string {
  const ranges = [...members.matchAll(/(\\.|[^\\])(?:-(\\.|[^\\]))?/gsu)].map((match) => {
    const from = bare(match[1] ?? '');
    return { from, to: match[2] === undefined ? from : bare(match[2]) };
  });
  const source = ranges
    .filter(({ from, to }) => (from.codePointAt(0) ?? 0) <= (to.codePointAt(0) ?? 0))
    .map(({ from, to }) => `${inBrackets(from)}-${inBrackets(to)}`)
    .join('');
  if (negated === '^') return `(?!/)[^${source}]`;
  return source === '' ? '(?!)' : `(?!/)[${source}]`;
}

function inBrackets(character: string): string {
  return character === '-' ? '\\-' : escapePattern(character);
}

function bare(character: string): string {
  return character.length > 1 && character.startsWith('\\') ? character.slice(1) : character;
}
