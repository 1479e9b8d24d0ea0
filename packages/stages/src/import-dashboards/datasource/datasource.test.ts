import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Http, undiciHttp } from '@fly-monitoring/kit';
import type { GrafanaStandIn } from '@fly-monitoring/testing/grafana';
import { afterEach, describe, expect, test } from '@jest/globals';
import { preflight, run, start } from '../../../test/import-dashboards-run.js';

const admin = 'glsa_admin';
const withVariable = JSON.stringify({
  uid: 'shop',
  title: 'Shop',
  panels: [],
  templating: { list: [{ name: 'ds', type: 'datasource', query: 'prometheus', current: {} }] },
});
const service = '[http_service]\ninternal_port = 9090\n';
const repository = {
  'dashboards/shop.json': withVariable,
  'fly.monitoring.toml': `app = "shop-monitoring"\n${service}`,
  'monitoring/prometheus-fly.yml': 'global: { scrape_interval: 30s }\nscrape_configs: [{ job_name: a }]\n',
};
const isPrivate = { ...repository, 'fly.monitoring.toml': 'app = "shop-monitoring"\n' };
const usual = { uid: 'usual', name: 'Usual', url: 'http://usual.test', isDefault: true };

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A Prometheus behind a password that can be changed. */
async function prometheus(): Promise<{ readonly url: string; accept(authorization: string): void }> {
  let accepted = '';
  const server = createServer((request, response) => {
    const isKnown = request.headers.authorization === accepted;
    response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' });
    const body = { status: 'success', data: { resultType: 'scalar', result: [1, '2'] } };
    response.end(isKnown ? JSON.stringify(body) : 'Unauthorized');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    accept: (authorization) => {
      accepted = authorization;
    },
  };
}

const basic = (password: string) => `Basic ${Buffer.from(`admin:${password}`).toString('base64')}`;
const bare = () => start({ datasources: [] });
const sources = (grafana: GrafanaStandIn) => grafana.state().datasources;
const writes = (grafana: GrafanaStandIn) =>
  grafana
    .calls()
    .filter(({ method, path }) => method !== 'GET' && path.startsWith('/api/datasources'))
    .map(({ method }) => method);
const shownBy = (grafana: GrafanaStandIn) => {
  const [dashboard] = grafana.state().dashboards;
  return dashboard?.versions.at(-1)?.dashboard;
};

/** The same Grafana under an address of Grafana Cloud. */
function inCloud(grafana: GrafanaStandIn): { readonly http: Http; readonly url: string } {
  const url = 'https://acme.grafana.net';
  const real = undiciHttp();
  return {
    url,
    http: { ...real, send: (request) => real.send({ ...request, url: request.url.replace(url, grafana.url) }) },
  };
}

describe('a Grafana without a data source', () => {
  test('gets one for this Prometheus, and the dashboards open on it', async () => {
    const grafana = await bare();
    const given = { 'grafana-token': admin, 'prometheus-password': 'correct horse' };
    const report = await run({ grafana, given, files: repository });
    expect(report.conclusion).toBe('success');
    expect(report.outputs['datasource-uid']).toBe('prometheus-shop-monitoring');
    expect(sources(grafana)).toMatchObject([
      {
        uid: 'prometheus-shop-monitoring',
        name: 'Prometheus shop-monitoring',
        type: 'prometheus',
        access: 'proxy',
        url: 'https://shop-monitoring.fly.dev',
        isDefault: true,
        basicAuth: true,
        basicAuthUser: 'admin',
        jsonData: { httpMethod: 'POST', timeInterval: '30s' },
        secureJsonData: { basicAuthPassword: 'correct horse' },
      },
    ]);
    expect(shownBy(grafana)).toMatchObject({
      templating: { list: [{ current: { value: 'prometheus-shop-monitoring' } }] },
    });
    expect(JSON.stringify([report, report.log])).not.toContain('correct horse');
  });

  test('is asked nothing more by a second run, and gets a changed password and address by the third', async () => {
    const grafana = await bare();
    const server = await prometheus();
    server.accept(basic('one'));
    const given = { 'grafana-token': admin, 'prometheus-url': server.url, 'prometheus-password': 'one' };
    await run({ grafana, given, files: repository });
    await run({ grafana, given, files: repository });
    expect(writes(grafana)).toEqual(['POST']);
    server.accept(basic('two'));
    const report = await run({ grafana, given: { ...given, 'prometheus-password': 'two' }, files: repository });
    expect(writes(grafana)).toEqual(['POST', 'PUT']);
    expect(sources(grafana)).toMatchObject([{ secureJsonData: { basicAuthPassword: 'two' }, version: 2 }]);
    expect(report.annotations).toEqual([]);
    const other = { ...repository, 'monitoring/prometheus-fly.yml': 'scrape_configs: []' };
    await run({ grafana, given: { ...given, 'prometheus-password': 'two' }, files: other });
    expect(sources(grafana)).toMatchObject([{ jsonData: { timeInterval: '60s' }, version: 3 }]);
  });

  test('keeps what somebody set beside it', async () => {
    const grafana = await bare();
    const given = { 'grafana-token': admin, 'prometheus-password': 'one' };
    await run({ grafana, given, files: repository });
    const [made] = sources(grafana);
    await grafanaChange(grafana, {
      ...made,
      name: 'Renamed',
      jsonData: { ...made?.jsonData, prometheusType: 'Mimir' },
    });
    await run({ grafana, given: { ...given, 'prometheus-user': 'reader' }, files: repository });
    expect(sources(grafana)).toMatchObject([
      { name: 'Renamed', basicAuthUser: 'reader', jsonData: { prometheusType: 'Mimir', timeInterval: '30s' } },
    ]);
  });

  test('gets a token as a header, and tells when it does not get through', async () => {
    const grafana = await bare();
    const server = await prometheus();
    server.accept('Bearer secret-token');
    const given = { 'grafana-token': admin, 'datasource-url': server.url, 'prometheus-token': 'secret-token' };
    expect((await run({ grafana, given, files: repository })).annotations).toEqual([]);
    server.accept('Bearer another');
    const report = await run({ grafana, given, files: repository });
    expect(report.annotations).toMatchObject([
      { level: 'warning', message: expect.stringContaining(`does not get through to ${server.url}`) },
    ]);
    expect(JSON.stringify(report)).not.toContain('secret-token');
  });

  test('has one, and one alone, after a lost answer, a taken name and two runs at once', async () => {
    const grafana = await start({ datasources: [{ ...usual, name: 'Prometheus shop-monitoring', isDefault: false }] });
    const given = { 'grafana-token': admin, 'prometheus-password': 'one' };
    const aim = { method: 'POST', path: '/api/datasources', times: 1 } as const;
    grafana.misbehave({ kind: 'connection-lost', moment: 'after', ...aim });
    await Promise.all([1, 2].map(() => run({ grafana, given, files: repository })));
    expect(sources(grafana).map(({ uid, name }) => [uid, name])).toEqual([
      ['usual', 'Prometheus shop-monitoring'],
      ['prometheus-shop-monitoring', 'Prometheus shop-monitoring (prometheus-shop-monitoring)'],
    ]);
  });

  test('would get one, says a dry run, and gets nothing', async () => {
    const grafana = await bare();
    const given = { 'grafana-token': admin, 'prometheus-password': 'one', 'dry-run': 'true' };
    const { summary } = await run({ grafana, given, files: repository });
    expect(summary).toContain('would be made, with the address https://shop-monitoring.fly.dev');
    expect(grafana.calls().filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});

/** As somebody does on its page. */
async function grafanaChange(grafana: GrafanaStandIn, body: Readonly<Record<string, unknown>>): Promise<void> {
  const answer = await fetch(`${grafana.url}/api/datasources/uid/${String(body['uid'])}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
}

describe('a data source that is there', () => {
  test('is used as it is when it has the address of this Prometheus', async () => {
    const grafana = await start({
      datasources: [
        usual,
        { ...usual, uid: 'mine', name: 'Mine', url: 'https://shop-monitoring.fly.dev/', isDefault: false },
      ],
    });
    const report = await run({ grafana, given: { 'prometheus-password': 'one' }, files: repository });
    expect(report.outputs['datasource-uid']).toBe('mine');
    expect(writes(grafana)).toEqual([]);
  });

  test('is used when it is named, whatever address it has', async () => {
    const grafana = await start({ datasources: [usual] });
    const given = { 'grafana-token': admin, 'prometheus-password': 'one', datasource: 'Usual' };
    const report = await run({ grafana, given, files: repository });
    expect(report.outputs['datasource-uid']).toBe('usual');
    expect(report.annotations).toEqual([]);
  });

  test("is the stack's own where Prometheus sends to Grafana Cloud, by the input or by its file", async () => {
    const push = 'https://prometheus-prod-01.grafana.net/api/prom/push';
    const cloud = { ...usual, uid: 'grafanacloud-prom', name: 'grafanacloud-acme-prom', isDefault: false };
    const file = `remote_write: [{ url: "${push}" }]\nscrape_configs: []`;
    for (const what of [
      { given: { 'remote-write-url': push }, files: isPrivate },
      { given: {}, files: { ...isPrivate, 'monitoring/prometheus-fly.yml': file } },
    ]) {
      const grafana = await start({ datasources: [usual, cloud] });
      const report = await run({ grafana, ...what });
      expect(report.outputs['datasource-uid']).toBe('grafanacloud-prom');
      expect(writes(grafana)).toEqual([]);
    }
  });

  test('is left as a file has provisioned it', async () => {
    const provisioned = { ...usual, uid: 'prometheus-shop-monitoring', name: 'By file', isReadOnly: true };
    const grafana = await start({ datasources: [provisioned] });
    const given = { 'grafana-token': admin, 'prometheus-password': 'one' };
    expect((await run({ grafana, given, files: repository })).outputs['datasource-uid']).toBe(provisioned.uid);
    expect(writes(grafana)).toEqual([]);
  });
});

describe('without the right to make one', () => {
  test('the usual one is used, and the missing permission is named', async () => {
    const grafana = await start({ datasources: [usual] });
    const report = await run({ grafana, given: { 'prometheus-password': 'one' }, files: repository });
    expect(report.conclusion).toBe('success');
    expect(report.outputs['datasource-uid']).toBe('usual');
    expect(report.annotations).toMatchObject([
      {
        level: 'warning',
        message: expect.stringMatching(/nothing says that it shows this Prometheus.*datasources:create/),
      },
    ]);
  });

  test('nothing is imported where there is none', async () => {
    const grafana = await bare();
    const refused = preflight({ grafana, given: { 'prometheus-password': 'one' }, files: repository });
    await expect(refused).rejects.toMatchObject({
      code: 'GRAFANA_TOKEN_REFUSED',
      message: expect.stringContaining('the token lacks datasources:create'),
    });
    expect(grafana.calls().filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('one that was made stays as it is, and what differs is told', async () => {
    const grafana = await bare();
    await run({ grafana, given: { 'grafana-token': admin, 'prometheus-password': 'one' }, files: repository });
    const given = { 'prometheus-password': 'one', 'datasource-url': 'https://elsewhere.test' };
    const report = await run({ grafana, given, files: repository });
    expect(report.annotations).toMatchObject([{ message: expect.stringContaining('not as wanted: url') }]);
    expect(writes(grafana)).toEqual(['POST']);
  });
});

describe('a Prometheus that Grafana cannot reach', () => {
  test('is told of a private one and Grafana Cloud before anything is imported, with the ways out', async () => {
    const grafana = await start({ datasources: [usual] });
    const { http, url } = inCloud(grafana);
    const given = { 'grafana-url': url, 'grafana-token': admin };
    for (const asking of [preflight, run]) {
      await expect(asking({ grafana, given, files: isPrivate, http })).rejects.toMatchObject({
        code: 'PROMETHEUS_PRIVATE',
        message: expect.stringContaining('http://shop-monitoring.internal:9090'),
        hint: expect.stringMatching(/PROMETHEUS_PASSWORD.*GRAFANA_PROMETHEUS_URL.*"datasource"/),
      });
    }
    expect(grafana.calls().filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('but a Grafana of one’s own may be in the same network', async () => {
    const grafana = await bare();
    await run({ grafana, given: { 'grafana-token': admin }, files: isPrivate });
    expect(sources(grafana)).toMatchObject([{ url: 'http://shop-monitoring.internal:9090', basicAuth: false }]);
  });

  test('and one whose password nobody gave is not made', async () => {
    const grafana = await bare();
    await expect(run({ grafana, given: { 'grafana-token': admin }, files: repository })).rejects.toMatchObject({
      code: 'GRAFANA_DATASOURCE_MISSING',
      hint: expect.stringContaining('prometheus-password'),
    });
  });
});

describe('inputs about Prometheus', () => {
  test('that exclude each other, or send a password in the open, are told together', async () => {
    const given = {
      'prometheus-password': 'one',
      'prometheus-token': 'two',
      'datasource-url': 'http://prometheus.example.com',
    };
    const refused = run({ grafana: await bare(), given, files: repository });
    await expect(refused).rejects.toThrow(/"prometheus-token" are both given/);
    await expect(refused).rejects.toThrow(/Input "datasource-url" is "http:/);
  });

  test('in a fly.toml that cannot be read are told before Grafana is asked', async () => {
    const grafana = await bare();
    const files = { ...repository, 'fly.monitoring.toml': 'app = ' };
    await expect(run({ grafana, files })).rejects.toMatchObject({ code: 'FILE_INVALID' });
    expect(grafana.calls()).toEqual([]);
  });
});
