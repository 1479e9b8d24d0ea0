import { allPanels, panelQueries, resolveGrafanaMacros } from '@fly-monitoring/grafana';
import { analyzeQuery } from '@fly-monitoring/prometheus/promql';
import { describe, expect, test } from '@jest/globals';
import { dashboardDocuments } from '../test/page.js';

/**
 * The rules of grafana/dashboard-linter. Two are left out: its variables "job" and "instance" would make people choose
 * between scrape jobs, and the services are what they think in ("service").
 */
describe.each(dashboardDocuments().map((document) => [document.file, document] as const))('%s', (_, document) => {
  const { json } = document;
  const variables = (json['templating'] as { readonly list: readonly Record<string, unknown>[] }).list;
  const charts = allPanels(json).filter(({ type }) => type !== 'row');
  const queries = panelQueries(document);
  const resolved = queries.map((query) => ({ ...query, expr: resolve(query.expr) }));

  test('has a variable for the data source, which every panel and query uses', () => {
    expect(variables[0]).toMatchObject({ name: 'datasource', type: 'datasource', query: 'prometheus' });
    expect(charts.map(({ datasource }) => datasource)).toEqual(charts.map(() => viaVariable));
    expect(queries.map(({ datasource }) => datasource)).toEqual(queries.map(() => viaVariable));
  });

  test('asks for the values of variables anew when the time range changes', () => {
    const asked = variables.filter(({ type }) => type === 'query');
    expect(asked.map(({ refresh }) => refresh)).toEqual(asked.map(() => 2));
  });

  test('has a title, a description, a unit and a query on every panel', () => {
    const bare = charts.filter((panel) => {
      const { unit } = (panel['fieldConfig'] as { readonly defaults: { readonly unit?: string } }).defaults;
      return !panel['title'] || !panel['description'] || !unit || (panel['targets'] as readonly unknown[]).length === 0;
    });
    expect(bare).toEqual([]);
    expect(charts.length).toBeGreaterThan(0);
  });

  test('has titles that differ', () => {
    const titles = charts.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test('names every line of every panel', () => {
    const targets = charts.flatMap((panel) => panel['targets'] as readonly { readonly legendFormat?: string }[]);
    expect(targets.filter(({ legendFormat }) => !legendFormat || legendFormat === '__auto')).toEqual([]);
  });

  test('holds queries that parse', () => {
    expect(
      resolved.flatMap(({ panelTitle, expr }) => analyzeQuery(expr).errors.map((error) => [panelTitle, error])),
    ).toEqual([]);
  });

  test('uses $__rate_interval for every range', () => {
    const ranges = queries.flatMap(({ expr }) =>
      [...expr.matchAll(/\[(?<range>[^\]]*)\]/g)].map(({ groups }) => groups?.['range']),
    );
    expect(new Set(ranges)).toEqual(new Set(['$__rate_interval']));
  });

  test('takes rates of counters only, and counters only as rates', () => {
    const selectors = resolved.flatMap(({ expr }) => analyzeQuery(expr).selectors);
    const wrong = selectors.filter(({ metric = '', inside }) => {
      const isCounter = /_(total|bucket|sum|count)$/.test(metric);
      return isCounter !== ['rate', 'increase', 'resets'].includes(inside[0] ?? '');
    });
    expect(wrong).toEqual([]);
  });

  test('cannot be edited in Grafana, refreshes every 30 s and uses each of its variables', () => {
    expect(json).toMatchObject({ editable: false, refresh: '30s' });
    const text = JSON.stringify(json);
    expect(
      variables.filter(({ name }) => !text.includes(`$${String(name)}`) && !text.includes(`\${${String(name)}}`)),
    ).toEqual([]);
  });

  test('fills the 24 columns of the page without one panel on another', () => {
    const cells = allPanels(json).flatMap((panel) => {
      const { x, y, w, h } = panel['gridPos'] as Record<'x' | 'y' | 'w' | 'h', number>;
      return Array.from({ length: w * h }, (__, index) => `${x + (index % w)},${y + Math.floor(index / w)}`);
    });
    const rows = new Set(cells.map((cell) => cell.split(',')[1]));
    expect(new Set(cells).size).toBe(cells.length);
    expect(cells.length).toBe(rows.size * 24);
  });
});

const viaVariable = { type: 'prometheus', uid: `\${datasource}` };

function resolve(expr: string): string {
  const values = { intervalMs: 15_000, scrapeIntervalMs: 15_000, rangeMs: 3_600_000, variables: { service: '.+' } };
  const { expr: text, unresolved } = resolveGrafanaMacros(expr, values);
  expect(unresolved).toEqual([]);
  return text;
}
