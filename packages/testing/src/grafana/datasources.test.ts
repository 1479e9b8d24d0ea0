import { afterEach, expect, test } from '@jest/globals';
import { type Client, type FakePrometheus, fakePrometheus, grafanaClient, matrix, TOKENS } from './client-for-tests.js';
import type { GrafanaVersion } from './index.js';
import { recordIn } from './json.js';

let grafana: Client;
let prometheus: FakePrometheus | undefined;
afterEach(async () => {
  await grafana.stop();
  await prometheus?.stop();
  prometheus = undefined;
});

const own = {
  access: 'proxy',
  name: 'Own',
  uid: 'own',
  type: 'prometheus',
  url: 'http://127.0.0.1:1',
  basicAuth: true,
  basicAuthUser: 'admin',
  secureJsonData: { basicAuthPassword: 'hush' },
};
const UP = matrix([
  {
    metric: { __name__: 'up', job: 'app' },
    values: [
      [100, '1'],
      [115, 'NaN'],
      [130, '+Inf'],
    ],
  },
]);
const ask = async (query: object) =>
  await grafana.send('POST', '/api/ds/query', {
    from: 'now-15m',
    to: 'now',
    queries: [{ refId: 'A', datasource: { uid: 'prometheus' }, ...query }],
  });

test('keeps a password to itself and only says that there is one', async () => {
  grafana = await grafanaClient();
  const created = await grafana.send('POST', '/api/datasources', own);
  expect(created.body).toMatchObject({ message: 'Datasource added', name: 'Own' });
  const read = await grafana.get('/api/datasources/uid/own');
  expect(read.body['secureJsonFields']).toEqual({ basicAuthPassword: true });
  expect(created.text + read.text).not.toContain('hush');
  expect(grafana.state().datasources[0]?.secureJsonData).toEqual({ basicAuthPassword: 'hush' });
});

test('keeps the password of a datasource that is changed without one', async () => {
  grafana = await grafanaClient();
  await grafana.send('POST', '/api/datasources', own);
  const { secureJsonData: _, ...open } = own;
  await grafana.send('PUT', '/api/datasources/uid/own', { ...open, url: 'http://127.0.0.1:2' });
  expect(grafana.state().datasources[0]).toMatchObject({
    url: 'http://127.0.0.1:2',
    secureJsonData: own.secureJsonData,
  });
});

test('refuses an editor to create one, and a name that is taken', async () => {
  grafana = await grafanaClient();
  expect((await grafana.as(TOKENS.editor).send('POST', '/api/datasources', own)).status).toBe(403);
  await grafana.send('POST', '/api/datasources', own);
  expect((await grafana.send('POST', '/api/datasources', { ...own, uid: 'other' })).status).toBe(409);
});

test('has one default', async () => {
  grafana = await grafanaClient({ prometheusUrl: 'http://127.0.0.1:1' });
  await grafana.send('POST', '/api/datasources', { ...own, isDefault: true });
  const defaults = (await grafana.get('/api/datasources')).list.filter((one) => one['isDefault']);
  expect(defaults.map((one) => one['uid'])).toEqual(['own']);
});

test.each<[GrafanaVersion, number]>([
  ['12.4.3', 200],
  ['13.1.3', 404],
])('Grafana %s answers %i to a numeric datasource address', async (version, status) => {
  grafana = await grafanaClient({ version, prometheusUrl: 'http://127.0.0.1:1' });
  expect((await grafana.get('/api/datasources/1')).status).toBe(status);
});

test('asks Prometheus with the stored password and answers data frames', async () => {
  prometheus = await fakePrometheus(200, UP);
  const datasource = {
    uid: 'prometheus',
    name: 'P',
    url: prometheus.url,
    basicAuthUser: 'admin',
    basicAuthPassword: 'hush',
  };
  grafana = await grafanaClient({ datasources: [datasource] });
  const answer = await ask({ expr: 'rate(up[$__rate_interval])', intervalMs: 15_000 });
  expect(answer.status).toBe(200);
  const result = recordIn(recordIn(answer.body, 'results'), 'A');
  expect(result).toMatchObject({
    status: 200,
    frames: [
      {
        schema: {
          refId: 'A',
          fields: [
            { name: 'Time', type: 'time' },
            { name: 'Value', labels: { job: 'app' } },
          ],
        },
        data: {
          values: [
            [100_000, 115_000, 130_000],
            [1, null, null],
          ],
          entities: [{}, { NaN: [1], Inf: [2] }],
        },
      },
    ],
  });
  const [question] = prometheus.asked;
  expect(question?.authorization).toBe(`Basic ${Buffer.from('admin:hush').toString('base64')}`);
  expect(question?.form.get('query')).toBe('rate(up[60s])');
  expect(question?.path).toBe('/api/v1/query_range');
});

test('answers a query without series by a frame without fields', async () => {
  prometheus = await fakePrometheus(200, matrix([]));
  grafana = await grafanaClient({ prometheusUrl: prometheus.url });
  const { body } = await ask({ expr: 'nothing', instant: true });
  expect(body).toMatchObject({ results: { A: { frames: [{ schema: { fields: [] }, data: { values: [] } }] } } });
  expect(prometheus.asked[0]?.path).toBe('/api/v1/query');
});

test('answers 400 with the reason of Prometheus when a query fails', async () => {
  prometheus = await fakePrometheus(400, { status: 'error', errorType: 'bad_data', error: 'parse error' });
  grafana = await grafanaClient({ prometheusUrl: prometheus.url });
  const answer = await ask({ expr: 'sum(' });
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ results: { A: { error: 'bad_data: parse error', status: 400 } } });
});

test('answers 400 when nobody listens there, and 404 for a datasource that is not there', async () => {
  grafana = await grafanaClient({ prometheusUrl: 'http://127.0.0.1:1' });
  expect((await ask({ expr: 'up' })).status).toBe(400);
  expect((await ask({ expr: 'up', datasource: { uid: 'gone' } })).status).toBe(404);
});

test('tells the health of a datasource', async () => {
  prometheus = await fakePrometheus(200, matrix([]));
  grafana = await grafanaClient({ prometheusUrl: prometheus.url });
  expect((await grafana.get('/api/datasources/uid/prometheus/health')).body).toMatchObject({ status: 'OK' });
  await grafana.send('POST', '/api/datasources', own);
  const sick = await grafana.get('/api/datasources/uid/own/health');
  expect([sick.status, sick.body['status']]).toEqual([400, 'ERROR']);
});

test('draws a dashboard with live values, variables filled in, for anybody who looks', async () => {
  prometheus = await fakePrometheus(200, UP);
  grafana = await grafanaClient({ prometheusUrl: prometheus.url });
  // biome-ignore lint/suspicious/noTemplateCurlyInString: how dashboards write a variable.
  const target = { expr: 'up{job=~"$job"}', legendFormat: '{{job}} <b>', datasource: { uid: '${ds}' } };
  const list = [
    { name: 'ds', type: 'datasource', query: 'prometheus' },
    { name: 'job', type: 'query', current: { value: '$__all' } },
  ];
  const panels = [
    { type: 'timeseries', title: 'Rate & co', gridPos: { x: 0, y: 0, w: 12, h: 8 }, targets: [target] },
    { type: 'row', title: 'More', gridPos: { x: 0, y: 8, w: 24, h: 1 }, panels: [] },
    { type: 'stat', title: 'Broken', targets: [{ ...target, datasource: { uid: 'gone' } }] },
  ];
  await grafana.send('POST', '/api/dashboards/db', {
    dashboard: { uid: 'd', title: 'Live', templating: { list }, panels },
  });
  const page = await (await fetch(`${grafana.url}/d/d/live`)).text();
  expect(page).toContain('data-panel="Rate &#38; co"');
  expect(page).toContain('app &#60;b&#62;');
  expect(page).toContain('<svg');
  expect(page).toContain('Datasource was not found');
  expect(page).not.toMatch(/(src|href)="https?:/);
  expect(prometheus.asked[0]?.form.get('query')).toBe('up{job=~".*"}');
});

test('passes what a browser asks on to Prometheus, with the password that is stored', async () => {
  prometheus = await fakePrometheus(200, { status: 'success', data: [] });
  grafana = await grafanaClient();
  await grafana.send('POST', '/api/datasources', { ...own, url: prometheus.url });
  const answer = await grafana.send('POST', '/api/datasources/proxy/uid/own/api/v1/labels?limit=1', {});
  expect(answer.body).toEqual({ status: 'success', data: [] });
  expect(prometheus.asked).toMatchObject([
    {
      path: '/api/v1/labels?limit=1',
      authorization: `Basic ${Buffer.from('admin:hush').toString('base64')}`,
    },
  ]);
});
