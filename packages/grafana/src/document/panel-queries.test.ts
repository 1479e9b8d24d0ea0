import { describe, expect, test } from '@jest/globals';
import { panelQueries } from './panel-queries.js';

const json = {
  templating: { list: [{ name: 'source', type: 'datasource', query: 'prometheus' }] },
  panels: [
    { id: 1, type: 'text', title: 'Read me' },
    {
      id: 2,
      type: 'timeseries',
      title: 'Rate',
      datasource: { type: 'prometheus', uid: 'prom' },
      targets: [
        { refId: 'A', expr: 'rate(a_total[5m])' },
        { refId: 'B', expr: 'b', hide: true },
        { refId: 'C', expr: '  ' },
        { refId: 'D', expr: 'd', instant: true, datasource: { type: 'loki', uid: 'logs' } },
      ],
    },
    {
      id: 3,
      type: 'row',
      collapsed: true,
      panels: [
        { id: 4, title: 'Inside', datasource: `\${source}`, targets: [{ expr: 'c', instant: true, range: true }] },
      ],
    },
    { id: 5, title: 'Shared', libraryPanel: { uid: 'lib', name: 'Shared' } },
  ],
};

describe('panelQueries', () => {
  test('finds every query that the page sends, also in collapsed rows', () => {
    expect(panelQueries({ json })).toEqual([
      {
        panelId: 2,
        panelTitle: 'Rate',
        refId: 'A',
        expr: 'rate(a_total[5m])',
        datasource: { uid: 'prom', type: 'prometheus' },
        mode: 'range',
      },
      {
        panelId: 2,
        panelTitle: 'Rate',
        refId: 'D',
        expr: 'd',
        datasource: { uid: 'logs', type: 'loki' },
        mode: 'instant',
      },
      {
        panelId: 4,
        panelTitle: 'Inside',
        refId: 'A',
        expr: 'c',
        datasource: { uid: `\${source}`, type: 'prometheus' },
        mode: 'both',
      },
    ]);
  });

  test('reads the rows of old dashboards', () => {
    const old = { rows: [{ panels: [{ id: 1, title: 'Old', targets: [{ refId: 'A', expr: 'up' }] }] }] };
    expect(panelQueries({ json: old })).toMatchObject([
      { panelTitle: 'Old', expr: 'up', datasource: { uid: undefined } },
    ]);
  });
});
