import type { Answer, PrometheusApi, QueryResult } from '@fly-monitoring/prometheus';
import type { CheckContext } from '../../check-module.js';
import type { GrafanaQueries } from '../../grafana/grafana-queries.js';
import { loadPromql } from '../../repository/load-promql.js';
import { metricsOfPanels } from '../../repository/metrics-in-repository.js';
import type { PlannedPanel } from '../../repository/plan-panels.js';
import { mergeExpected } from '../metrics/expected-metric.js';
import { judgeExpected } from '../metrics/judge-expected.js';
import { type AllowedPanel, isAllowed } from './allowed-panels.js';
import type { MetricState, SeriesKnown } from './judge-empty-panel.js';
import { judgePanel, type PanelState } from './judge-panels.js';
import type { PanelResult } from './panel-results.js';

/** At once; a small Prometheus evaluates twenty by default. */
const concurrency = 4;
/** Another look may show more of these. */
const isOpen: ReadonlySet<PanelState['kind']> = new Set(['missing', 'behind', 'unasked', 'empty', 'nan']);

export interface PanelWatch {
  readonly planned: readonly PlannedPanel[];
  readonly allowed: readonly AllowedPanel[];
  /** Metrics that a catalogue knows more about. */
  readonly catalogued: Parameters<typeof mergeExpected>[0];
}

type Open = GrafanaQueries & { readonly kind: 'open' };

/** Asks what is not known yet; `known` is what an earlier look found out. */
export async function lookAtPanels(
  watch: PanelWatch,
  context: CheckContext,
  { known: before, queries }: { readonly known: readonly PanelResult[]; readonly queries: Open | undefined },
): Promise<readonly PanelResult[]> {
  const isKnown = (panel: PlannedPanel) => before.find((one) => one.panel === panel && !isOpen.has(one.state.kind));
  const fresh = await inBatches(watch.planned, async (panel) => {
    return isKnown(panel) ?? { panel, state: await askPanel(panel, context.api, queries) };
  });
  // Before the targets are proved an empty panel says nothing.
  if (context.provedForMs === undefined) return fresh;
  const { judgeEmptyPanel } = await loadPromql();
  const known = await seriesKnown(watch, fresh, context);
  return fresh.map(({ panel, state }) => {
    const explained = judgeEmptyPanel(state, panel.expr, known);
    const isFine = explained.kind === 'missing' && isAllowed(panel, watch.allowed);
    return { panel, state: isFine ? { kind: 'allowed' } : explained };
  });
}

/** Where Grafana shows nothing, Prometheus is asked: what it has must get there. */
async function askPanel(panel: PlannedPanel, api: PrometheusApi, queries: Open | undefined): Promise<PanelState> {
  if (queries === undefined) return askTwice(panel, api);
  const state = await queries.ask(panel);
  if (state.kind !== 'empty' && state.kind !== 'nan') return state;
  const local = judgePanel(await api.query(panel.expr));
  if (local.kind !== 'data' && local.kind !== 'zero') return state;
  return { kind: 'behind', detail: 'Prometheus has data for it, Grafana shows none' };
}

async function askTwice({ expr }: PlannedPanel, api: PrometheusApi): Promise<PanelState> {
  const state = judgePanel(await api.query(expr));
  return state.kind === 'unasked' && !state.isFinal ? judgePanel(await api.query(expr)) : state;
}

/** About the series behind the panels that show nothing. */
async function seriesKnown(
  watch: PanelWatch,
  results: readonly PanelResult[],
  context: CheckContext,
): Promise<SeriesKnown> {
  const { labelQuery, labelsOfQuery } = await loadPromql();
  const emptyOnes = results.filter(({ state }) => state.kind === 'empty' || state.kind === 'nan');
  const panels = emptyOnes.map(({ panel }) => panel);
  const states = panels.length === 0 ? new Map() : await metricStates(watch, panels, context);
  const stateOf = (name: string): MetricState => states.get(name) ?? 'fresh';
  const needed = new Map(panels.flatMap(({ expr }) => labelsOfQuery(expr)).map((one) => [labelQuery(one), one]));
  const asked = [...needed].filter(([, { metric }]) => stateOf(metric) === 'fresh').map(([query]) => query);
  const answers = await inBatches(asked, async (query) => [query, await context.api.query(query)] as const);
  const absent = new Set(answers.filter(([, answer]) => isEmpty(answer)).map(([query]) => query));
  return { stateOf, hasLabel: (one) => !absent.has(labelQuery(one)) };
}

function isEmpty(answer: Answer<QueryResult>): boolean {
  return answer.kind === 'ok' && answer.value.type === 'series' && answer.value.series.length === 0;
}

async function metricStates(
  { catalogued }: PanelWatch,
  panels: readonly PlannedPanel[],
  context: CheckContext,
): Promise<ReadonlyMap<string, MetricState>> {
  const { metricsOfQuery } = await loadPromql();
  const names = new Set(panels.flatMap(({ expr }) => metricsOfQuery(expr)));
  const asked = mergeExpected([...catalogued, ...(await metricsOfPanels(panels))]);
  // Anywhere will do: which job must have it is asked by the check of the metrics.
  const expected = asked.filter(({ name }) => names.has(name)).map((one) => ({ ...one, jobs: undefined }));
  const judged = await judgeExpected(expected, context);
  if (judged.kind === 'unasked') return new Map();
  return new Map(judged.verdict.rows.map(({ metric, state }) => [metric, state]));
}

async function inBatches<T, R>(items: readonly T[], ask: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += concurrency) {
    results.push(...(await Promise.all(items.slice(start, start + concurrency).map(ask))));
  }
  return results;
}
