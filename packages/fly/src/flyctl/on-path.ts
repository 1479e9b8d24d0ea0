import { delimiter, join } from 'node:path';
import type { Edges, Files, Log } from '@fly-monitoring/kit';
import { parseVersion } from './version.js';

export interface PathQuestion {
  /** Undefined: any will do. */
  readonly version?: string | undefined;
  /** The variable PATH. */
  readonly path?: string | undefined;
}

/**
 * The version of the user's own flyctl, which is trusted as every program on PATH is; undefined when there is none of
 * that version.
 */
export async function findOnPath(
  { version, path }: PathQuestion,
  { processes, files, log }: Pick<Edges, 'processes' | 'files'> & { readonly log: Log },
): Promise<string | undefined> {
  const found = await processes.run({ file: 'flyctl', args: ['version'], timeoutMs: 30_000 });
  if (found.kind !== 'exited' || found.exitCode !== 0) return undefined;
  const seen = parseVersion(found.stdout);
  const place = (await firstOnPath(path, files)) ?? 'on PATH';
  if (version !== undefined && seen !== version) {
    log.info(`flyctl ${seen} (${place}) is not used: flyctl-version is ${version}.`);
    return undefined;
  }
  log.info(`Using flyctl ${seen} (${place}): your own installation, its checksum is not checked`);
  return seen;
}

async function firstOnPath(path: string | undefined, files: Files): Promise<string | undefined> {
  for (const folder of (path ?? '').split(delimiter).filter((entry) => entry !== '')) {
    const file = join(folder, 'flyctl');
    if (await files.exists(file)) return file;
  }
  return undefined;
}
