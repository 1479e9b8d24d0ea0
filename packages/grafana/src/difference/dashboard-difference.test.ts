import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { JsonObject } from '../json.js';
import { dashboardDifference, shortDifference } from './dashboard-difference.js';

const requests = {
  id: 1,
  title: 'Requests',
  type: 'timeseries',
  gridPos: { x: 0, y: 0, w: 12, h: 8 },
  datasource: { type: 'prometheus', uid: '$datasource' },
  targets: [{ refId: 'A', expr: 'rate(http_requests_total[5m])' }],
  fieldConfig: { defaults: { unit: 'reqps', thresholds: { steps: [{ value: null }] } }, overrides: [] },
  options: { legend: { showLegend: true }, tooltip: { mode: 'single' } },
};
const errors = { id: 2, title: 'Errors', type: 'stat', gridPos: { x: 12, y: 0, w: 12, h: 8 } };
const job = { name: 'job', type: 'query', query: 'label_values(job)', current: { text: 'api', value: 'api' } };
const dashboard = {
  uid: 'shop',
  title: 'Shop',
  refresh: '30s',
  panels: [requests, errors],
  templating: { list: [job] },
  annotations: { list: [{ name: 'Deploys', enable: true }] },
};

const withPanel = (change: JsonObject) => ({ ...dashboard, panels: [{ ...requests, ...change }, errors] });
const withVariable = (change: JsonObject) => ({ ...dashboard, templating: { list: [{ ...job, ...change }] } });
const longQuery = (last: string) => `sum by (service) (rate(${'fechatter_http_requests_'.repeat(4)}total[${last}]))`;

const rows: readonly (readonly [string, JsonObject, readonly string[]])[] = [
  ['nothing', dashboard, []],
  ['the numbers that Grafana writes', { ...dashboard, id: 7, version: 3, schemaVersion: 41 }, []],
  [
    'a query',
    withPanel({ targets: [{ refId: 'A', expr: 'rate(http_requests_total[1m])' }] }),
    ['panel "Requests": query A: rate(http_requests_total[5m]) → rate(http_requests_total[1m])'],
  ],
  [
    'the legend of a query, one more query, and none of the first',
    withPanel({ targets: [{ refId: 'B', expr: 'up' }] }),
    ['panel "Requests": query B added; query A removed'],
  ],
  [
    'thresholds and the unit',
    withPanel({ fieldConfig: { defaults: { unit: 's', thresholds: { steps: [] } }, overrides: [] } }),
    ['panel "Requests": unit reqps → s; thresholds'],
  ],
  [
    'an option',
    withPanel({ options: { ...requests.options, legend: { showLegend: false } } }),
    ['panel "Requests": options (legend)'],
  ],
  [
    'the data source',
    withPanel({ datasource: { type: 'prometheus', uid: 'prom' } }),
    ['panel "Requests": data source $datasource → prom'],
  ],
  ['its title', withPanel({ title: 'Calls' }), ['panel "Calls": title was "Requests"']],
  ['its type', withPanel({ type: 'stat' }), ['panel "Requests": type timeseries → stat']],
  ['its place', withPanel({ gridPos: { x: 0, y: 9, w: 12, h: 8 } }), ['panel "Requests": moved']],
  ['its size', withPanel({ gridPos: { x: 0, y: 0, w: 24, h: 8 } }), ['panel "Requests": resized']],
  ['a panel less', { ...dashboard, panels: [requests] }, ['panel "Errors" removed']],
  [
    'a panel more, and its number elsewhere',
    { ...dashboard, panels: [{ ...requests, id: 11 }, errors, { id: 1, title: 'Latency', type: 'stat' }] },
    ['panel "Latency" added'],
  ],
  [
    'a variable',
    withVariable({ query: 'label_values(up, job)', current: { text: 'web', value: 'web' } }),
    ['variable "job": query label_values(job) → label_values(up, job); selection api → web'],
  ],
  [
    'variables and annotation queries that came and went',
    { ...dashboard, templating: { list: [{ name: 'pod' }] }, annotations: { list: [] } },
    ['variable "pod" added', 'variable "job" removed', 'annotation query "Deploys" removed'],
  ],
  [
    'settings',
    { ...dashboard, refresh: '1m', tags: ['mine'], title: 'The shop' },
    ['title: Shop → The shop', 'refresh: 30s → 1m', 'tags: nothing → ["mine"]'],
  ],
];

describe('dashboardDifference', () => {
  test.each(rows)('tells %s', (_, after, lines) => {
    expect(dashboardDifference(dashboard, after)).toEqual(lines);
  });

  test('shows a long query where it differs', () => {
    const [before, after] = ['5m', '1h'].map((last) => ({
      panels: [{ ...requests, targets: [{ expr: longQuery(last) }] }],
    }));
    const [line = ''] = dashboardDifference(before ?? {}, after ?? {});
    expect(line).toMatch(/query A: ….*total\[5m\]\)\) → ….*total\[1h\]\)\)$/);
    expect(line.length).toBeLessThan(200);
  });

  test('tells panels that were pushed down in one line', () => {
    const column = (top: number) =>
      [0, 1, 2, 3, 4].map((row) => ({
        title: `Row ${row}`,
        type: 'stat',
        gridPos: { x: 0, y: top + row, w: 1, h: 1 },
      }));
    expect(dashboardDifference({ panels: column(0) }, { panels: column(8) })).toEqual(['5 panels moved or resized']);
  });

  test('finds panels in rows', () => {
    const inRow = (panel: JsonObject) => ({ panels: [{ type: 'row', title: 'R', panels: [panel] }] });
    expect(dashboardDifference(inRow(errors), inRow({ ...errors, type: 'gauge' }))).toEqual([
      'panel "Errors": type stat → gauge',
    ]);
  });

  test('is empty for equal dashboards, whatever is in them, and never throws', () => {
    fc.assert(
      fc.property(fc.object(), fc.object(), (one, other) => {
        const json = { ...one, panels: [other] };
        expect(dashboardDifference(json, structuredClone(json))).toEqual([]);
        expect(Array.isArray(dashboardDifference({ ...one, panels: [one] }, { ...other, panels: [other] }))).toBe(true);
      }),
    );
  });
});

test('a long difference is cut, and says by how much', () => {
  expect(shortDifference(['a', 'b', 'c'], 3)).toEqual(['a', 'b', 'c']);
  expect(shortDifference(['a', 'b', 'c'], 2)).toEqual(['a', 'b', 'and 1 more change']);
  expect(shortDifference(['a', 'b', 'c'], 1)).toEqual(['a', 'and 2 more changes']);
});
