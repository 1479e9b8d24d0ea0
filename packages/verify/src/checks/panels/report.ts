import { type Annotation, escapeCell, markdownLink, markdownTable } from '@fly-monitoring/kit';
import type { Check } from '../../check.js';
import type { CheckReport } from '../../check-module.js';
import type { PlannedPanel } from '../../repository/plan-panels.js';
import { base } from './identity.js';
import type { PanelState } from './judge-panels.js';
import { type PanelResult, panelCounts } from './panel-results.js';

/** More rows help nobody to read; the JSON report has them all. */
const mostRows = 200;
const marks: Readonly<Record<PanelState['kind'], string>> = {
  data: '✅',
  zero: '✅ 0',
  nan: '⚠️ NaN',
  empty: '⚠️ empty',
  waiting: '⏳',
  allowed: '✅ empty',
  missing: '❌',
  behind: '❌',
  error: '❌',
  unasked: '❔',
};

/** Those that are wrong come first: tables may be cut at their end. */
const order: readonly PanelState['kind'][] = ['error', 'missing', 'behind', 'unasked'];

export interface PanelPlace {
  readonly results: readonly PanelResult[];
  readonly check: Check;
  /** Where Grafana is known. */
  readonly grafanaUrl: string | undefined;
}

export function reportPanels({ results, check, grafanaUrl }: PanelPlace): CheckReport {
  return {
    summary: panelsTable(results, grafanaUrl),
    lines: hollowDashboards(results).map(({ title, names }) => `Panels of ${title} without data: ${names}`),
    annotations: [...(check.verdict === 'pass' ? [] : errorAnnotations(results, check)), ...warnings(results)],
    json: { panels: results.map(panelJson) },
  };
}

function panelJson({ panel, state }: PanelResult) {
  const { file, dashboard, panel: title, refId, expr } = panel;
  const detail = 'detail' in state ? state.detail : '';
  return { file, dashboard, panel: title, refId, query: expr, state: state.kind, detail };
}

function panelsTable(results: readonly PanelResult[], grafanaUrl: string | undefined): string {
  const sorted = [...results].sort((one, other) => rank(one) - rank(other));
  const rows = sorted.map(({ panel, state }) => [
    escapeCell(panel.dashboard),
    linked(panel.panel, addressOf(panel, grafanaUrl)),
    escapeCell(panel.refId),
    `${marks[state.kind]}${'detail' in state ? ` ${escapeCell(state.detail)}` : ''}`,
  ]);
  const table = markdownTable(['Dashboard', 'Panel', 'Query', 'Shows'], rows.slice(0, mostRows));
  return `<details><summary>${escapeCell(panelCounts(results))}</summary>\n\n${table}\n\n</details>`;
}

function rank({ state }: PanelResult): number {
  const at = order.indexOf(state.kind);
  return at < 0 ? order.length : at;
}

function addressOf({ dashboardUid, panelId }: PlannedPanel, grafanaUrl: string | undefined): string | undefined {
  if (grafanaUrl === undefined || dashboardUid === undefined) return undefined;
  const panel = panelId === undefined ? '' : `?viewPanel=${panelId}`;
  return `${grafanaUrl}/d/${encodeURIComponent(dashboardUid)}${panel}`;
}

function linked(text: string, url: string | undefined): string {
  return url === undefined ? escapeCell(text) : markdownLink(text, url);
}

function errorAnnotations(results: readonly PanelResult[], check: Check): readonly Annotation[] {
  const title = check.verdict === 'fail' ? 'VERIFY_FAILED' : 'VERIFY_INCONCLUSIVE';
  const message = `${check.name}: ${check.evidence}\nNext: ${check.hint}`;
  const wrong = results.find(({ state }) => order.includes(state.kind));
  const place = wrong === undefined ? {} : { place: { file: wrong.panel.file } };
  return [{ level: 'error', title, message, check: check.name, ...place }];
}

/** One for each dashboard: a service without traffic leaves many panels empty at once. */
function warnings(results: readonly PanelResult[]): readonly Annotation[] {
  return hollowDashboards(results).map(({ file, own, names }) => {
    const message = `${panelCounts(own)}. Without data: ${names}.`;
    return { level: 'warning', title: 'Panels without data', message, check: base.name, place: { file } };
  });
}

interface HollowDashboard {
  readonly file: string;
  readonly title: string;
  readonly own: readonly PanelResult[];
  /** Of the panels that show nothing. */
  readonly names: string;
}

function hollowDashboards(results: readonly PanelResult[]): readonly HollowDashboard[] {
  const files = [...new Set(emptyOnes(results).map(({ panel }) => panel.file))];
  return files.map((file) => {
    const own = results.filter(({ panel }) => panel.file === file);
    const names = emptyOnes(own).map(({ panel, state }) => `"${panel.panel}" ${panel.refId} (${shown(state)})`);
    return { file, title: own[0]?.panel.dashboard ?? file, own, names: names.join(', ') };
  });
}

function emptyOnes(results: readonly PanelResult[]): readonly PanelResult[] {
  return results.filter(({ state }) => ['empty', 'nan', 'waiting'].includes(state.kind));
}

function shown(state: PanelState): string {
  if (state.kind === 'waiting') return state.detail;
  return state.kind === 'nan' ? 'NaN' : 'nothing';
}
