import { posix, resolve } from 'node:path';
import { type Files, pathGlobSource } from '@fly-monitoring/kit';
import type { PrometheusConfig } from './types.js';

/** A file that scrape_config_files names: it holds jobs and nothing else. */
export interface IncludedFile {
  /** Relative to the repository, as that of the configuration. */
  readonly path: string;
  readonly text: string;
}

export interface IncludedFiles {
  readonly files: readonly IncludedFile[];
  /** Patterns that match no file; Prometheus says nothing of them. */
  readonly missing: readonly string[];
}

const firstToInclude = [2, 43] as const;

/** Earlier ones refuse a file with the key scrape_config_files (CHANGELOG 2.43.0). A version that is no number may be new. */
export function knowsIncludes(version: string | undefined): boolean {
  const [, major, minor] = /^(\d+)\.(\d+)\./.exec(version ?? '') ?? [];
  if (major === undefined || minor === undefined) return true;
  const [firstMajor, firstMinor] = firstToInclude;
  return Number(major) > firstMajor || (Number(major) === firstMajor && Number(minor) >= firstMinor);
}

/** An absolute path is one in the image, of which the repository knows nothing. */
export function isInImage(pattern: string): boolean {
  return pattern.startsWith('/');
}

interface Place {
  readonly files: Files;
  /** Absolute. */
  readonly workspace: string;
}

/** Patterns are relative to the configuration that names them. */
export async function readIncludedFiles(
  { file, scrapeConfigFiles }: Pick<PrometheusConfig, 'file' | 'scrapeConfigFiles'>,
  place: Place,
): Promise<IncludedFiles> {
  const patterns = scrapeConfigFiles
    .filter((pattern) => !isInImage(pattern))
    .map((pattern) => posix.join(posix.dirname(file), pattern));
  const matches = await Promise.all(patterns.map((pattern) => filesOfPattern(pattern, place)));
  const paths = [...new Set(matches.flat())];
  const read = await Promise.all(
    paths.map(async (path) => ({ path, text: (await place.files.readText(resolve(place.workspace, path))) ?? '' })),
  );
  return { files: read, missing: patterns.filter((_, index) => matches[index]?.length === 0) };
}

/** Paths that a pattern of a configuration matches, as Go's filepath.Glob does: `*` stays within one folder. */
export async function filesOfPattern(pattern: string, { files, workspace }: Place): Promise<readonly string[]> {
  const parts = posix.normalize(pattern).split('/');
  const wild = parts.findIndex((part) => /[*?[\\]/.test(part));
  if (wild < 0) return (await files.exists(resolve(workspace, pattern))) ? [parts.join('/')] : [];
  const folder = parts.slice(0, wild).join('/');
  const isMatch = new RegExp(`^${pathGlobSource(parts.join('/'))}$`, 'su');
  const names = await files.list(resolve(workspace, folder));
  return names.map((name) => posix.join(folder, name)).filter((path) => isMatch.test(path));
}
