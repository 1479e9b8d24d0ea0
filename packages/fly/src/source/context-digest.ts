import { createHash } from 'node:crypto';
import type { Files } from '@fly-monitoring/kit';
import type { ContextEntry } from './context-entries.js';

export interface HashingProgress {
  readonly done: number;
  readonly total: number;
}

export interface HashingEdges {
  readonly files: Pick<Files, 'sha256'>;
  /** Called after each file. */
  onProgress?(progress: HashingProgress): void;
}

/** A disk answers several reads faster than one after the other; more than a few gain nothing. */
const filesAtATime = 4;

/** Digest of what is sent of a context: paths, kinds, modes, contents. Undefined when a file vanished meanwhile. */
export async function contextDigest(
  { context, entries }: { readonly context: string; readonly entries: readonly ContextEntry[] },
  edges: HashingEdges,
): Promise<string | undefined> {
  const contents = await hashFiles(
    entries.filter(({ kind }) => kind === 'file').map(({ path }) => `${context}/${path}`),
    edges,
  );
  const hash = createHash('sha256');
  for (const { path, kind, mode, target } of [...entries].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const content = kind === 'file' ? contents.get(`${context}/${path}`) : target;
    if (content === undefined) return undefined;
    hash.update(`${JSON.stringify([path, kind, kind === 'link' ? 0 : mode, content])}\n`);
  }
  return hash.digest('hex');
}

async function hashFiles(
  paths: readonly string[],
  { files, onProgress }: HashingEdges,
): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>();
  let done = 0;
  const waiting = paths.values();
  const worker = async () => {
    for (const path of waiting) {
      const hash = await files.sha256(path);
      if (hash !== undefined) hashes.set(path, hash);
      onProgress?.({ done: ++done, total: paths.length });
    }
  };
  await Promise.all(Array.from({ length: filesAtATime }, worker));
  return hashes;
}
