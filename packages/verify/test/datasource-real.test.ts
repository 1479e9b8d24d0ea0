import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { type DatasourceSeed, type GrafanaStandIn, startGrafana } from '@fly-monitoring/testing/grafana';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { answers, type Exporter, startExporter } from '../../prometheus/test/exporters.js';
import { type RealPrometheus, startPrometheus } from '../../prometheus/test/real-prometheus.js';
import { configOf, isNaivelyGreen, job, realVerify, untilAllScraped } from './real-verify.js';
import { startVictoria, type Victoria } from './victoria.js';

const engines = ['prometheus-2', 'prometheus-3'] as const;
const token = 'glsa_viewer';
jest.setTimeout(60_000);

/** Two Prometheus that scrape the same targets as the same jobs, and a remote that both of them send to. */
engineOrSkip(describe, ['victoria-metrics', ...engines])('a data source, in truth', (paths) => {
  let exporters: readonly Exporter[] = [];
  let victoria: Victoria | undefined;
  let grafana: GrafanaStandIn | undefined;
  let workspace = '';
  const servers = new Map<string, RealPrometheus>();
  const configs = new Map<string, string>();

  const start = async (engine: (typeof engines)[number], name: string) => {
    const local = configOf(...['web', 'mail'].map((one, index) => job(one, [exporters[index]?.address ?? ''])));
    const labels = `global: { scrape_interval: 1s, scrape_timeout: 500ms, evaluation_interval: 1s, external_labels: { monitor: ${name} } }`;
    const { url = '', user = '', password = '' } = victoria ?? {};
    const remote = `remote_write: [{ url: "${url}/api/v1/write", basic_auth: { username: "${user}", password: ${password} }, queue_config: { batch_send_deadline: 500ms } }]`;
    const config = `${local.replace(/^global: .*$/m, labels)}\n${remote}\n`;
    configs.set(name, config);
    servers.set(name, await startPrometheus({ path: paths[engine], config }));
  };

  beforeAll(async () => {
    workspace = await mkdtemp(join(tmpdir(), 'datasource-'));
    exporters = await Promise.all([1, 2].map(() => startExporter(answers.metrics)));
    victoria = await startVictoria(paths['victoria-metrics']);
    for (const engine of engines) await start(engine, engine);
    await Promise.all([...servers.values()].map((server) => untilAllScraped(server, 2)));
    const own: readonly DatasourceSeed[] = engines.map((name) => ({
      uid: name,
      name,
      url: servers.get(name)?.url ?? '',
    }));
    const { url, user, password } = victoria;
    const remote = { uid: 'remote', name: 'remote', url, basicAuthUser: user, basicAuthPassword: password };
    const locked = { ...remote, uid: 'locked', name: 'locked', basicAuthPassword: 'wrong' };
    grafana = await startGrafana({ tokens: { viewer: token }, datasources: [...own, remote, locked] });
  }, 60_000);

  afterAll(async () => {
    await grafana?.stop();
    await Promise.all([...servers.values(), ...exporters].map((one) => one.stop()));
    await victoria?.stop();
    await rm(workspace, { recursive: true, force: true });
  });

  const look = async (engine: (typeof engines)[number], datasource: string | undefined, budget = '15s') => {
    const given = {
      'grafana-url': grafana?.url ?? '',
      'grafana-token': token,
      timeout: budget,
      ...(datasource === undefined ? {} : { datasource }),
    };
    const url = servers.get(engine)?.url ?? '';
    const report = await realVerify({ url, workspace, config: configs.get(engine) ?? '', given });
    return report.checks.find(({ name }) => name === 'datasource');
  };

  for (const engine of engines) {
    const other = engine === 'prometheus-2' ? 'prometheus-3' : 'prometheus-2';

    test(`of ${engine} is found by its address among others and proved, without anybody naming it`, async () => {
      expect(await look(engine, undefined)).toMatchObject({
        verdict: 'pass',
        evidence: expect.stringMatching(new RegExp(`"${engine}".*2 of 2 targets`)),
      });
    });

    test(`that shows another Prometheus is red for ${engine}, where the naive check through it is green`, async () => {
      expect(await isNaivelyGreen(servers.get(other)?.url ?? '', 'web')).toBe(true);
      expect(await look(engine, other, '2s')).toMatchObject({
        verdict: 'fail',
        blame: 'dashboards',
        evidence: expect.stringContaining('shows another Prometheus: 2 of 2 targets'),
        hint: expect.stringContaining(servers.get(engine)?.url ?? '-'),
      });
    });

    test(`that shows a remote with the samples of ${engine} and of another one is proved by the external labels`, async () => {
      expect(await look(engine, 'remote')).toMatchObject({
        verdict: 'pass',
        evidence: expect.stringContaining('2 of 2 targets'),
      });
    });
  }

  test('that does not get through is red, with the answer', async () => {
    expect(await look('prometheus-3', 'locked', '2s')).toMatchObject({
      verdict: 'fail',
      evidence: expect.stringMatching(/no answer from the data source "locked".*401/),
    });
  });
});
