import { setTimeout as delay } from 'node:timers/promises';
import { Secret, undiciHttp } from '@fly-monitoring/kit';
import { type ActiveTarget, type PrometheusApi, parseExposition, prometheusApi } from '@fly-monitoring/prometheus';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answers, type Exporter, startExporter } from '../../prometheus/test/exporters.js';
import { type RealPrometheus, startPrometheus } from '../../prometheus/test/real-prometheus.js';
import { judgeLabelSets } from '../src/checks/label-sets/judge-label-sets.js';
import { judgePanel } from '../src/checks/panels/judge-panels.js';
import { classifyScrapeError } from '../src/targets/failure-class.js';
import { judgeTargets } from '../src/targets/judge-targets.js';

const engines = ['prometheus-2', 'prometheus-3'] as const;
const everySoOftenMs = 100;
const settleBudgetMs = 25_000;

/** bcrypt of "secret"; at the lowest cost, as it is asked for often. */
const webConfig = 'basic_auth_users:\n  admin: $2b$04$jjiklXtT2D7h8DMW1WKPKOMfd/SoQ4KcrkXh40Y2EL4UMGM0HOsoa\n';

const job = (name: string, targets: readonly string[], extra = '') =>
  [
    `  - job_name: ${name}`,
    `    static_configs: [{ targets: [${targets.map((target) => `'${target}'`).join(', ')}] }]`,
    `    ${extra}`,
  ].join('\n');

for (const engine of engines) {
  engineOrSkip(describe, [engine])(`${engine} is asked`, (paths) => {
    const exporters: Exporter[] = [];
    let prometheus: RealPrometheus | undefined;
    let api: PrometheusApi;
    const startedMs = Date.now();
    const serve = async (kind: keyof typeof answers) => {
      const exporter = await startExporter(answers[kind]);
      exporters.push(exporter);
      return exporter.address;
    };

    beforeAll(async () => {
      const gone = await startExporter(answers.metrics);
      await gone.stop();
      const config = [
        'global: { scrape_interval: 1s, scrape_timeout: 500ms }',
        'rule_files: [rules.yml]',
        'scrape_configs:',
        job('up', [await serve('metrics')]),
        job('empty', [await serve('empty')]),
        job('refused', [gone.address]),
        job('not-found', [await serve('notFound')]),
        job('unauthorized', [await serve('unauthorized')]),
        job('server-error', [await serve('broken')]),
        job('page', [await serve('page')]),
        job('json', [await serve('json')]),
        job('timeout', [await serve('silent')]),
        job('reset', [await serve('hangUp')]),
        job('sample-limit', [await serve('metrics')], 'label_limit: 1'),
        job('body-limit', [await serve('metrics')], 'body_size_limit: 10B'),
        job('tls', [await serve('metrics')], 'scheme: https'),
        job('no-name', ['no-such-host.invalid:1']),
        job(
          'twins',
          [await serve('metrics'), await serve('metrics')],
          'relabel_configs: [{ target_label: instance, replacement: same }]',
        ),
      ].join('\n');
      prometheus = await startPrometheus({
        path: paths[engine],
        config,
        files: { 'rules.yml': 'groups: [{ name: demo, interval: 1s, rules: [{ alert: A, expr: vector(1) }] }]\n' },
      });
      api = prometheusApi({ http: undiciHttp(), baseUrl: prometheus.url });
      await untilScraped(api, 16);
    }, 40_000);

    afterAll(async () => {
      await prometheus?.stop();
      await Promise.all(exporters.map((exporter) => exporter.stop()));
    });

    const targetOf = async (pool: string): Promise<ActiveTarget> => {
      const answer = await api.targets(pool);
      const [target] = answer.kind === 'ok' ? answer.value : [];
      if (target === undefined) throw new Error(`no target in ${pool}: ${JSON.stringify(answer)}`);
      return target;
    };

    test('about itself', async () => {
      expect(await api.ready()).toMatchObject({ kind: 'ok' });
      expect(await api.buildInfo()).toMatchObject({ kind: 'ok', value: { version: expect.stringMatching(/^[23]\./) } });
      expect(await api.flags()).toMatchObject({ value: { 'web.enable-admin-api': 'false' } });
      expect(await api.config()).toMatchObject({ value: expect.stringContaining('job_name: refused') });
      const runtime = await api.runtimeInfo();
      if (runtime.kind !== 'ok') throw new Error(JSON.stringify(runtime));
      expect(runtime.value.reloadConfigSuccess).toBe(true);
      expect(runtime.value.startTimeMs).toBeGreaterThan(startedMs - 60_000);
      const time = await api.serverTime();
      if (time.kind !== 'ok') throw new Error(JSON.stringify(time));
      expect(Math.abs(time.value - Date.now())).toBeLessThan(5_000);
      expect(time.dateMs).toBeDefined();
    });

    test('for its own metrics, which are read without a complaint', async () => {
      const answer = await api.metricsText();
      if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
      const { families, problems } = parseExposition(answer.value);
      expect(problems).toEqual([]);
      expect(families.find(({ name }) => name === 'prometheus_sd_dns_lookup_failures_total')?.type).toBe('counter');
    });

    test('for rules, series and queries', async () => {
      expect(await api.rules()).toMatchObject({
        value: [{ name: 'demo', intervalMs: 1_000, rules: [{ name: 'A', type: 'alerting' }] }],
      });
      const window = { startMs: startedMs - 60_000, endMs: Date.now() + 60_000 };
      expect(await api.series(['demo_total{job="up"}'], window)).toMatchObject({
        value: [{ __name__: 'demo_total', path: '/' }],
      });
      expect(await api.queryRange('vector(1)', { ...window, stepMs: 30_000 })).toMatchObject({
        value: { type: 'series' },
      });
    });

    test('by panels', async () => {
      const stateOf = async (query: string) => judgePanel(await api.query(query)).kind;
      expect(await stateOf('demo_total{job="up"}')).toBe('data');
      expect(await stateOf('vector(0)')).toBe('zero');
      expect(await stateOf('vector(0) / 0')).toBe('nan');
      expect(await stateOf('no_such_metric')).toBe('empty');
      expect(await stateOf('sum(')).toBe('error');
      expect(await stateOf('demo_total * on() demo_total')).toBe('error');
    });

    test.each([
      ['refused', 'refused'],
      ['not-found', 'not-found'],
      ['unauthorized', 'unauthorized'],
      ['server-error', 'server-error'],
      ['page', 'not-metrics'],
      ['json', 'not-metrics'],
      ['timeout', 'timeout'],
      ['reset', 'reset'],
      ['sample-limit', 'sample-limit'],
      ['body-limit', 'body-limit'],
      ['tls', 'tls'],
      ['no-name', 'no-name'],
    ] as const)('why the job %s is down: %s', async (pool, expected) => {
      const { lastError, health } = await targetOf(pool);
      expect({ lastError, health, class: classifyScrapeError(lastError) }).toMatchObject({
        health: 'down',
        class: expected,
      });
    });

    test('and its healthy list hides two lies that the verdict finds', async () => {
      const all = await api.targets();
      if (all.kind !== 'ok') throw new Error(JSON.stringify(all));
      const twins = all.value.filter(({ scrapePool }) => scrapePool === 'twins');
      expect(twins.map(({ health }) => health)).toEqual(['up', 'up']);
      expect(judgeLabelSets(twins).verdict).toBe('fail');
      const jobs = [{ name: 'absent', expectation: { kind: 'at-least', count: 1 } } as const];
      expect(judgePanel(await api.query('up{job="absent"} == 0')).kind).toBe('empty');
      expect(judgeTargets({ jobs, activeTargets: all.value, sinceMs: 0, clockSkewMs: 0 }).verdict).toBe('fail');
    });

    test('with a password, when it wants one', async () => {
      const locked = await startPrometheus({ path: paths[engine], config: 'scrape_configs: []', webConfig });
      try {
        const ask = (auth?: Parameters<typeof prometheusApi>[0]['auth']) =>
          prometheusApi({ http: undiciHttp(), baseUrl: locked.url, auth }).buildInfo();
        expect((await ask()).kind).toBe('refused');
        expect((await ask({ user: 'admin', password: new Secret('wrong') })).kind).toBe('refused');
        // It refuses before it is ready, and tells only its users that it is not.
        const askAsAdmin = () => ask({ user: 'admin', password: new Secret('secret') });
        let admitted = await askAsAdmin();
        for (const deadline = Date.now() + settleBudgetMs; admitted.kind === 'not-ready' && Date.now() < deadline; ) {
          await delay(everySoOftenMs);
          admitted = await askAsAdmin();
        }
        expect(admitted.kind).toBe('ok');
      } finally {
        await locked.stop();
      }
    }, 30_000);
  });
}

/** Until each target was scraped once. */
async function untilScraped(api: PrometheusApi, count: number): Promise<void> {
  const deadline = Date.now() + settleBudgetMs;
  let last: unknown;
  while (Date.now() < deadline) {
    const answer = await api.targets();
    last = answer;
    const targets = answer.kind === 'ok' ? answer.value : [];
    if (targets.length === count && targets.every(({ lastScrapeMs }) => lastScrapeMs !== undefined)) return;
    await delay(everySoOftenMs);
  }
  throw new Error(`not scraped within ${settleBudgetMs} ms: ${JSON.stringify(last)}`);
}
