const simpleEscapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const escapes = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.))/g;
const lastCodePoint = 0x10ffff;

/** The text of a PromQL string literal: `"…"` and `'…'` with Go's escapes, backquotes without. */
export function unquote(literal: string): string {
  const body = literal.slice(1, -1);
  if (literal.startsWith('`')) return body;
  return body.replace(escapes, (...groups: (string | undefined)[]) => {
    const [whole = '', x, u, long, octal, character] = groups;
    const hex = x ?? u ?? long;
    if (hex !== undefined) return fromCode(Number.parseInt(hex, 16), whole);
    if (octal !== undefined) return fromCode(Number.parseInt(octal, 8), whole);
    return simpleEscapes[character ?? ''] ?? character ?? '';
  });
}

function fromCode(code: number, whole: string): string {
  return code > lastCodePoint ? whole : String.fromCodePoint(code);
}
