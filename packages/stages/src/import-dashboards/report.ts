import {
  type Annotation,
  escapeCell,
  harmless,
  markdownLink,
  markdownTable,
  type StageReport,
  textTable,
} from '@fly-monitoring/kit';
import type { GrafanaSeen } from './grafana-seen.js';
import type { DashboardResult, ImportOutcome } from './outcome.js';
import type { FileWarning, ImportPlan } from './plan.js';
import type { FolderPlan } from './plan-folder.js';
import { interruptedImport } from './report-interrupted.js';

export const importDashboardsOutputs = {
  created: 'JSON list of the uids of dashboards that are new in Grafana.',
  updated: 'JSON list of the uids of dashboards that were replaced.',
  unchanged: 'JSON list of the uids of dashboards that were as wanted.',
  conflicted: 'JSON list of the uids of dashboards that were left alone because somebody else saved them.',
  failed: 'JSON list of the uids of dashboards that Grafana did not take.',
  'datasource-uid': 'Uid of the data source that the dashboards show; empty when no Grafana was given.',
  'folder-url': 'Address of the folder that holds them; empty when no Grafana was given.',
};

const kinds = ['created', 'updated', 'unchanged', 'conflicted', 'failed'] as const;
const marks = { created: '✅', updated: '✅', unchanged: '✅', conflicted: '⚠️', failed: '❌' } as const;
const planned = { create: 'create', update: 'update', unchanged: 'leave as it is', conflict: 'conflict' } as const;

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
        : interruptedImport(importedReport(outcome), { at: outcome.interruptedAt, results: outcome.results });
  }
}

function skippedReport(): StageReport {
  const message = `dashboards: not checked, because no Grafana was given. ${turnOn}`;
  return {
    conclusion: 'success',
    outputs: outputsOf([], ''),
    summary: `### ⏭️ import-dashboards: skipped\n\n${message}\n`,
    lines: [message],
    annotations: [{ level: 'notice', title: 'dashboards: not checked', message: turnOn }],
  };
}

type Planned = Extract<ImportOutcome, { readonly kind: 'planned' }>;

function plannedReport({ grafana, plan, notices, warnings }: Planned): StageReport {
  const rows = plan.steps.map(({ kind, wanted, reason }) => [wanted.title, planned[kind], reason]);
  const first = `Would ${plan.folder.exists ? 'use' : 'make'} the folder "${plan.folder.title}".`;
  return {
    conclusion: 'success',
    outputs: outputsOf([], plan.folder.exists ? folderUrl(grafana, plan.folder) : ''),
    summary: [
      '### 📋 import-dashboards: dry run, nothing was changed',
      seenLine(grafana),
      escapeCell(first),
      markdownTable(
        ['Dashboard', 'Would', 'Why'],
        rows.map((row) => row.map(escapeCell)),
      ),
    ].join('\n\n'),
    lines: [first, ...textTable(['DASHBOARD', 'WOULD', 'WHY'], rows)].map(harmless),
    annotations: [...notices.map(noticeOf), ...warnings.map(warningOf), ...plannedConflicts(plan)],
  };
}

function plannedConflicts({ steps }: ImportPlan): readonly Annotation[] {
  return steps.flatMap((step) => {
    if (step.kind !== 'conflict') return [];
    const message = `${nameOf(step)} would not be overwritten: ${step.reason}.`;
    return [{ level: 'warning', title: 'DASHBOARD_CONFLICT', message, place: { file: step.wanted.file } } as const];
  });
}

type Imported = Extract<ImportOutcome, { readonly kind: 'imported' }>;

function importedReport({ grafana, folder, results, notices, warnings }: Imported): StageReport {
  const bad = results.filter(({ kind }) => kind === 'conflicted' || kind === 'failed');
  const counts = kinds.map((kind) => [kind, uidsOf(results, kind).length] as const).filter(([, count]) => count > 0);
  const heading = counts.map(([kind, count]) => `${count} ${kind}`).join(', ');
  const url = folderUrl(grafana, folder);
  const rows = results.map((result) => [
    linkTo(grafana, result),
    `${marks[result.kind]} ${result.kind}`,
    whyCell(result),
  ]);
  return {
    conclusion: bad.length === 0 ? 'success' : 'failure',
    outputs: { ...outputsOf(results, url), 'datasource-uid': grafana.datasource.uid },
    summary: [
      `### ${bad.length === 0 ? '✅' : '❌'} import-dashboards: ${heading}`,
      `${seenLine(grafana)}, folder ${markdownLink(folder.title, url)}`,
      markdownTable(['Dashboard', 'Result', 'Why'], rows),
    ].join('\n\n'),
    lines: importedLines(results, url),
    annotations: [...results.flatMap(annotationOf), ...notices.map(noticeOf), ...warnings.map(warningOf)],
  };
}

function importedLines(results: readonly DashboardResult[], url: string): readonly string[] {
  const rows = results.map(({ kind, wanted, reason }) => [wanted.title, kind, reason]);
  const hints = results.flatMap((result) =>
    'hint' in result ? [`Next, for ${result.wanted.uid}: ${result.hint}`] : [],
  );
  return [...textTable(['DASHBOARD', 'RESULT', 'WHY'], rows), ...hints, `Dashboards: ${url}`].map(harmless);
}

function whyCell(result: DashboardResult): string {
  return escapeCell('hint' in result ? `${result.reason}. ${result.hint}` : result.reason);
}

function seenLine({ url, version, organisation, datasource, because }: GrafanaSeen): string {
  const where = organisation === undefined ? '' : `, organisation ${escapeCell(organisation)}`;
  return `Grafana ${escapeCell(version)} at ${escapeCell(url)}${where}, data source ${escapeCell(datasource.name)} (${escapeCell(because)})`;
}

function annotationOf(result: DashboardResult): readonly Annotation[] {
  if (!('hint' in result)) return [];
  const what = result.kind === 'conflicted' ? 'was not overwritten' : 'was not saved';
  const message = `${nameOf(result)} ${what}: ${result.reason}. Next: ${result.hint}`;
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

function outputsOf(results: readonly DashboardResult[], url: string): Record<string, string> {
  const lists = kinds.map((kind) => [kind, JSON.stringify(uidsOf(results, kind))] as const);
  return { ...Object.fromEntries(lists), 'datasource-uid': '', 'folder-url': url };
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
