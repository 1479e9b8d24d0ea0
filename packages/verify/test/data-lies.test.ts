import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { type GrafanaStandIn, startGrafana } from '@fly-monitoring/testing/grafana';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Exporter, startExporter } from '../../prometheus/test/exporters.js';
import { type RealPrometheus, startPrometheus } from '../../prometheus/test/real-prometheus.js';
import { dashboard } from './data-world.js';
import * as services from './lying-data.js';
import { firstHealth, untilAnswered, values } from './real-answers.js';
import { configOf, isNaivelyGreen, job, type RealReport, realVerify, untilAllScraped } from './real-verify.js';

/** A group for each rule. */
const rulesOf = (...rules: readonly string[]) => {
  const groups = rules.map((rule) => `  - { name: ${nameOf(rule)}, interval: 1s, rules: [${rule}] }`);
  return ['groups:', ...groups, ''].join('\n');
};
const nameOf = (rule: string) => /: (\w+),/.exec(rule)?.[1] ?? '';
const manyToMany = '{ record: broken, expr: "shop_requests_total * on (job) shop_errors_total" }';
const critical = '{ alert: Burning, expr: "shop_orders_total > 0", labels: { severity: critical, job: web } }';
const watchdog = '{ alert: Watchdog, expr: vector(1), labels: { severity: critical } }';
const overNothing = '{ alert: NeverFires, expr: "shop_ordrs_total > 0" }';

/** Every target is up, and yet what people look at is wrong: the naive check is green, verify is red. */
for (const engine of ['prometheus-2', 'prometheus-3'] as const) {
  engineOrSkip(describe, [engine])(`with ${engine}, where every target is up, verify is red for`, (paths) => {
    const exporters: Exporter[] = [];
    const servers: RealPrometheus[] = [];
    const folders: string[] = [];
    const release = services.forgetful();
    const jobs = new Map<string, string>();
    let grafana: GrafanaStandIn | undefined;
    let shared = '';
    let ruled = '';
    /** What was seen of the rules before the first target was scraped. */
    let earlyHealth: readonly string[] = [];

    const add = async (name: string, answer: RequestListener) => {
      const exporter = await startExporter(answer);
      exporters.push(exporter);
      jobs.set(name, job(name, [exporter.address]));
    };
    const only = (...names: readonly string[]) => configOf(...names.map((name) => jobs.get(name) ?? ''));
    const start = async (config: string, files: Readonly<Record<string, string>> = {}) => {
      const server = await startPrometheus({ path: paths[engine], config, files });
      servers.push(server);
      return server;
    };

    beforeAll(async () => {
      await add('web', services.shop());
      await add('elsewhere', services.somebodyElse);
      await add('release', release.answer);
      const [main, withRules] = await Promise.all([
        start(only('web', 'elsewhere', 'release')),
        start(`${only('web')}\nrule_files: [rules.yml]\n`, {
          'rules.yml': rulesOf(manyToMany, critical, watchdog, overNothing),
        }),
      ]);
      [shared, ruled] = [main.url, withRules.url];
      earlyHealth = await firstHealth(ruled);
      grafana = await startGrafana({ tokens: { viewer: 'glsa_viewer' }, prometheusUrl: shared });
      await Promise.all(servers.map((server) => untilAllScraped(server)));
      await untilAnswered(shared, 'rate(shop_requests_total[10s]) > 0');
      await untilAnswered(ruled, 'ALERTS{alertname="Burning"}');
    }, 90_000);

    afterAll(async () => {
      await grafana?.stop();
      await Promise.all(servers.map((server) => server.stop()));
      await Promise.all(exporters.map((exporter) => exporter.stop()));
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
    });

    interface Wish {
      readonly url?: string;
      readonly config?: string;
      readonly given?: Readonly<Record<string, string>>;
      readonly files?: Readonly<Record<string, string>>;
    }

    async function verify(name: string, { url = shared, config = only(name), given = {}, files = {} }: Wish) {
      expect(await isNaivelyGreen(url, name)).toBe(true);
      const workspace = await mkdtemp(join(tmpdir(), 'data-lies-'));
      folders.push(workspace);
      await mkdir(join(workspace, 'dashboards'));
      for (const [path, text] of Object.entries(files)) await writeFile(join(workspace, path), text);
      return realVerify({ url, workspace, config, given: { timeout: '4s', ...given } });
    }

    const found = ({ checks }: RealReport, name: string) => checks.find((check) => check.name === name);

    function expectRed(report: RealReport, failed: readonly string[], blames: readonly string[]) {
      const open = report.checks.filter(({ verdict }) => verdict === 'fail' || verdict === 'inconclusive');
      expect({ ...report.outputs, open }).toMatchObject({
        verdict: 'fail',
        'checks-failed': JSON.stringify(failed),
        blames: JSON.stringify(blames),
      });
      for (const { hint } of open) expect(hint).toMatch(/\w/);
    }

    test('a metric that the release has lost, though its name is still listed', async () => {
      const since = Date.now() / 1_000;
      release.forget();
      await untilAnswered(shared, 'absent(shop_carts)');
      const names = (await (await fetch(`${shared}/api/v1/label/__name__/values?start=${since}`)).json()) as {
        data: string[];
      };
      expect(names.data).toContain('shop_carts');
      const report = await verify('release', { given: { metrics: 'shop_carts', since: String(since) } });
      expectRed(report, ['metrics'], ['app']);
      expect(found(report, 'metrics')?.evidence).toBe(
        'shop_carts: no service exposes it now (used by the input metrics)',
      );
    }, 30_000);

    test('a port that answers with another service’s metrics', async () => {
      const metric = {
        name: 'shop_orders_total',
        type: 'counter',
        services: ['elsewhere', 'web'],
        labels: { outcome: ['ok'] },
      };
      const report = await verify('elsewhere', {
        config: only('web', 'elsewhere'),
        files: { 'catalogue.json': JSON.stringify({ version: 1, metrics: [metric] }) },
        given: { metrics: 'catalogue.json' },
      });
      expectRed(report, ['metrics'], ['app']);
      expect(found(report, 'metrics')?.evidence).toContain('shop_orders_total: elsewhere does not expose it now');
    }, 30_000);

    test('a typing error in a panel that shows 0 all the same', async () => {
      const panels = dashboard('sum(rate(shop_ordrs_total[10s])) or vector(0)');
      const report = await verify('web', { files: { 'dashboards/shop.json': panels } });
      expect(found(report, 'panels')).toMatchObject({ verdict: 'pass', evidence: '1 queries: 1 show 0' });
      expectRed(report, ['metrics'], ['dashboards']);
    }, 30_000);

    test('a panel that is empty for ever, unless it is allowed to be', async () => {
      const files = {
        'dashboards/shop.json': dashboard('rate(shop_ordrs_total[10s])', 'rate(shop_orders_total[10s])'),
      };
      expectRed(await verify('web', { files }), ['metrics', 'panels'], ['dashboards']);
      const allowed = await verify('web', { files, given: { 'allow-empty-panels': 'Shop / Panel 1' } });
      expect(allowed.outputs['verdict']).toBe('pass');
    }, 30_000);

    test('a panel that asks for a label which its metric does not have', async () => {
      const exprs = ['rate(shop_orders_total{outcom="ok"}[10s])', 'rate(shop_orders_total{outcome="refunded"}[10s])'];
      const report = await verify('web', { files: { 'dashboards/shop.json': dashboard(...exprs) } });
      expectRed(report, ['panels'], ['dashboards']);
      expect(found(report, 'panels')?.evidence).toBe(
        'Shop, "Panel 1" A: no series of shop_orders_total has a label outcom',
      );
    }, 30_000);

    test('a panel whose query fails', async () => {
      const files = { 'dashboards/shop.json': dashboard('shop_requests_total * on (job) shop_errors_total') };
      const report = await verify('web', { files });
      expectRed(report, ['panels'], ['dashboards']);
      expect(found(report, 'panels')?.evidence).toMatch(/execution: .*many-to-many/);
    }, 30_000);

    test('a rule that fails, though it was "ok" when Prometheus started', async () => {
      expect(earlyHealth).not.toContain('err');
      const config = `${only('web')}\nrule_files: [rules.yml]\n`;
      const report = await verify('web', { url: ruled, config, files: { 'rules.yml': rulesOf(manyToMany) } });
      expect(found(report, 'rules')).toMatchObject({ verdict: 'fail', blame: 'monitoring' });
      expect(found(report, 'rules')?.evidence).toMatch(/broken in the group broken of rules.yml fails: .*many-to-many/);
    }, 30_000);

    test('rules that were never loaded', async () => {
      const config = `${only('web')}\nrule_files: [rules.yml]\n`;
      const report = await verify('web', { config, files: { 'rules.yml': rulesOf(watchdog) } });
      expectRed(report, ['rules'], ['monitoring']);
      expect(found(report, 'rules')?.evidence).toBe('the group Watchdog of rules.yml is not loaded');
    }, 30_000);

    test('an alert over a metric that does not exist', async () => {
      const config = `${only('web')}\nrule_files: [rules.yml]\n`;
      const report = await verify('web', { url: ruled, config, files: { 'rules.yml': rulesOf(overNothing) } });
      expect(found(report, 'rules')?.verdict).not.toBe('fail');
      expectRed(report, ['metrics'], ['monitoring']);
    }, 30_000);

    test('a critical alert that began with the deploy, and none that fired before', async () => {
      const since = String(Date.now() / 1_000 - 3_600);
      const report = await verify('web', { url: ruled, given: { since } });
      expectRed(report, ['alerts'], ['app']);
      expect(found(report, 'alerts')?.evidence).toContain('Burning');
      expect(found(report, 'alerts')?.evidence).not.toContain('Watchdog');
      const later = await verify('web', { url: ruled });
      expect(found(later, 'alerts')).toMatchObject({ verdict: 'pass', evidence: expect.stringContaining('Burning') });
    }, 30_000);

    describe('a gate:', () => {
      const ratio = 'sum by (route) (rate(shop_errors_total[5s])) / sum by (route) (rate(shop_requests_total[5s]))';

      test('the first of two series is broken, the last one, which others look at, holds', async () => {
        expect((await values(shared, ratio)).at(-1)).toBe(0);
        const report = await verify('web', { given: { gates: `errors: ${ratio} < 0.1`, bake: '2s' } });
        expectRed(report, ['gates'], ['app']);
        expect(found(report, 'gates')?.evidence).toContain('{route="/a_failing"} 0.5');
        expect(report.summary).toMatch(/[▁-█]+│[▁-█]/);
      }, 30_000);

      test('no data, which a query calls success', async () => {
        const report = await verify('web', {
          given: { gates: 'errors: rate(shop_failures_total[5s]) < 0.1', bake: '2s' },
        });
        expectRed(report, ['gates'], ['app']);
        expect(found(report, 'gates')?.evidence).toBe('errors: no data');
      }, 30_000);

      test.each([
        ['NaN without traffic', 'errors: rate(shop_idle_total[5s]) / rate(shop_idle_total[5s]) < 0.1', /only NaN/],
        ['too little traffic', 'slow: shop_version < 5 when sum(increase(shop_idle_total[5s])) >= 50', /0 of 50/],
      ])(
        '%s proves nothing, and is not green',
        async (_, gates, evidence) => {
          const report = await verify('web', { given: { gates, bake: '2s' } });
          expect(report.outputs['verdict']).toBe('inconclusive');
          expect(found(report, 'gates')?.evidence).toMatch(evidence);
        },
        30_000,
      );

      test('and green when every series holds over the whole bake, compared with before', async () => {
        const gates = `errors: ${ratio} <= 1.2 * before\nversion: shop_version == before`;
        const started = Date.now();
        const report = await verify('web', { given: { gates, bake: '3s', since: String(Date.now() / 1_000) } });
        expect(report.outputs['verdict']).toBe('pass');
        expect(Date.now() - started).toBeGreaterThan(3_000);
      }, 30_000);
    });

    describe('and green for', () => {
      test('panels that wait for traffic, metrics that wait for their first use, and rules that are well', async () => {
        const panels = dashboard(
          'rate(shop_idle_total[5s]) / rate(shop_idle_total[5s])',
          'histogram_quantile(0.9, rate(shop_first_use_seconds_bucket[10s]))',
          'shop_orders_total > 1e9',
        );
        const config = `${only('web')}\nrule_files: [rules.yml]\n`;
        const files = { 'dashboards/shop.json': panels, 'rules.yml': rulesOf(critical, watchdog) };
        const since = String(Date.now() / 1_000 - 2);
        const report = await verify('web', { url: ruled, config, files, given: { since } });
        expect(report.checks.filter(({ verdict }) => !['pass', 'skipped'].includes(verdict))).toEqual([]);
        expect(found(report, 'panels')?.evidence).toBe('3 queries: 3 wait for traffic');
        expect(found(report, 'rules')?.verdict).toBe('pass');
      }, 30_000);
    });

    describe('through Grafana,', () => {
      const through = (token = 'glsa_viewer') => ({ 'grafana-url': grafana?.url ?? '', 'grafana-token': token });

      test('a panel whose query fails; one that works is green, with Grafana’s own macros', async () => {
        const good = { 'dashboards/shop.json': dashboard('sum(rate(shop_requests_total[$__rate_interval]))') };
        const report = await verify('web', { files: good, given: through() });
        expect(found(report, 'panels')).toMatchObject({ verdict: 'pass', evidence: '1 queries: 1 show data' });
        const asked = grafana?.calls().find(({ path }) => path === '/api/ds/query');
        expect(JSON.stringify(asked?.body)).toContain('$__rate_interval');
        const bad = { 'dashboards/shop.json': dashboard('sum(rate(shop_requests_total[5s])') };
        const red = await verify('web', { files: bad, given: through() });
        expectRed(red, ['panels'], ['dashboards']);
        expect(red.summary).toContain(`${grafana?.url}/d/shop?viewPanel=1`);
      }, 40_000);

      test('a token that Grafana refuses', async () => {
        const files = { 'dashboards/shop.json': dashboard('shop_orders_total') };
        const report = await verify('web', { files, given: through('glsa_wrong') });
        expectRed(report, ['datasource', 'panels'], ['dashboards']);
        expect(JSON.stringify(report)).not.toContain('glsa_wrong');
      }, 30_000);
    });
  });
}
