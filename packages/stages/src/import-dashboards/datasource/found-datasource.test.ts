import { describe, expect, test } from '@jest/globals';
import { preflight, run, start } from '../../../test/import-dashboards-run.js';
import {
  admin,
  bare,
  basic,
  inCloud,
  isPrivate,
  prometheus,
  repository,
  sources,
  usual,
  writes,
} from '../../../test/import-datasource.js';

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

  test('as is one that its fly.toml would make public: without a password it is deployed without an address', async () => {
    const { http, url } = inCloud(await bare());
    const given = { 'grafana-url': url, 'grafana-token': admin };
    await expect(preflight({ given, files: repository, http })).rejects.toMatchObject({ code: 'PROMETHEUS_PRIVATE' });
  });

  test('and where it does have a password, that is asked for', async () => {
    const grafana = await bare();
    const server = await prometheus();
    server.accept(basic('one'));
    const given = { 'grafana-token': admin, 'datasource-url': server.url };
    const { annotations } = await run({ grafana, given, files: repository });
    expect(annotations).toMatchObject([{ message: expect.stringMatching(/401.*"prometheus-password"/s) }]);
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
