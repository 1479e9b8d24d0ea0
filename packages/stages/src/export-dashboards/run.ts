import { isAbsolute, join } from 'node:path';
import { type ConflictCause, type DashboardDocument, decodeText, type ImportStep } from '@fly-monitoring/grafana';
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
  const { wantedOf, existing } = read;
  const exporting = { documents, texts, wantedOf, existing, environment: ofImport.place, grafanaUrl: grafana.url };
  const results: ExportResult[] = [];
  for (const document of meant) {
    const { result, text } = planFile(document, exporting);
    if (text !== undefined && !ofImport.dryRun) await tools.files.writeText(absolute(document.file, tools), text);
    results.push(result);
  }
  return { isDryRun: ofImport.dryRun, results };
}

/** @throws SuiteError INPUT_INVALID for a uid that no file has */
function chooseDocuments({ uids, documents }: ExportWork, { wanted, plan }: ReadImport): readonly DashboardDocument[] {
  if (uids.length === 0) return documents.filter((_, index) => isEdited(plan.steps[index]));
  const isMeant = (index: number, uid: string) => documents[index]?.uid === uid || wanted[index]?.uid === uid;
  const unknown = uids.filter((uid) => !documents.some((_, index) => isMeant(index, uid)));
  if (unknown.length > 0) throw invalidInputs(unknown.map((uid) => unknownUid(uid, documents)));
  return documents.filter((_, index) => uids.some((uid) => isMeant(index, uid)));
}

/** What a file on the server or another environment decides is nothing to take over, nor what is not handed out. */
const notEdited: ReadonlySet<ConflictCause> = new Set(['provisioned', 'other-environment', 'folder', 'new-schema']);

function isEdited(step: ImportStep | undefined): boolean {
  return step?.kind === 'conflict' && !notEdited.has(step.cause);
}

function unknownUid(uid: string, documents: readonly DashboardDocument[]): string {
  const known = documents.map((document) => document.uid).join(', ');
  return `Input "uid" names "${uid}"; no file of input "dashboards" has it, those that are there have ${known}.`;
}

async function textOf(file: string, tools: StageTools): Promise<string> {
  const decoded = decodeText((await tools.files.readBytes(absolute(file, tools))) ?? new Uint8Array());
  return decoded.kind === 'text' ? decoded.text : '';
}

function absolute(file: string, { context }: StageTools): string {
  return isAbsolute(file) ? file : join(context.workspace, file);
}
