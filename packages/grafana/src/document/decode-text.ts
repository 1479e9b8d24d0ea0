export type DecodedText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'other'; readonly problem: string };

/** JSON is UTF-8 (RFC 8259, 8.1). Anything else is named: read as UTF-8 it would be imported with broken letters. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const format = formatOf(bytes);
  if (format !== undefined) return { kind: 'other', problem: format };
  try {
    // The decoder drops a byte order mark by itself.
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'other', problem: notUtf8(bytes) };
  }
}

function formatOf(bytes: Uint8Array): string | undefined {
  const [first = 1, second = 1, third = 1, fourth = 1] = bytes;
  if (first === 0x1f && second === 0x8b)
    return 'it is compressed with gzip; decompress it (gunzip) and commit the JSON';
  if (first === 0x50 && second === 0x4b && third === 0x03) return 'it is a ZIP archive; unpack it and commit the JSON';
  if (first === 0xff && second === 0xfe) return encoded(third === 0 && fourth === 0 ? 'UTF-32LE' : 'UTF-16LE');
  if (first === 0xfe && second === 0xff) return encoded('UTF-16BE');
  // A JSON text begins with a character of ASCII, whose other byte in UTF-16 is zero.
  if (first === 0 && second !== 0) return encoded('UTF-16BE');
  if (first !== 0 && second === 0) return encoded(third === 0 ? 'UTF-32LE' : 'UTF-16LE');
  return undefined;
}

function encoded(encoding: string): string {
  return `it is encoded as ${encoding}, not as UTF-8; convert it with "iconv -f ${encoding} -t UTF-8", or save it as UTF-8 in the editor`;
}

function notUtf8(bytes: Uint8Array): string {
  const at = firstBrokenByte(bytes);
  const line = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
  const hex = (bytes[at] ?? 0).toString(16).padStart(2, '0');
  return `it is not UTF-8: byte 0x${hex} in line ${line}, perhaps Latin-1 (Windows-1252); convert it with "iconv -f WINDOWS-1252 -t UTF-8", or save it as UTF-8 in the editor`;
}

/** Where a tolerant decoder puts its first replacement character, unless the file itself has one there. */
function firstBrokenByte(bytes: Uint8Array): number {
  const tolerant = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  for (const { index } of tolerant.matchAll(/\uFFFD/g)) {
    const at = Buffer.byteLength(tolerant.slice(0, index));
    const isItsOwn = bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
    if (!isItsOwn) return at;
  }
  return bytes.length;
}
