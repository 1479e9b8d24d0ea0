import { isAbsolute, join } from 'node:path';
import { parseFileChoice } from '@fly-monitoring/grafana';
import { SuiteError } from '@fly-monitoring/kit';
import type { PrepareContext } from '../check-module.js';

export interface ListedFile {
  /** Relative to the workspace. */
  readonly path: string;
  readonly text: string;
}

export interface FileList {
  readonly input: string;
  /** Files or patterns. */
  readonly entries: readonly string[];
}

type Place = Pick<PrepareContext, 'files' | 'workspace'>;

/** Each file once, in the order of their names. @throws SuiteError that names every entry without a file */
export async function readListedFiles({ input, entries }: FileList, place: Place): Promise<readonly ListedFile[]> {
  const found = await Promise.all(entries.map((entry) => pathsOf(entry, place)));
  const missing = entries.filter((_, index) => found[index]?.length === 0);
  if (missing.length > 0) {
    throw new SuiteError({
      code: 'FILE_MISSING',
      message: missing.map((entry) => `Input "${input}" names "${entry}"; there is no such file.`).join('\n'),
      hint: 'Check out the repository before this step; paths are relative to its root.',
    });
  }
  const paths = [...new Set(found.flat())].sort();
  return Promise.all(
    paths.map(async (path) => ({ path, text: (await place.files.readText(absolute(path, place))) ?? '' })),
  );
}

/** Empty when there is none. */
async function pathsOf(entry: string, place: Place): Promise<readonly string[]> {
  const choice = parseFileChoice(entry);
  if (choice.kind !== 'pattern') return (await place.files.exists(absolute(choice.path, place))) ? [choice.path] : [];
  const listed = await place.files.list(absolute(choice.below, place));
  return listed.filter(choice.matches).map((path) => (choice.below === '.' ? path : `${choice.below}/${path}`));
}

function absolute(path: string, { workspace }: Place): string {
  return isAbsolute(path) ? path : join(workspace, path);
}
