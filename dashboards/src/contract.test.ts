import { panelQueries, resolveGrafanaMacros } from '@fly-monitoring/grafana';
import type { Matcher, Selector } from '@fly-monitoring/prometheus';
import { analyzeQuery } from '@fly-monitoring/prometheus/promql';
import { describe, expect, test } from '@jest/globals';
import { type CatalogueEntry, catalogue, dashboardDocuments } from '../test/page.js';

/** Labels that Prometheus puts on every series of a target. */
const targetLabels = ['service', 'job', 'instance'];
/** Series that Prometheus makes itself for every target. */
const ofPrometheus = ['up'];

const metrics = new Map(catalogue().map((entry) => [entry.name, entry]));
const services = new Set(catalogue().flatMap((entry) => entry.services));

const queries = dashboardDocuments().flatMap((document) =>
  panelQueries(document).map(({ panelTitle, expr }) => ({ panelTitle, expr: analyzeQuery(resolve(expr)) })),
);
const selectors = queries.flatMap(({ panelTitle, expr }) =>
  expr.selectors.map((selector) => ({ panelTitle, selector })),
);

describe('dashboards and the catalogue of metrics', () => {
  test('use metrics that a service exposes', () => {
    const unknown = selectors.filter(({ selector }) => !isKnown(selector.metric));
    expect(unknown).toEqual([]);
    expect(selectors.length).toBeGreaterThan(10);
  });

  test('select by labels that the metric has', () => {
    const wrong = selectors.flatMap(({ panelTitle, selector }) =>
      selector.matchers
        .filter(({ name }) => !labelsOf(selector).includes(name))
        .map((matcher) => ({ panelTitle, matcher })),
    );
    expect(wrong).toEqual([]);
  });

  test('select by values that the label can have', () => {
    const wrong = selectors.flatMap(({ panelTitle, selector }) =>
      selector.matchers.filter((matcher) => !isPossible(selector, matcher)).map((matcher) => ({ panelTitle, matcher })),
    );
    expect(wrong).toEqual([]);
  });

  test('group by labels that one of the metrics of the query has', () => {
    const wrong = queries.flatMap(({ panelTitle, expr }) => {
      const known = new Set(expr.selectors.flatMap(labelsOf));
      return expr.groupingLabels.filter((label) => !known.has(label)).map((label) => ({ panelTitle, label }));
    });
    expect(wrong).toEqual([]);
  });

  test('would not pass with a metric that nobody exposes', () => {
    expect(isKnown('fechatter_http_request_total')).toBe(false);
    expect(isKnown('fechatter_http_request_duration_seconds')).toBe(false);
  });
});

/** The entry behind a name; of a histogram only its three series can be asked for. */
function entryOf(metric: string | undefined): CatalogueEntry | undefined {
  const plain = metrics.get(metric ?? '');
  if (plain !== undefined) return plain.type === 'histogram' ? undefined : plain;
  const family = metrics.get((metric ?? '').replace(/_(bucket|sum|count)$/, ''));
  return family?.type === 'histogram' ? family : undefined;
}

function isKnown(metric: string | undefined): boolean {
  return ofPrometheus.includes(metric ?? '') || entryOf(metric) !== undefined;
}

function labelsOf({ metric = '' }: Selector): readonly string[] {
  const own = Object.keys(entryOf(metric)?.labels ?? {});
  return [...own, ...(metric.endsWith('_bucket') ? ['le'] : []), ...targetLabels];
}

function isPossible({ metric }: Selector, { name, operator, value }: Matcher): boolean {
  if (operator !== '=') return true;
  if (name === 'service') return (entryOf(metric)?.services ?? [...services]).includes(value);
  return entryOf(metric)?.labels[name]?.includes(value) ?? true;
}

function resolve(expr: string): string {
  const values = { intervalMs: 15_000, scrapeIntervalMs: 15_000, rangeMs: 3_600_000, variables: { service: '.+' } };
  return resolveGrafanaMacros(expr, values).expr;
}
