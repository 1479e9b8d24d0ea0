import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Secret, undiciHttp } from '@fly-monitoring/kit';
import { prometheusApi } from '@fly-monitoring/prometheus';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { machineJson } from '../../fly/test/machine-json.js';
import { answers, type Exporter, startExporter } from '../../prometheus/test/exporters.js';
import { type RealPrometheus, startPrometheus } from '../../prometheus/test/real-prometheus.js';
import { configOf, job, type RealWish, realVerify, untilAllScraped } from './real-verify.js';

const engines = ['prometheus-2', 'prometheus-3'] as const;
const password = 'correct horse';
/** bcrypt of the password; at the lowest cost, as it is asked for often. */
const webConfig = 'basic_auth_users:\n  admin: $2b$04$FUGYOL3vjt3v.EyTQdkHg.SdS65x5RgqCQ6J8Vzq7dJA9w6aFOrTK\n';
/** Jobs as the repository writes them for Fly; the real Prometheus finds the same jobs on the loopback. */
const onFly = (...names: readonly string[]) =>
  [
    'global: { scrape_interval: 1s, scrape_timeout: 500ms }',
    'scrape_configs:',
    ...names.map(
      (name) =>
        `  - { job_name: ${name}, dns_sd_configs: [{ names: [${name}.process.shop.internal], type: AAAA, port: 9100, refresh_interval: 1s }] }`,
    ),
  ].join('\n');

for (const engine of engines) {
  engineOrSkip(describe, [engine])(`verify-targets with ${engine}`, (paths) => {
    const exporters: Exporter[] = [];
    let prometheus: RealPrometheus | undefined;
    let workspace = '';
    const serve = async (kind: keyof typeof answers, host?: string) => {
      const exporter = await startExporter(answers[kind], host);
      exporters.push(exporter);
      return exporter.address;
    };

    beforeAll(async () => {
      workspace = await mkdtemp(join(tmpdir(), 'verify-targets-'));
      const gone = await startExporter(answers.metrics);
      await gone.stop();
      const ipv4Only = await serve('metrics');
      const same = 'relabel_configs: [{ target_label: instance, replacement: same }]';
      prometheus = await startPrometheus({
        path: paths[engine],
        webConfig,
        config: configOf(
          job('web', [await serve('metrics')]),
          job('mail', [await serve('metrics')]),
          job('refused', [gone.address]),
          job('ipv4-only', [ipv4Only.replace('127.0.0.1', '[::1]')]),
          job('not-found', [await serve('notFound')]),
          job('page', [await serve('page')]),
          job('timeout', [await serve('silent')]),
          job('empty', [await serve('empty')]),
          job(
            'dropped',
            [await serve('metrics')],
            "metric_relabel_configs: [{ action: drop, source_labels: [__name__], regex: '.*' }]",
          ),
          job('twins', [await serve('metrics'), await serve('metrics')], same),
        ),
      });
      await untilAllScraped({ url: prometheus.url, auth: { user: 'admin', password: new Secret(password) } });
    }, 60_000);

    afterAll(async () => {
      await prometheus?.stop();
      await Promise.all(exporters.map((exporter) => exporter.stop()));
      await rm(workspace, { recursive: true, force: true });
    });

    type Wish = Pick<RealWish, 'config' | 'given' | 'machines'> & { readonly url?: string };

    const verify = ({ url = prometheus?.url ?? '', ...wish }: Wish) =>
      realVerify({ url, workspace, environment: { PROMETHEUS_PASSWORD: password }, ...wish });

    const machine = (id: string, group: string, over: object = {}) =>
      machineJson({
        id,
        private_ip: '127.0.0.1',
        config: { metadata: { fly_process_group: group, fly_platform_version: 'v2' } },
        ...over,
      });

    test('is green when both services are scraped', async () => {
      const since = String(Date.now() / 1_000 - 1);
      const report = await verify({
        config: onFly('web', 'mail'),
        machines: [machine('1', 'web'), machine('2', 'mail')],
        given: { since, timeout: '20s' },
      });
      expect(report.outputs).toMatchObject({ verdict: 'pass', 'targets-up': '2', 'targets-total': '2' });
      expect(report.summary).toContain('Also scraped: dropped, empty');
    }, 30_000);

    test('is red for a wrong password, at once', async () => {
      const report = await verify({
        config: onFly('web'),
        given: { 'prometheus-password': 'wrong', timeout: '1h', deadline: '2h' },
      });
      expect(report.outputs).toMatchObject({ verdict: 'fail', blames: '["monitoring"]' });
      expect(JSON.stringify(report)).not.toContain(password);
    });

    describe('is red for the right reason, and blames the right party:', () => {
      test.each([
        ['refused', 'app', /connection refused/, /listen on \[::\]/],
        ['ipv4-only', 'app', /\[::1\]:\d+.*connection refused/, /0\.0\.0\.0/],
        ['not-found', 'app', /HTTP status 404/, /metrics_path/],
        ['page', 'app', /text\/html|start token/, /something else than metrics/],
        ['timeout', 'app', /deadline exceeded/, /scrape_timeout/],
      ])(
        '%s',
        async (name, blame, evidence, hint) => {
          const report = await verify({ config: configOf(job(name, ['x:1'])), given: { timeout: '1s' } });
          expect(report.outputs).toMatchObject({
            verdict: 'fail',
            blames: `["${blame}"]`,
            'checks-failed': `["job:${name}"]`,
          });
          expect(report.lines.join('\n')).toMatch(evidence);
          expect(report.lines.join('\n')).toMatch(hint);
        },
        20_000,
      );
    });

    /** What people write today: nothing is down, so all is well. */
    const naive = async (name: string, url = prometheus?.url ?? '') => {
      const headers = { authorization: `Basic ${btoa(`admin:${password}`)}` };
      const body = new URLSearchParams({ query: `up{job="${name}"} == 0` });
      const answer = (await (await fetch(`${url}/api/v1/query`, { method: 'POST', headers, body })).json()) as {
        data: { result: unknown[] };
      };
      return answer.data.result.length === 0;
    };

    describe('is red where the naive check is green:', () => {
      test.each([
        ['absent', '["job:absent"]', '["monitoring"]'],
        ['empty', '["samples"]', '["app"]'],
        ['dropped', '["samples"]', '["monitoring"]'],
        ['twins', '["label-sets"]', '["monitoring"]'],
      ])(
        '%s',
        async (name, failed, blames) => {
          const report = await verify({ config: configOf(job(name, ['x:1'])), given: { timeout: '1s' } });
          expect(await naive(name)).toBe(true);
          expect(report.outputs).toMatchObject({ verdict: 'fail', 'checks-failed': failed, blames });
        },
        20_000,
      );

      test('a machine that stopped, and is gone from the list', async () => {
        const machines = [machine('1', 'web'), machine('2', 'web', { private_ip: '127.0.0.9', state: 'stopped' })];
        const report = await verify({ config: onFly('web'), machines, given: { timeout: '1s' } });
        expect(await naive('web')).toBe(true);
        expect(report.outputs).toMatchObject({
          verdict: 'fail',
          blames: '["app"]',
          'targets-up': '1',
          'targets-total': '2',
        });
      }, 20_000);

      test('a Prometheus that was deployed again, and still shows the samples of an app that is dead', async () => {
        const data = await mkdtemp(join(tmpdir(), 'verify-data-'));
        const app = await startExporter(answers.metrics);
        const start = { path: paths[engine], data, config: configOf(job('web', [app.address])) };
        const before = await startPrometheus(start);
        await untilUp(before.url, 'web');
        await before.stop();
        await app.stop();
        const after = await startPrometheus(start);
        try {
          const api = prometheusApi({ http: undiciHttp(), baseUrl: after.url });
          expect(await api.query('up{job="web"} == 1')).toMatchObject({ value: { series: [{}] } });
          const given = { timeout: '1s', since: String(Date.now() / 1_000) };
          const report = await verify({ config: onFly('web'), machines: [machine('1', 'web')], url: after.url, given });
          expect(report.outputs).toMatchObject({ verdict: 'fail', 'targets-up': '0' });
        } finally {
          await after.stop();
          await rm(data, { recursive: true, force: true });
        }
      }, 40_000);
    });
  });
}

async function untilUp(url: string, name: string): Promise<void> {
  const api = prometheusApi({ http: undiciHttp(), baseUrl: url });
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const answer = await api.query(`up{job="${name}"} == 1`);
    if (answer.kind === 'ok' && answer.value.type === 'series' && answer.value.series.length > 0) return;
    await delay(100);
  }
  throw new Error(`${name} was not up in time`);
}
