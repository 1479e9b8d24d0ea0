import type { Probe } from '../probe.js';
import { makeDatasource, queryBody } from './parts.js';

const query = 'pkg/api/ds_query.go QueryMetricsV2';

export const queryProbes: readonly Probe[] = [
  {
    id: 'queries/good',
    relies: 'a query is answered with frames whose schema names the columns, and their values',
    source: `${query}; docs/sources/developer-resources/api-reference/http-api/api-legacy/data_source.md`,
    steps: [
      makeDatasource({ url: '{prometheus}' }),
      {
        ask: 'POST /api/ds/query',
        body: queryBody('vector(1)'),
        expect: {
          status: [200],
          body: {
            fields: {
              results: {
                fields: {
                  A: {
                    fields: {
                      frames: {
                        list: {
                          fields: {
                            schema: { fields: { fields: { some: { fields: { type: { is: 'number' } } } } } },
                            data: { fields: { values: { list: { list: 'any' }, atLeast: 2 } } },
                          },
                        },
                        atLeast: 1,
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    ],
  },
  {
    id: 'queries/wrong',
    relies: 'a wrong query is told in the result of its refId, with 400, or with 207 where that is switched on',
    source: `${query} toJsonStreamingResponse; the toggle datasourceQueryMultiStatus`,
    steps: [
      makeDatasource({ url: '{prometheus}' }),
      {
        ask: 'POST /api/ds/query',
        body: queryBody('sum(('),
        expect: {
          status: [400, 207],
          body: { fields: { results: { fields: { A: { fields: { error: { matches: /parse error|bad_data/ } } } } } } },
        },
      },
    ],
  },
  {
    id: 'queries/closed-port',
    relies: 'a data source that cannot be reached is told in the result of the refId',
    source: `${query} toJsonStreamingResponse`,
    steps: [
      makeDatasource(),
      {
        ask: 'POST /api/ds/query',
        body: queryBody('vector(1)'),
        expect: {
          status: [400, 207, 500, 502],
          body: { fields: { results: { fields: { A: { fields: { error: { matches: /refused/ } } } } } } },
        },
      },
    ],
  },
  {
    id: 'queries/unknown-uid',
    relies: 'a data source that is not there is 404',
    source: 'pkg/api/ds_query.go handleQueryMetricsError',
    steps: [
      {
        ask: 'POST /api/ds/query',
        body: queryBody('vector(1)', '{prefix}-none'),
        expect: { status: [404], body: { fields: { message: { matches: /not found/i } } } },
      },
    ],
  },
  {
    id: 'queries/name-for-uid',
    relies: 'a data source is not found by its name',
    source: 'pkg/services/query/query.go getDataSourceFromQuery',
    steps: [
      makeDatasource(),
      { ask: 'POST /api/ds/query', body: queryBody('vector(1)', '{prefix} source'), expect: { status: [404, 400] } },
    ],
  },
  {
    id: 'queries/none',
    relies: 'a request without queries is refused with 400',
    source: 'pkg/services/query/query.go parseMetricRequest',
    steps: [
      {
        ask: 'POST /api/ds/query',
        body: { queries: [], from: 'now-1h', to: 'now' },
        expect: { status: [400], body: { fields: { message: { matches: /no queries found/i } } } },
      },
    ],
  },
];
