import { type BadFile, badFileHint } from '@fly-monitoring/grafana';
import {
  type Annotation,
  escapeCell,
  harmless,
  markdownLink,
  markdownTable,
  type StageReport,
  textTable,
} from '@fly-monitoring/kit';
import type { AnnotationNote } from './annotate.js';
import type { GrafanaSeen } from './grafana-seen.js';
import type { DashboardResult, ImportOutcome } from './outcome.js';
import type { FileWarning, ImportPlan } from './plan.js';
import type { FolderPlan } from './plan-folder.js';
import type { PruneResult } from './prune/apply-prune.js';
import { reportPruned, reportPrunePlan } from './prune/report-prune.js';
import type { Differences } from './read-differences.js';
import { badFileAnnotations, badFileCells, badFileRows } from './report-bad-files.js';
import { changedWords, reportDifferences } from './report-differences.js';
import { interruptedImport } from './report-interrupted.js';
import {
  libraryPanelAnnotations,
  libraryPanelCells,
  libraryPanelRows,
  plannedLibraryPanels,
} from './report-library-panels.js';

export const importDashboardsOutputs = {
  created: 'JSON list of the uids of dashboards that are new in Grafana.',
  updated: 'JSON list of the uids of dashboards that were replaced.',
  unchanged: 'JSON list of the uids of dashboards that were as wanted.',
  kept: 'JSON list of the uids of dashboards that differ and were not to be replaced (overwrite: never).',
  conflicted: 'JSON list of the uids of dashboards that were left alone because somebody else saved them.',
  failed:
    'JSON list of the uids of dashboards that were not written or deleted although they should have been, and the paths of files that are no dashboard.',
  deleted: 'JSON list of the uids of dashboards that were deleted because their file is gone (prune).',
  'backup-folder':
    'Folder with a copy of each dashboard and library panel that was replaced or deleted; empty when there was none.',
  'datasource-uid': 'Uid of the data source that the dashboards show; empty when no Grafana was given.',
  'folder-url': 'Address of the folder that holds them; empty when no Grafana was given.',
};

const kinds = ['created', 'updated', 'unchanged', 'kept', 'conflicted', 'failed'] as const;
const marks = { created: '✅', updated: '✅', unchanged: '✅', kept: 'ℹ️', conflicted: '⚠️', failed: '❌' } as const;
const planned = {
  create: 'create',
  update: 'update',
  adopt: 'leave as it is',
  unchanged: 'leave as it is',
  kept: 'leave as it is',
  conflict: 'conflict',
  unreadable: 'fail',
} as const;

const turnOn = 'Set the variable GRAFANA_URL and the secret GRAFANA_API_KEY (inputs grafana-url and grafana-token).';

export function reportImport(outcome: ImportOutcome): StageReport {
  switch (outcome.kind) {
    case 'skipped':
      return skippedReport();
    case 'planned':
      return plannedReport(outcome);
    case 'imported':
      return outcome.interruptedAt === undefined
        ? importedReport(outcome)
        : interruptedImport(importedReport(outcome), { ...outcome, at: outcome.interruptedAt });
  }
}

function skippedReport(): StageReport {
  const message = `dashboards: not checked, because no Grafana was given. ${turnOn}`;
  return {
    conclusion: 'success',
    outputs: outputsOf({ results: [], url: '' }),
    summary: `### ⏭️ import-dashboards: skipped\n\n${message}\n`,
    lines: [message],
    annotations: [{ level: 'notice', title: 'dashboards: not checked', message: turnOn }],
  };
}

type Planned = Extract<ImportOutcome, { readonly kind: 'planned' }>;

function plannedReport({ grafana, plan, prune, differences, notices, warnings, bad }: Planned): StageReport {
  const pruning = reportPrunePlan(prune);
  const changes = reportDifferences(differences);
  const dashboards = plan.steps.map(({ kind, wanted, reason }) => [wanted.title, planned[kind], reason]);
  const rows = [...plannedLibraryPanels(plan.libraryPanels), ...dashboards];
  const first = `Would ${plan.folder.exists ? 'use' : 'make'} the folder "${plan.folder.title}".`;
  return {
    conclusion: bad.length === 0 ? 'success' : 'failure',
    outputs: outputsOf({ results: [], url: plan.folder.exists ? folderUrl(grafana, plan.folder) : '', bad }),
    summary: [
      '### 📋 import-dashboards: dry run, nothing was changed',
      seenLine(grafana),
      escapeCell(first),
      markdownTable(['Dashboard', 'Would', 'Why'], [...rows.map((row) => row.map(escapeCell)), ...badFileCells(bad)]),
      ...pruning.summary,
      ...changes.summary,
    ].join('\n\n'),
    lines: [
      first,
      ...textTable(['DASHBOARD', 'WOULD', 'WHY'], [...rows, ...badFileRows(bad)]),
      ...pruning.lines,
      ...changes.lines,
    ].map(harmless),
    annotations: [
      ...badFileAnnotations(bad),
      ...notices.map(noticeOf),
      ...warnings.map(warningOf),
      ...plannedNotes(plan, differences),
      ...pruning.annotations,
    ],
  };
}

function plannedNotes({ steps }: ImportPlan, differences: Differences): readonly Annotation[] {
  return steps.flatMap((step) => {
    if (step.kind === 'kept') return [keptNotice(step)];
    if (step.kind !== 'conflict' && step.kind !== 'unreadable') return [];
    const message = `${nameOf(step)} would not be overwritten: ${step.reason}.${changedWords(differences, step)}`;
    return [{ level: 'warning', title: 'DASHBOARD_CONFLICT', message, place: { file: step.wanted.file } } as const];
  });
}

type Imported = Extract<ImportOutcome, { readonly kind: 'imported' }>;

function importedReport(outcome: Imported): StageReport {
  const { grafana, folder, results, libraryPanels, pruned, differences, backupFolder, annotation } = outcome;
  const { notices, warnings, bad } = outcome;
  const notes = [...backupLines(backupFolder), ...(annotation?.kind === 'posted' ? [annotation.words] : [])];
  const pruning = reportPruned(pruned);
  const changes = reportDifferences(differences);
  const all = [...results, ...libraryPanels, ...pruned];
  const isWhole = bad.length === 0 && all.every(({ kind }) => kind !== 'conflicted' && kind !== 'failed');
  const counts = [
    ...kinds.map((kind) => [kind, uidsOf(results, kind).length + (kind === 'failed' ? bad.length : 0)] as const),
    ['deleted', pruned.filter(({ kind }) => kind === 'deleted').length] as const,
  ].filter(([, count]) => count > 0);
  const heading = counts.map(([kind, count]) => `${count} ${kind}`).join(', ');
  const url = folderUrl(grafana, folder);
  const rows = results.map((result) => [
    linkTo(grafana, result),
    `${marks[result.kind]} ${result.kind}`,
    whyCell(result),
  ]);
  return {
    conclusion: isWhole ? 'success' : 'failure',
    outputs: {
      ...outputsOf({ results, url, pruned, backupFolder, bad }),
      'datasource-uid': grafana.datasource.uid,
    },
    summary: [
      `### ${isWhole ? '✅' : '❌'} import-dashboards: ${heading}`,
      `${seenLine(grafana)}, folder ${markdownLink(folder.title, url)}`,
      markdownTable(
        ['Dashboard', 'Result', 'Why'],
        [...libraryPanelCells(libraryPanels), ...rows, ...badFileCells(bad)],
      ),
      ...pruning.summary,
      ...changes.summary,
      ...notes.map(escapeCell),
    ].join('\n\n'),
    lines: [...importedLines(outcome, url), ...[...pruning.lines, ...changes.lines, ...notes].map(harmless)],
    annotations: [
      ...libraryPanelAnnotations(libraryPanels),
      ...results.flatMap((result) => annotationOf(result, differences)),
      ...badFileAnnotations(bad),
      ...pruning.annotations,
      ...unannotated(annotation),
      ...notices.map(noticeOf),
      ...warnings.map(warningOf),
    ],
  };
}

function importedLines({ results, libraryPanels, bad }: Imported, url: string): readonly string[] {
  const rows = results.map(({ kind, wanted, reason }) => [wanted.title, kind, reason]);
  const hints = results.flatMap((result) =>
    'hint' in result ? [`Next, for ${result.wanted.uid}: ${result.hint}`] : [],
  );
  const all = [...libraryPanelRows(libraryPanels), ...rows, ...badFileRows(bad)];
  const last = [...(bad.length === 0 ? [] : [`Next: ${badFileHint}`]), `Dashboards: ${url}`];
  return [...textTable(['DASHBOARD', 'RESULT', 'WHY'], all), ...hints, ...last].map(harmless);
}

function whyCell(result: DashboardResult): string {
  return escapeCell('hint' in result ? `${result.reason}. ${result.hint}` : result.reason);
}

function seenLine({ url, version, organisation, datasource, because }: GrafanaSeen): string {
  const where = organisation === undefined ? '' : `, organisation ${escapeCell(organisation)}`;
  return `Grafana ${escapeCell(version)} at ${escapeCell(url)}${where}, data source ${escapeCell(datasource.name)} (${escapeCell(because)})`;
}

function unannotated(note: AnnotationNote | undefined): readonly Annotation[] {
  return note?.kind === 'failed' ? [{ level: 'warning', title: 'Annotation', message: note.words }] : [];
}

function backupLines(folder: string | undefined): readonly string[] {
  return folder === undefined ? [] : [`What was replaced or deleted is kept in ${folder}`];
}

function keptNotice(kept: Pick<DashboardResult, 'wanted' | 'reason'>): Annotation {
  const { wanted, reason } = kept;
  return {
    level: 'notice',
    title: 'Dashboard',
    message: `${nameOf(kept)} was left: ${reason}.`,
    place: { file: wanted.file },
  };
}

function annotationOf(result: DashboardResult, differences: Differences): readonly Annotation[] {
  if (result.kind === 'kept') return [keptNotice(result)];
  if (!('hint' in result)) return [];
  const what = result.kind === 'conflicted' ? 'was not overwritten' : 'was not saved';
  const changed = changedWords(differences, result);
  const message = `${nameOf(result)} ${what}: ${result.reason}.${changed} Next: ${result.hint}`;
  return [{ level: 'error', title: result.code, message, place: { file: result.wanted.file } }];
}

function noticeOf(message: string): Annotation {
  return { level: 'warning', title: 'Data source', message };
}

function warningOf({ file, message }: FileWarning): Annotation {
  return { level: 'warning', title: 'Dashboard', message: `${file}: ${message}.`, place: { file } };
}

function nameOf({ wanted }: Pick<DashboardResult, 'wanted'>): string {
  return `Dashboard "${wanted.title}" (${wanted.uid})`;
}

interface OutputFacts {
  readonly results: readonly DashboardResult[];
  readonly url: string;
  readonly pruned?: readonly PruneResult[];
  readonly backupFolder?: string | undefined;
  readonly bad?: readonly BadFile[];
}

function outputsOf({ results, url, pruned = [], backupFolder = '', bad = [] }: OutputFacts): Record<string, string> {
  const prunedAs = (kind: PruneResult['kind']) => pruned.flatMap((one) => (one.kind === kind ? [one.uid] : []));
  const lists = kinds.map((kind) => [kind, uidsOf(results, kind)] as const);
  const all = { ...Object.fromEntries(lists), deleted: prunedAs('deleted') };
  const failed = [...uidsOf(results, 'failed'), ...prunedAs('failed'), ...bad.map(({ file }) => file)];
  const texts = Object.entries({ ...all, failed }).map(([name, uids]) => [name, JSON.stringify(uids)] as const);
  const addresses = { 'datasource-uid': '', 'folder-url': url, 'backup-folder': backupFolder };
  return { ...Object.fromEntries(texts), ...addresses };
}

function uidsOf(results: readonly DashboardResult[], kind: DashboardResult['kind']): readonly string[] {
  return results.filter((result) => result.kind === kind).map(({ wanted }) => wanted.uid);
}

function folderUrl({ url }: GrafanaSeen, folder: FolderPlan): string {
  return folder.uid === '' ? `${url}/dashboards` : `${url}/dashboards/f/${encodeURIComponent(folder.uid)}`;
}

/** Grafana's own paths begin at the host, also where it is served below a path; an address elsewhere is not its own. */
function linkTo({ url }: GrafanaSeen, result: DashboardResult): string {
  const { title } = result.wanted;
  if (result.url === undefined || result.url === '' || !URL.canParse(result.url, url)) return escapeCell(title);
  const address = new URL(result.url, url);
  return address.origin === new URL(url).origin ? markdownLink(title, address.href) : escapeCell(title);
}
