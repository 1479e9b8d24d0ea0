import { createHash } from 'node:crypto';
import { createReadStream, type Dirent, rmSync } from 'node:fs';
import { access, copyFile, lstat, mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Files, FolderEntry } from '../ports.js';
import { errorMessage, SuiteError } from '../suite-error.js';

const leftovers = new Set<string>();
process.once('exit', () => {
  for (const folder of leftovers) rmSync(folder, { recursive: true, force: true });
});

export const diskFiles: Files = {
  readText: (path) => unlessMissing(path, () => readFile(path, 'utf8')),
  readBytes: (path) => unlessMissing(path, () => readFile(path)),
  writeBytes: (path, bytes, options) => writeFile(path, bytes, { mode: options?.isExecutable ? 0o700 : 0o600 }),
  writeText: async (path, text) => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { mode: 0o600 });
  },
  exists: async (path) => {
    try {
      await access(path);
      return true;
    } catch {
      return false;
    }
  },
  copy: async (from, to) => {
    await mkdir(dirname(to), { recursive: true });
    await copyFile(from, to);
  },
  sha256: (path) =>
    unlessMissing(path, async () => {
      const hash = createHash('sha256');
      await pipeline(createReadStream(path), hash);
      return hash.digest('hex');
    }),
  list: async (folder) => {
    try {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length).replaceAll(sep, '/'))
        .sort();
    } catch (error) {
      if (isMissing(error)) return [];
      throw unreadable(folder, error);
    }
  },
  entries: async (folder) => {
    const names = (await unlessMissing(folder, () => readdir(folder, { withFileTypes: true }))) ?? [];
    const found = await Promise.all(names.map((entry) => unlessMissing(folder, () => describeEntry(entry))));
    return found.filter((entry) => entry !== undefined).sort((a, b) => (a.name < b.name ? -1 : 1));
  },
  makeTemporaryFolder: async () => {
    const folder = await mkdtemp(join(process.env['RUNNER_TEMP'] ?? tmpdir(), 'fly-monitoring-'));
    leftovers.add(folder);
    return folder;
  },
  removeFolder: async (path) => {
    await rm(path, { recursive: true, force: true });
    leftovers.delete(path);
  },
  freePort: async () => {
    for (let attempt = 0; attempt < portRange; attempt++) {
      const port = lowestPort + (nextPort++ % portRange);
      if (await isFree(port)) return port;
    }
    throw new Error(`Every port from ${lowestPort} to ${lowestPort + portRange - 1} is taken.`);
  },
};

async function describeEntry(entry: Dirent): Promise<FolderEntry> {
  const { name } = entry;
  const path = join(entry.parentPath, name);
  const mode = (await lstat(path)).mode & 0o7777;
  if (entry.isSymbolicLink()) return { name, kind: 'link', mode, target: await readlink(path) };
  return { name, kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other', mode };
}

/**
 * Below 32768, where Linux begins to take ports for outgoing connections: a port from there is often taken again
 * between being found and being used.
 */
const lowestPort = 15_000;
const portRange = 17_000;
/** One after the other: what is found at the same time is not there twice, as random ports now and then are. */
let nextPort = Math.floor(Math.random() * portRange);

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

async function unlessMissing<T>(path: string, read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw unreadable(path, error);
  }
}

function unreadable(path: string, cause: unknown): SuiteError {
  return new SuiteError({
    code: 'FILE_INVALID',
    message: `${path} cannot be read: ${errorMessage(cause)}`,
    hint: 'Let the user of this process read it, or name another file.',
    cause,
  });
}

function isMissing(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}
