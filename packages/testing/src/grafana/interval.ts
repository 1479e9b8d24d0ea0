import { textIn } from './json.js';
import type { PanelQuery, TimeRange } from './panel-query.js';
import type { StoredDatasource } from './store.js';

/** Grafana's own default where the datasource names no scrape interval. */
const DEFAULT_SCRAPE_S = 15;
/** Prometheus refuses more points than this per series. */
const MOST_POINTS = 11_000;

export function stepSeconds(query: PanelQuery, range: TimeRange, datasource: StoredDatasource): number {
  const spanS = Math.max(1, (range.toMs - range.fromMs) / 1000);
  const wanted = Math.max(spanS / query.maxDataPoints, query.intervalMs / 1000, scrapeSeconds(datasource));
  return Math.ceil(Math.max(wanted, spanS / MOST_POINTS));
}

/** The variables Grafana's backend fills in itself; those of the dashboard are the browser's work. */
export function interpolate(
  expr: string,
  at: { readonly stepS: number; readonly range: TimeRange; readonly datasource: StoredDatasource },
): string {
  const spanMs = at.range.toMs - at.range.fromMs;
  const scrapeS = scrapeSeconds(at.datasource);
  const values: Readonly<Record<string, string>> = {
    __rate_interval: `${Math.max(at.stepS + scrapeS, 4 * scrapeS)}s`,
    __interval_ms: String(at.stepS * 1000),
    __interval: `${at.stepS}s`,
    __range_ms: String(spanMs),
    __range_s: String(Math.round(spanMs / 1000)),
    __range: `${Math.round(spanMs / 1000)}s`,
  };
  return expr.replace(/\$(?:\{(__\w+)\}|(__\w+))/g, (found, braced?: string, plain?: string) => {
    return values[braced ?? plain ?? ''] ?? found;
  });
}

function scrapeSeconds(datasource: StoredDatasource): number {
  const groups = /^(?<count>\d+)(?<unit>[sm])$/.exec(textIn(datasource.jsonData, 'timeInterval') ?? '')?.groups;
  if (groups === undefined) {
    return DEFAULT_SCRAPE_S;
  }
  return Number(groups['count']) * (groups['unit'] === 'm' ? 60 : 1);
}
