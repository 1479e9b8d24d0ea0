import type { Expectation, Probe, Step } from '../probe.js';
import { closedUrl, makeDatasource } from './parts.js';

const api = 'pkg/api/datasources.go';
const secret = 'conformance-secret';
const protectedSource = {
  basicAuth: true,
  basicAuthUser: 'conformance',
  jsonData: { httpMethod: 'POST', timeInterval: '15s' },
  secureJsonData: { basicAuthPassword: secret },
};
const hidden = { fields: { basicAuthPassword: { is: true } } } as const;
const ownUid = '{prefix}-p';
const path = `/api/datasources/uid/${ownUid}`;

function put(change: object, expect: Expectation = { status: [200] }): Step {
  const body = { uid: ownUid, name: '{prefix} source', type: 'prometheus', access: 'proxy', url: closedUrl, ...change };
  return { ask: `PUT ${path}`, body, expect };
}

const stored: readonly Probe[] = [
  {
    id: 'datasources/made',
    relies: 'a data source is made with its uid; its password comes back only as a field of secureJsonFields',
    source: `${api} AddDataSource, convertModelToDtos`,
    steps: [
      makeDatasource(protectedSource, {
        status: [200],
        body: {
          fields: {
            id: 'number',
            name: { is: '{prefix} source' },
            datasource: { fields: { uid: { is: ownUid }, type: { is: 'prometheus' }, secureJsonFields: hidden } },
          },
        },
        lacks: [secret],
      }),
      {
        ask: `GET ${path}`,
        expect: {
          status: [200],
          body: {
            fields: {
              uid: { is: ownUid },
              url: { is: closedUrl },
              access: { is: 'proxy' },
              isDefault: 'boolean',
              basicAuth: { is: true },
              basicAuthUser: { is: 'conformance' },
              jsonData: { fields: { httpMethod: { is: 'POST' }, timeInterval: { is: '15s' } } },
              secureJsonFields: hidden,
            },
          },
          lacks: [secret],
        },
      },
    ],
  },
  {
    id: 'datasources/listed',
    relies: 'the list is whole, has uid, name, type and isDefault of each, and no password',
    source: `${api} GetDataSources`,
    steps: [
      makeDatasource(protectedSource),
      {
        ask: 'GET /api/datasources',
        expect: {
          status: [200],
          body: {
            some: {
              fields: {
                uid: { is: ownUid },
                name: { is: '{prefix} source' },
                type: { is: 'prometheus' },
                url: { is: closedUrl },
                isDefault: { is: false },
                readOnly: { is: false },
              },
            },
          },
          lacks: [secret],
        },
      },
    ],
  },
  {
    id: 'datasources/updated',
    relies: 'an update without the password keeps it',
    source: `${api} UpdateDataSourceByUID; docs/sources/developer-resources/api-reference/http-api/api-legacy/data_source.md`,
    steps: [
      makeDatasource(protectedSource),
      {
        ask: `PUT ${path}`,
        body: {
          uid: ownUid,
          name: '{prefix} source',
          type: 'prometheus',
          access: 'proxy',
          url: 'http://127.0.0.1:2',
          basicAuth: true,
          basicAuthUser: 'other',
        },
        expect: {
          status: [200],
          body: {
            fields: {
              datasource: {
                fields: { url: { is: 'http://127.0.0.1:2' }, basicAuthUser: { is: 'other' }, secureJsonFields: hidden },
              },
            },
          },
          lacks: [secret],
        },
      },
    ],
  },
  {
    id: 'datasources/name-taken',
    relies: 'a second data source of one name is refused with 409',
    source: `${api} AddDataSource; pkg/services/datasources/errors.go ErrDataSourceNameExists`,
    steps: [
      makeDatasource(),
      makeDatasource({ uid: '{prefix}-q' }, { status: [409], body: { fields: { message: { matches: /same name/ } } } }),
    ],
  },
  {
    id: 'datasources/uid-taken',
    relies: 'a second data source of one uid is refused with 409',
    source: `${api} AddDataSource; pkg/services/datasources/errors.go ErrDataSourceUidExists`,
    steps: [
      makeDatasource(),
      makeDatasource(
        { name: '{prefix} other' },
        { status: [409], body: { fields: { message: { matches: /same uid/ } } } },
      ),
    ],
  },
  {
    id: 'datasources/rename-to-taken',
    relies: 'an update to the name of another data source is refused with 409',
    source: `${api} updateDataSourceByID`,
    steps: [
      makeDatasource(),
      makeDatasource({ uid: '{prefix}-q', name: '{prefix} other' }),
      {
        ask: `PUT ${path}`,
        body: { uid: ownUid, name: '{prefix} other', type: 'prometheus', access: 'proxy', url: closedUrl },
        expect: { status: [409], body: { fields: { message: { matches: /same name/ } } } },
      },
    ],
  },
  {
    id: 'datasources/stale-version',
    relies: 'an update with an older version is refused with 409, one without a version is taken',
    source: `${api} updateDataSourceByID; pkg/services/datasources/errors.go ErrDataSourceUpdatingOldVersion`,
    steps: [makeDatasource(), put({}), put({ version: 1 }, { status: [409] }), put({})],
  },
  {
    id: 'datasources/own-header',
    relies: 'the value of a header is as secret as a password',
    source: `${api} convertModelToDtos`,
    steps: [
      makeDatasource(
        { jsonData: { httpHeaderName1: 'Authorization' }, secureJsonData: { httpHeaderValue1: secret } },
        {
          status: [200],
          body: {
            fields: { datasource: { fields: { secureJsonFields: { fields: { httpHeaderValue1: { is: true } } } } } },
          },
          lacks: [secret],
        },
      ),
    ],
  },
  {
    id: 'datasources/not-there',
    relies: 'a data source that is not there is 404',
    source: `${api} GetDataSourceByUID`,
    steps: [{ ask: `GET ${path}`, expect: { status: [404], body: { fields: { message: 'text' } } } }],
  },
  {
    id: 'datasources/deleted',
    relies: 'a deleted data source is gone',
    source: `${api} DeleteDataSourceByUID`,
    steps: [
      makeDatasource(),
      { ask: `DELETE ${path}`, expect: { status: [200], body: { fields: { message: 'text' } } } },
      { ask: `GET ${path}`, expect: { status: [404] } },
    ],
  },
];

const asked: readonly Probe[] = [
  {
    id: 'datasources/healthy',
    relies: 'a data source that answers is healthy: 200',
    source: `${api} checkDatasourceHealth`,
    steps: [
      makeDatasource({ url: '{prometheus}' }),
      { ask: `GET ${path}/health`, expect: { status: [200], body: { fields: { status: { is: 'OK' } } } } },
    ],
  },
  {
    id: 'datasources/health-of-closed-port',
    relies: 'a data source that cannot be reached is not healthy: 400 with the reason',
    source: `${api} checkDatasourceHealth`,
    steps: [
      makeDatasource(),
      { ask: `GET ${path}/health`, expect: { status: [400], body: { fields: { message: 'text' } } } },
    ],
  },
  {
    id: 'datasources/health-of-none',
    relies: 'the health of a data source that is not there is an error',
    source: `${api} CheckDatasourceHealthWithUID`,
    steps: [{ ask: `GET ${path}/health`, expect: { status: [404, 500] } }],
  },
  {
    id: 'datasources/proxy-to-closed-port',
    relies: 'the proxy tells 502 of a data source that cannot be reached',
    source: 'pkg/api/pluginproxy/ds_proxy.go HandleRequest',
    steps: [
      makeDatasource(),
      { ask: `GET /api/datasources/proxy/uid/${ownUid}/api/v1/query?query=1`, expect: { status: [502] } },
    ],
  },
  {
    id: 'datasources/proxy',
    relies: 'the proxy gives the answer of Prometheus itself',
    source: 'pkg/api/pluginproxy/ds_proxy.go HandleRequest',
    steps: [
      makeDatasource({ url: '{prometheus}' }),
      {
        ask: `GET /api/datasources/proxy/uid/${ownUid}/api/v1/query?query=1`,
        expect: { status: [200], body: { fields: { status: { is: 'success' } } } },
      },
    ],
  },
];

export const datasourceProbes: readonly Probe[] = [...stored, ...asked];
