import { isAbsolute, join } from 'node:path';
import {
  explainFailure,
  type FoundDashboard,
  type GrafanaFailure,
  type ImportMark,
  importMark,
  isOtherSchema,
  listDashboards,
  readDashboard,
  readLastImport,
  readSave,
  type StoredDashboard,
  type Transport,
  type WantedDashboard,
} from '@fly-monitoring/grafana';
import type { Files } from '@fly-monitoring/kit';
import { valueOrThrow } from '../read-grafana.js';
import type { LeftDashboard, PrunePlan, PruneStep } from './prune-plan.js';

export interface PruneQuestion {
  readonly transport: Transport;
  readonly folderUid: string;
  /** The dashboards that have a file. */
  readonly wanted: readonly Pick<WantedDashboard, 'uid' | 'file'>[];
  readonly repository: string;
  /** Undefined for production. */
  readonly environment: string | undefined;
  readonly files: Files;
  readonly workspace: string;
}

/** How many requests are under way at once: reading is safe in parallel, and servers limit rates. */
const parallelReads = 4;

/**
 * Looks through the folder of the import, and only there, for dashboards that an import of this repository and
 * environment saved last, and that have no file any more. The folder alone proves nothing: people put their own
 * dashboards there.
 */
export async function planPrune(question: PruneQuestion): Promise<PrunePlan> {
  const { transport, folderUid } = question;
  const wanted = new Set(question.wanted.map(({ uid }) => uid));
  const listed = valueOrThrow('Listing the dashboards of the folder', await listDashboards(transport, folderUid));
  const candidates = listed.filter(({ uid }) => !wanted.has(uid));
  const judged: Judgement[] = [];
  for (let start = 0; start < candidates.length; start += parallelReads) {
    const some = candidates.slice(start, start + parallelReads);
    judged.push(...(await Promise.all(some.map((candidate) => judge(candidate, question)))));
  }
  return {
    deletes: judged.flatMap((one) => (one.kind === 'delete' ? [one.step] : [])),
    left: judged.flatMap((one) => (one.kind === 'left' ? [one.left] : [])),
  };
}

type Judgement =
  | { readonly kind: 'delete'; readonly step: PruneStep }
  | { readonly kind: 'left'; readonly left: LeftDashboard }
  | { readonly kind: 'foreign' };

const foreign: Judgement = { kind: 'foreign' };

async function judge({ uid, title }: FoundDashboard, question: PruneQuestion): Promise<Judgement> {
  const { transport, folderUid } = question;
  const answer = await readDashboard(transport, uid);
  // Damaged content; that of the other dashboards is read.
  if (answer.kind === 'broken') return left({ uid, title, url: `/d/${uid}` }, cannotBeRead(answer));
  // A list may name what was deleted a moment ago; what this token may not read, or is of another schema, is not ours.
  const isForeign = answer.kind === 'forbidden' || (answer.kind !== 'ok' && isOtherSchema(answer));
  const stored = isForeign ? undefined : valueOrThrow(`Reading the dashboard "${title}"`, answer);
  if (stored === undefined || stored.provisioned || stored.folderUid !== folderUid) return foreign;
  const save = await readSave(transport, stored);
  if (save.kind !== 'ok')
    return left(stored, 'Grafana did not show its history, which tells whether an import made it');
  const message = save.value?.version === stored.version ? save.value.message : '';
  const mark = importMark(message);
  if (mark === undefined) return judgeEdited(stored, question);
  if (!isOurs(mark, question)) return foreign;
  const { url, version } = stored;
  const { reason, isGone } = await stateOfFile(mark, question);
  if (!isGone) return left(stored, reason);
  return { kind: 'delete', step: { uid, title: stored.title, url, folderUid, version, message, reason } };
}

/** Somebody saved it last. When it was ours before, its file is gone and somebody should decide. */
async function judgeEdited(stored: StoredDashboard, question: PruneQuestion): Promise<Judgement> {
  const imported = await readLastImport(question.transport, stored);
  const mark = imported.kind === 'ok' && imported.value !== undefined ? importMark(imported.value.message) : undefined;
  if (mark === undefined || !isOurs(mark, question)) return foreign;
  const by = stored.updatedBy === '' ? 'somebody' : stored.updatedBy;
  return left(stored, `its file is gone, but ${by} saved version ${stored.version} since the last import`);
}

function cannotBeRead(failure: GrafanaFailure): string {
  return `it has no file here and cannot be read (${explainFailure(failure).seen})`;
}

function left({ uid, title, url }: Omit<LeftDashboard, 'reason'>, reason: string): Judgement {
  return { kind: 'left', left: { uid, title, url, reason } };
}

function isOurs(mark: ImportMark, { repository, environment }: PruneQuestion): boolean {
  return mark.repository === repository && mark.environment === environment;
}

interface FileState {
  readonly isGone: boolean;
  readonly reason: string;
}

/** A file that this import does not read may be another import's of the same repository, which wants the dashboard. */
async function stateOfFile({ file }: ImportMark, { wanted, files, workspace }: PruneQuestion): Promise<FileState> {
  if (file === undefined) return { isGone: true, reason: 'no file has its uid any more' };
  if (wanted.some((one) => one.file === file)) return { isGone: true, reason: `its file ${file} has another uid now` };
  if (!(await files.exists(isAbsolute(file) ? file : join(workspace, file))))
    return { isGone: true, reason: `its file ${file} is gone` };
  return { isGone: false, reason: `its file ${file} is there, but not among the dashboards of this import` };
}
