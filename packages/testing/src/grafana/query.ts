import { interpolate, stepSeconds } from './interval.js';
import { flagIn, isRecord, type Json, numberIn, recordIn, textIn } from './json.js';
import type { Outbound } from './outbound.js';
import type { PanelQuery, TimeRange } from './panel-query.js';
import { askPrometheus, type PrometheusAnswer } from './prometheus.js';
import type { StoredDatasource } from './store.js';

export type QueryAnswer = {
  readonly query: PanelQuery;
  readonly executed: string;
  readonly stepMs: number;
  readonly answer: PrometheusAnswer;
};

/** `datasource` is an object since Grafana 8; expressions are no concern of Prometheus. */
export function queryFrom(item: unknown): PanelQuery & { readonly datasourceUid: string } {
  const query: Json = isRecord(item) ? item : {};
  return {
    refId: textIn(query, 'refId') ?? 'A',
    expr: textIn(query, 'expr') ?? '',
    // Neither asked for: Grafana runs a range query.
    isInstant: flagIn(query, 'instant') && !flagIn(query, 'range'),
    intervalMs: numberIn(query, 'intervalMs') ?? 1000,
    maxDataPoints: numberIn(query, 'maxDataPoints') ?? 100,
    datasourceUid: textIn(recordIn(query, 'datasource'), 'uid') ?? '',
  };
}

export async function runQuery(
  source: { readonly outbound: Outbound; readonly datasource: StoredDatasource },
  query: PanelQuery,
  range: TimeRange,
): Promise<QueryAnswer> {
  const stepS = stepSeconds(query, range, source.datasource);
  const executed = interpolate(query.expr, { stepS, range, datasource: source.datasource });
  const question = query.isInstant
    ? { path: '/api/v1/query', form: { query: executed, time: seconds(range.toMs) } }
    : { path: '/api/v1/query_range', form: rangeForm(executed, range, stepS) };
  const answer = await askPrometheus(source.outbound, source.datasource, question);
  return { query, executed, stepMs: stepS * 1000, answer };
}

/** Both ends on the step, as Grafana does, so that refreshing shows the same points. */
function rangeForm(query: string, range: TimeRange, stepS: number): Record<string, string> {
  const aligned = (ms: number): string => String(Math.floor(ms / 1000 / stepS) * stepS);
  return { query, start: aligned(range.fromMs), end: aligned(range.toMs), step: String(stepS) };
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

/** `now`, `now-1h` or milliseconds since the epoch. */
export function parseTime(text: string, nowMs: number): number | undefined {
  const groups = /^now(?:-(?<count>\d+)(?<unit>[smhdw]))?$/.exec(text)?.groups;
  if (groups !== undefined) {
    return nowMs - Number(groups['count'] ?? 0) * (UNIT_MS[groups['unit'] ?? 's'] ?? 0);
  }
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

const UNIT_MS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};
