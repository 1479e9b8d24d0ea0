const encoder = new TextEncoder();

/** Text as UTF-8, of its own size. */
export function encoded(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Texts that are held together, in one piece of memory: a buffer for each would be several times the text. */
export function encodedTogether(texts: readonly string[]): Uint8Array[] {
  const parts = texts.map(encoded);
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let end = 0;
  return parts.map((part) => {
    all.set(part, end);
    end += part.length;
    return all.subarray(end - part.length, end);
  });
}
