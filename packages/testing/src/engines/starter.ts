import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { waysToMount } from './mount-namespace.js';
import { executableOf } from './place.js';
import type { Engine } from './table.js';

/** The starter finds its files by its own place, so that the folder can be moved; exec keeps the process id. */
export async function writeStarter(engine: Engine, unpacked: string): Promise<void> {
  const starter = join(unpacked, executableOf(engine));
  const lines = [
    '#!/bin/sh',
    // A folder of links on PATH is a usual way to have several programs there.
    'here=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)',
    ...withLibraries(engine, await libraryFolders(unpacked)),
    ...withOwnShare(engine),
    `exec "$here/${engine.file}" "$@"`,
    '',
  ];
  await mkdir(dirname(starter), { recursive: true });
  await writeFile(starter, lines.join('\n'), { mode: 0o755 });
}

function withLibraries({ source }: Engine, folders: readonly string[]): readonly string[] {
  if (source.kind !== 'debian' || source.libraries !== 'bundled') return [];
  const libraries = folders.map((folder) => `$here/${folder}`).join(':');
  return [`LD_LIBRARY_PATH="${libraries}"`, 'export LD_LIBRARY_PATH'];
}

/**
 * The unpacked files lie over /usr/share for this process alone, and are gone with it. Where no namespace is allowed the
 * last line still tells the version.
 */
function withOwnShare({ source, file }: Engine): readonly string[] {
  if (source.kind !== 'debian' || source.share !== 'mounted') return [];
  return [
    `for way in ${waysToMount.map((way) => `'${way.join(' ')}'`).join(' ')}; do`,
    '  unshare $way mount --bind "$here/usr/share" /usr/share 2>/dev/null || continue',
    `  exec unshare $way sh -c 'mount --bind "$0/usr/share" /usr/share && exec "$0/${file}" "$@"' "$here" "$@"`,
    'done',
  ];
}

async function libraryFolders(unpacked: string): Promise<string[]> {
  const folders: string[] = [];
  for (const parent of ['usr/lib', 'lib']) {
    const entries = await readdir(join(unpacked, parent)).catch(() => []);
    folders.push(...entries.filter((entry) => entry.endsWith('-linux-gnu')).map((entry) => `${parent}/${entry}`));
  }
  return folders;
}
