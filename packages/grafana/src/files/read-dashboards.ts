import { isAbsolute, join } from 'node:path';
import { type Files, SuiteError } from '@fly-monitoring/kit';
import { decodeText } from '../document/decode-text.js';
import { type DashboardDocument, type ParsedDashboard, parseDashboard } from '../document/parse-dashboard.js';
import { sharedUids } from '../import/wanted-dashboard.js';
import { type BadFile, invalid } from './bad-file.js';
import { isFolderDashboard, parseFileChoice } from './select-files.js';

export interface Place {
  readonly files: Files;
  /** Absolute. */
  readonly workspace: string;
}

interface FoundFile {
  /** Relative to the workspace, for messages and annotations. */
  readonly path: string;
  /** Asked for by its own name, so that it must be a dashboard. */
  readonly isNamed: boolean;
}

export interface FoundDashboards {
  readonly documents: readonly DashboardDocument[];
  readonly bad: readonly BadFile[];
}

/**
 * All dashboards that the input names.
 * @throws SuiteError FILE_MISSING for an entry that means no file, DASHBOARD_INVALID with everything wrong in all files
 */
export async function readDashboards(entries: readonly string[], place: Place): Promise<readonly DashboardDocument[]> {
  const { documents, bad } = await findDashboards(entries, place);
  if (bad.length > 0) throw invalid(bad);
  return documents;
}

/**
 * The good ones and the bad ones apart.
 * @throws SuiteError as above, DASHBOARD_INVALID when none is good
 */
export async function findDashboards(entries: readonly string[], place: Place): Promise<FoundDashboards> {
  const found = await findFiles(entries, place);
  const parsed = await Promise.all(found.map((file) => readOne(file, place)));
  const read = parsed.flatMap((one) => (one.kind === 'dashboard' ? [one.document] : []));
  const shared = sharedUids(read);
  const bad = [...parsed.flatMap((one) => (one.kind === 'invalid' ? [one] : [])), ...shared];
  const isShared = (file: string) => shared.some((one) => one.file === file);
  const documents = read.filter(({ file }) => !isShared(file));
  if (documents.length > 0) return { documents, bad };
  if (bad.length > 0) throw invalid(bad);
  throw missing([`Input "dashboards" is "${entries.join(', ')}"; no dashboard is there.`]);
}

function missing(problems: readonly string[]): SuiteError {
  return new SuiteError({
    code: 'FILE_MISSING',
    message: problems.join('\n'),
    hint: 'Check out the repository before this step; paths are relative to its root.',
  });
}

async function findFiles(entries: readonly string[], place: Place): Promise<readonly FoundFile[]> {
  const found = new Map<string, FoundFile>();
  const problems: string[] = [];
  for (const entry of entries) {
    const files = await filesOf(entry, place);
    if (files.length === 0) problems.push(`Input "dashboards" names "${entry}"; there is no JSON file there.`);
    for (const file of files) found.set(file.path, file);
  }
  if (problems.length > 0) throw missing(problems);
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function filesOf(entry: string, { files, workspace }: Place): Promise<readonly FoundFile[]> {
  const choice = parseFileChoice(entry);
  if (choice.kind === 'file') {
    return (await files.exists(absolute(workspace, choice.path))) ? [{ path: choice.path, isNamed: true }] : [];
  }
  const below = choice.kind === 'folder' ? choice.path : choice.below;
  const isMeant = choice.kind === 'folder' ? isFolderDashboard : choice.matches;
  const listed = await files.list(absolute(workspace, below));
  return listed.filter(isMeant).map((path) => ({ path: below === '.' ? path : `${below}/${path}`, isNamed: false }));
}

async function readOne({ path, isNamed }: FoundFile, { files, workspace }: Place): Promise<ParsedDashboard> {
  const bytes = await files.readBytes(absolute(workspace, path));
  if (bytes === undefined) return { kind: 'invalid', file: path, problems: ['it is not a file'] };
  const decoded = decodeText(bytes);
  if (decoded.kind === 'other') return { kind: 'invalid', file: path, problems: [decoded.problem] };
  const parsed = parseDashboard(decoded.text, { file: path });
  if (parsed.kind !== 'other' || !isNamed) return parsed;
  return { kind: 'invalid', file: path, problems: ['it has no field of a Grafana dashboard'] };
}

function absolute(workspace: string, path: string): string {
  return isAbsolute(path) ? path : join(workspace, path);
}
