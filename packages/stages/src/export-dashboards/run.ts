import { isAbsolute, join } from 'node:path';
import {
  type BadFile,
  type ConflictCause,
  type DashboardDocument,
  decodeText,
  type ImportStep,
  invalid,
} from '@fly-monitoring/grafana';
import { invalidInputs, type StageTools } from '@fly-monitoring/kit';
import { type ImportWork, type ReadImport, readWork } from '../import-dashboards/read-work.js';
import type { ExportInputs } from './inputs.js';
import type { ExportOutcome, ExportResult } from './outcome.js';
import { planFile } from './plan-export.js';

/** What an import would read, and which of it is meant. */
export type ExportWork = ImportWork & Pick<ExportInputs, 'uids'>;

/** Reads what an import would, and writes files in place of dashboards. */
export async function runExport(work: ExportWork, tools: StageTools): Promise<ExportOutcome> {
  const { grafana, inputs: ofImport, documents } = work;
  const read = await readWork(work, { tools, wakeBudgetMs: ofImport.wakeTimeout });
  const meant = chooseDocuments(work, read);
  const texts = new Map(await Promise.all(meant.map(async ({ file }) => [file, await textOf(file, tools)] as const)));
  const { wantedOf, existing, unreadable, bad } = read;
  const place = { environment: ofImport.place, grafanaUrl: grafana.url };
  const exporting = { documents, texts, wantedOf, existing, unreadable, ...place };
  const results: ExportResult[] = [];
  for (const document of meant) {
    const { result, text } = planFile(document, exporting);
    if (text !== undefined && !ofImport.dryRun) await tools.files.writeText(absolute(document.file, tools), text);
    results.push(result);
  }
  return { isDryRun: ofImport.dryRun, results, bad };
}

function chooseDocuments({ uids, documents, bad }: ExportWork, read: ReadImport): readonly DashboardDocument[] {
  if (uids.length > 0) return chooseNamed(uids, { documents, unread: bad, read });
  const edited = new Set(read.plan.steps.filter(isEdited).map(({ wanted }) => wanted.file));
  return documents.filter(({ file }) => edited.has(file));
}

interface Choice {
  readonly documents: readonly DashboardDocument[];
  /** Files that no dashboard could be read from, so that their uids are not known. */
  readonly unread: readonly BadFile[];
  readonly read: ReadImport;
}

/** @throws SuiteError INPUT_INVALID for a uid that no file has, DASHBOARD_INVALID for one of a file that an import refuses */
function chooseNamed(uids: readonly string[], { documents, unread, read }: Choice): readonly DashboardDocument[] {
  const inGrafana = new Map(read.wanted.map(({ file, uid }) => [file, uid]));
  const isMeant = (one: DashboardDocument, uid: string) => one.uid === uid || inGrafana.get(one.file) === uid;
  const unknown = uids.filter((uid) => !documents.some((document) => isMeant(document, uid)));
  if (unknown.length > 0) throw invalidInputs(unknown.map((uid) => unknownUid(uid, documents, unread)));
  const meant = documents.filter((document) => uids.some((uid) => isMeant(document, uid)));
  const refused = read.bad.filter(({ file }) => meant.some((one) => one.file === file));
  if (refused.length > 0) throw invalid(refused);
  return meant;
}

/** What a file on the server, another environment or a folder decides is nothing to take over. */
const notEdited: ReadonlySet<ConflictCause> = new Set(['provisioned', 'other-environment', 'folder']);

function isEdited(step: ImportStep): boolean {
  return step.kind === 'conflict' && !notEdited.has(step.cause);
}

function unknownUid(uid: string, documents: readonly DashboardDocument[], unread: readonly BadFile[]): string {
  const known = documents.map((document) => document.uid).join(', ');
  const files = unread.map(({ file, problems }) => `${file} (${problems.join('; ')})`).join(', ');
  const others = unread.length === 0 ? '' : `, and these could not be read: ${files}`;
  return `Input "uid" names "${uid}"; no file of input "dashboards" has it, those that are there have ${known}${others}.`;
}

async function textOf(file: string, tools: StageTools): Promise<string> {
  const decoded = decodeText((await tools.files.readBytes(absolute(file, tools))) ?? new Uint8Array());
  return decoded.kind === 'text' ? decoded.text : '';
}

function absolute(file: string, { context }: StageTools): string {
  return isAbsolute(file) ? file : join(context.workspace, file);
}
