const blockBytes = 512;
/** flyctl unpacks to 110 MB; more than this is an archive made to fill the memory. */
const mostBytes = 1_000_000_000;

/**
 * The bytes of one regular file at the root of a .tar.gz. Nothing else of the archive is looked at, so links and
 * paths that lead elsewhere have no effect.
 * @returns undefined when there is no such file, or the archive cannot be read
 */
export async function readTarMember(archive: Uint8Array, name: string): Promise<Uint8Array | undefined> {
  const tar = await unzip(archive);
  for (let at = 0; tar !== undefined && at + blockBytes <= tar.length; ) {
    const header = parseHeader(tar.subarray(at, at + blockBytes));
    if (header === undefined) return undefined;
    const start = at + blockBytes;
    const end = start + header.sizeBytes;
    if (header.isFile && header.name === name) return end <= tar.length ? tar.subarray(start, end) : undefined;
    at = start + Math.ceil(header.sizeBytes / blockBytes) * blockBytes;
  }
  return undefined;
}

/** zlib is loaded here because a run that finds flyctl on PATH unpacks nothing. */
async function unzip(archive: Uint8Array): Promise<Uint8Array | undefined> {
  const { gunzipSync } = await import('node:zlib');
  try {
    return gunzipSync(archive, { maxOutputLength: mostBytes });
  } catch {
    return undefined;
  }
}

interface Header {
  readonly name: string;
  readonly sizeBytes: number;
  readonly isFile: boolean;
}

/** The ustar layout: name at 0, size in octal at 124, type at 156 ("0", or NUL in old archives, is a file), prefix at 345. */
function parseHeader(block: Uint8Array): Header | undefined {
  const field = (from: number, length: number) =>
    String.fromCharCode(...block.subarray(from, from + length)).replace(/\0[\s\S]*$/, '');
  const size = field(124, 12).trim();
  if (!/^[0-7]+$/.test(size)) return undefined;
  const prefix = field(257, 5) === 'ustar' ? field(345, 155) : '';
  const name = [...(prefix === '' ? [] : [prefix]), field(0, 100)].join('/').replace(/^\.\//, '');
  return { name, sizeBytes: Number.parseInt(size, 8), isFile: ['', '0'].includes(field(156, 1)) };
}
