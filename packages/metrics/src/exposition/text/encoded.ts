const encoder = new TextEncoder();

/** Text as UTF-8, of its own size. */
export function encoded(text: string): Uint8Array {
  return encoder.encode(text);
}
