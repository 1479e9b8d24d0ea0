import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Engine, type EngineName, type EngineSource, engines } from './table.js';

/** Unpacked engines live here, outside version control; FLY_MONITORING_ENGINES names another folder. */
export function enginesFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return environment['FLY_MONITORING_ENGINES'] ?? fileURLToPath(new URL('../../../../.cache/engines', import.meta.url));
}

export function folderOf(name: EngineName): string {
  return join(enginesFolder(), engines[name].folder);
}

/** Where the executable is, or will be once it is fetched; some need a starter that shows them their own files. */
export function fetchedPath(name: EngineName): string {
  return join(folderOf(name), executableOf(engines[name]));
}

export function executableOf({ source, file }: Engine): string {
  return needsStarter(source) ? join('start', basename(file)) : file;
}

export function needsStarter(source: EngineSource): boolean {
  return source.kind === 'debian' && (source.libraries === 'bundled' || source.share === 'mounted');
}

/** Written last, so a folder without it is an interrupted fetch. */
export const versionFile = 'VERSION';

export function fetchedVersion(name: EngineName): string | undefined {
  try {
    return readFileSync(join(folderOf(name), versionFile), 'utf8').trim();
  } catch {
    return undefined;
  }
}
