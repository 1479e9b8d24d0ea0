import { describe, expect, test } from '@jest/globals';
import { run, start } from '../../../test/import-dashboards-run.js';
import {
  admin,
  bare,
  basic,
  grafanaChange,
  prometheus,
  repository,
  shownBy,
  sources,
  usual,
  writes,
} from '../../../test/import-datasource.js';

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
