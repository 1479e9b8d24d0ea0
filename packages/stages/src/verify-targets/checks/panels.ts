import { type Annotation, escapeCell, markdownTable } from '@fly-monitoring/kit';
import type { Check, PanelState } from '@fly-monitoring/prometheus';
import { askPanels, type PanelResult } from '../ask-panels.js';
import { checkModule, type Told } from '../check-module.js';
import { listed } from '../check-words.js';
import { planPanels } from '../plan-panels.js';

const base = { name: 'panels', blame: 'dashboards' } as const;
/** More rows help nobody to read; the JSON report has them all. */
const mostRows = 200;
const marks = { data: '✅', zero: '✅ 0', nan: '⚠️ NaN', empty: '⚠️ empty', error: '❌', unasked: '❔' } as const;

export const panels = checkModule({
  ...base,
  inputs: {},
  prepare: (_, { material, plan }) => {
    const planned = planPanels(material.dashboards, plan.scrapeIntervalMs);
    if (planned.length === 0) return { skipped: 'no dashboard with panels was found' };
    return {
      when: 'end',
      needsQueries: true,
      steps: [`Would run the queries of ${planned.length} panels.`],
      start:
        () =>
        async ({ api }) => {
          const results = await askPanels(planned, api);
          const check = panelsCheck(results);
          return { checks: [check], told: tellPanels(results, check) };
        },
    };
  },
});

function panelsCheck(results: readonly PanelResult[]): Check {
  const wrong = results.filter(({ state }) => state.kind === 'error');
  if (wrong.length > 0) {
    const hint = 'Correct the query in the dashboard; Prometheus says what is wrong with it.';
    return { ...base, verdict: 'fail', evidence: listed(wrong.map(panelWords)), hint };
  }
  const unasked = results.filter(({ state }) => state.kind === 'unasked');
  if (unasked.length > 0) {
    const hint = 'Run again when Prometheus answers queries.';
    return { ...base, verdict: 'inconclusive', blame: 'monitoring', evidence: listed(unasked.map(panelWords)), hint };
  }
  return { ...base, verdict: 'pass', evidence: panelCounts(results), hint: '' };
}

function panelWords({ panel, state }: PanelResult): string {
  return `${panel.dashboard}, "${panel.panel}" ${panel.refId}: ${'detail' in state ? state.detail : state.kind}`;
}

const stateWords = [
  ['data', 'show data'],
  ['zero', 'show 0'],
  ['nan', 'show NaN'],
  ['empty', 'are empty'],
] as const;

function panelCounts(results: readonly PanelResult[]): string {
  const counts = stateWords.map(
    ([kind, words]) => [results.filter(({ state }) => state.kind === kind).length, words] as const,
  );
  const told = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  return `${results.length} queries: ${told.join(', ')}`;
}

function tellPanels(results: readonly PanelResult[], check: Check): Told {
  return {
    summary: panelsTable(results),
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

function panelsTable(results: readonly PanelResult[]): string {
  const rows = results.map(({ panel, state }) => [
    escapeCell(panel.dashboard),
    escapeCell(panel.panel),
    escapeCell(panel.refId),
    `${marks[state.kind]}${'detail' in state ? ` ${escapeCell(state.detail)}` : ''}`,
  ]);
  const table = markdownTable(['Dashboard', 'Panel', 'Query', 'Shows'], rows.slice(0, mostRows));
  return `<details><summary>${escapeCell(panelCounts(results))}</summary>\n\n${table}\n\n</details>`;
}

function errorAnnotations(results: readonly PanelResult[], check: Check): readonly Annotation[] {
  const title = check.verdict === 'fail' ? 'VERIFY_FAILED' : 'VERIFY_INCONCLUSIVE';
  const message = `${check.name}: ${check.evidence}\nNext: ${check.hint}`;
  const wrong = results.find(({ state }) => state.kind === 'error');
  return [{ level: 'error', title, message, ...(wrong === undefined ? {} : { place: { file: wrong.panel.file } }) }];
}

/** One for each dashboard: a service without traffic leaves many panels empty at once. */
function warnings(results: readonly PanelResult[]): readonly Annotation[] {
  return hollowDashboards(results).map(({ file, own, names }) => {
    const message = `${panelCounts(own)}. Without data: ${names}.`;
    return { level: 'warning', title: 'Panels without data', message, place: { file } };
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
  const files = [...new Set(hollow(results).map(({ panel }) => panel.file))];
  return files.map((file) => {
    const own = results.filter(({ panel }) => panel.file === file);
    const names = hollow(own).map(({ panel, state }) => `"${panel.panel}" ${panel.refId} (${shown(state.kind)})`);
    return { file, title: own[0]?.panel.dashboard ?? file, own, names: names.join(', ') };
  });
}

function hollow(results: readonly PanelResult[]): readonly PanelResult[] {
  return results.filter(({ state }) => state.kind === 'empty' || state.kind === 'nan');
}

function shown(kind: PanelState['kind']): string {
  return kind === 'nan' ? 'NaN' : 'nothing';
}
