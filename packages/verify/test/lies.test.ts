import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { answers, type Exporter, startExporter } from '../../prometheus/test/exporters.js';
import { type PrometheusStart, type RealPrometheus, startPrometheus } from '../../prometheus/test/real-prometheus.js';
import { dockerfileOf } from './engine-dockerfile.js';
import * as services from './lying-services.js';
import { configOf, isNaivelyGreen, job, type RealWish, realVerify, untilAllScraped } from './real-verify.js';

const rules = {
  files: { 'rules.yml': 'groups: [{ name: w, interval: 1s, rules: [{ alert: Watchdog, expr: vector(1) }] }]\n' },
  args: ['--rules.alert.resend-delay=1s'],
};

/** All targets were scraped before the first lie, so this is time for a whole soak of one second. */
const quickly = '1500ms';

/** A lie is waited for with real seconds, and the machine may be busy. */
jest.setTimeout(30_000);

/** A lie is a deploy that the naive check calls green; each must be red for its own reason, and blame the right one. */
for (const engine of ['prometheus-2', 'prometheus-3'] as const) {
  engineOrSkip(describe, [engine])(`with ${engine}, where the naive check is green, verify is red:`, (paths) => {
    const exporters: Exporter[] = [];
    const servers: RealPrometheus[] = [];
    const jobs = new Map<string, string>();
    const dying = services.mortal();
    let workspace = '';
    let shared = '';
    let lifecycle: RealPrometheus | undefined;
    let reloaded: RealPrometheus | undefined;
    const dirty = new Map<string, { readonly url: string; readonly config: string }>();

    const serve = async (answer: RequestListener) => {
      const exporter = await startExporter(answer);
      exporters.push(exporter);
      return exporter.address;
    };
    const start = async (over: Omit<PrometheusStart, 'path'>) => {
      const server = await startPrometheus({ path: paths[engine], ...over });
      servers.push(server);
      return server;
    };
    const add = (name: string, targets: readonly string[], extra = '') => jobs.set(name, job(name, targets, extra));
    const startAlone = async (name: string, lines: string, over: Omit<PrometheusStart, 'path' | 'config'> = {}) => {
      const { url } = await start({ config: lines, ...over });
      dirty.set(name, { url, config: lines });
    };

    beforeAll(async () => {
      workspace = await mkdtemp(join(tmpdir(), 'lies-'));
      await writeFile(join(workspace, 'rules.yml'), rules.files['rules.yml']);
      await writeFile(join(workspace, 'Dockerfile.monitoring'), dockerfileOf(engine));
      await writeFile(join(workspace, 'other.Dockerfile'), 'FROM prom/prometheus:v2.0.0\n');
      const good = await serve(answers.metrics);
      add('web', [good]);
      add('revision', [await serve(services.oldRevision)]);
      add('process', [await serve(services.startedLongAgo)]);
      add('slow', [await serve(services.slow)]);
      add('dying', [await serve(dying.answer)]);
      add('secret', [good], 'params: { token: [SEKRIT-token] }');
      jobs.set(
        'double',
        [
          '  - job_name: double',
          `    static_configs: [{ targets: ['${good}'], labels: { n: one } }, { targets: ['${good}'], labels: { n: two } }]`,
        ].join('\n'),
      );
      const all = configOf(...jobs.values());
      const alerting = (address: string) =>
        `${configOf(jobs.get('web') ?? '')}\nrule_files: [rules.yml]\nalerting: { alertmanagers: [{ static_configs: [{ targets: ['${address}'] }] }] }`;
      const [main, open, other] = await Promise.all([
        start({ config: all }),
        start({ config: configOf(job('web', [good])), args: ['--web.enable-lifecycle'] }),
        start({ config: configOf(job('web', [good])), args: ['--web.enable-lifecycle'] }),
        startAlone('backwards', configOf(job('backwards', [await serve(services.backwards())]))),
        startAlone('twice', configOf(job('twice', [await serve(services.twice)]))),
        startAlone(
          'discovery',
          configOf(job('discovery', [good], "http_sd_configs: [{ url: 'http://127.0.0.1:1/', refresh_interval: 1s }]")),
        ),
        startAlone('forgotten', alerting(await serve(services.forgetfulAlertmanager)), rules),
        startAlone('undelivered', alerting(await serve(services.brokenAlertmanager)), rules),
      ]);
      shared = main.url;
      lifecycle = open;
      reloaded = other;
      await Promise.all(servers.map((server) => untilAllScraped(server)));
    }, 90_000);

    afterAll(async () => {
      await Promise.all(servers.map((server) => server.stop()));
      await Promise.all(exporters.map((exporter) => exporter.stop()));
      await rm(workspace, { recursive: true, force: true });
    });

    interface Lie {
      readonly failed: string;
      readonly blame: string;
      readonly evidence: RegExp;
      readonly wish?: Partial<RealWish>;
      /** Of the naive check; the lie's own name otherwise. */
      readonly job?: string;
    }

    async function isFoundOut(name: string, { failed, blame, evidence, wish = {}, job: asked = name }: Lie) {
      const url = wish.url ?? shared;
      expect(await isNaivelyGreen(url, asked)).toBe(true);
      const config = wish.config ?? configOf(jobs.get(name) ?? jobs.get(asked) ?? '');
      const given = { timeout: quickly, ...wish.given };
      const report = await realVerify({ url, workspace, config, ...wish, given });
      const seen = report.checks.find((one) => one.name === failed);
      expect({ outputs: report.outputs, seen }).toMatchObject({
        outputs: { verdict: 'fail', 'checks-failed': JSON.stringify([failed]), blames: JSON.stringify([blame]) },
        seen: { evidence: expect.stringMatching(evidence), hint: expect.stringMatching(/\w/) },
      });
    }

    test('one address that is scraped twice', () =>
      isFoundOut('double', { failed: 'label-sets', blame: 'monitoring', evidence: /scrapes http:\S+ 2 times/ }));

    test('fewer targets than wanted', () =>
      isFoundOut('web', {
        failed: 'job:web',
        blame: 'app',
        evidence: /1 of 2 targets/,
        wish: { given: { jobs: 'web=2' } },
      }));

    test('the revision of before', () =>
      isFoundOut('revision', {
        failed: 'release',
        blame: 'app',
        evidence: /1 of 1 targets show another revision/,
        wish: { given: { release: '2222222bbbbbbb' } },
      }));

    test('a process of before the deploy, without a revision', () =>
      isFoundOut('process', {
        failed: 'release',
        blame: 'app',
        evidence: /1 of 1 processes started before the deploy/,
        wish: { given: { release: '2222222bbbbbbb', since: String(Date.now() / 1_000 - 60) } },
      }));

    test('scrapes that nearly time out', () =>
      isFoundOut('slow', { failed: 'stability', blame: 'app', evidence: /took 4\d\d ms of 500 ms/ }));

    test('a service that dies a moment after its first good scrape', async () => {
      setTimeout(dying.die, 1_500);
      await isFoundOut('dying', {
        failed: 'job:dying',
        blame: 'app',
        evidence: /EOF|reset/,
        wish: { given: { 'stable-for': '10s', timeout: '6s' } },
      });
    }, 30_000);

    test('yesterday’s configuration', () =>
      isFoundOut('web', {
        failed: 'configuration',
        blame: 'monitoring',
        evidence: /scrape_interval is 1s, not 5s/,
        wish: {
          loaded: 'real',
          config: configOf(jobs.get('web') ?? '').replace('scrape_interval: 1s', 'scrape_interval: 5s'),
        },
      }));

    test('a secret that anybody can read in the configuration', () =>
      isFoundOut('secret', {
        failed: 'locked',
        blame: 'monitoring',
        evidence: /a secret can be read/,
        wish: { loaded: 'real', environment: { METRICS_TOKEN: 'SEKRIT-token' } },
      }));

    test('an empty web.yml: the password is right, and so is every other', () =>
      isFoundOut('web', {
        failed: 'locked',
        blame: 'monitoring',
        evidence: /answers without credentials/,
        wish: { given: { 'prometheus-password': 'a good one' } },
      }));

    test('a door to stop the server', () =>
      isFoundOut('web', {
        failed: 'locked',
        blame: 'monitoring',
        evidence: /lifecycle API is on/,
        wish: { url: lifecycle?.url ?? '' },
      }));

    test('a Prometheus from before its deploy', () =>
      isFoundOut('web', {
        failed: 'prometheus',
        blame: 'monitoring',
        evidence: /before its deploy began/,
        wish: { given: { 'monitoring-since': String(Date.now() / 1_000 + 10) } },
      }));

    test('an image of another version than the one that is pinned', () =>
      isFoundOut('web', {
        failed: 'prometheus',
        blame: 'monitoring',
        evidence: /other\.Dockerfile pins 2\.0\.0/,
        wish: { given: { 'monitoring-dockerfile': 'other.Dockerfile' } },
      }));

    test('a public address that is ill', async () => {
      const address = await serve(services.ill);
      await isFoundOut('web', {
        failed: 'endpoints',
        blame: 'app',
        evidence: /503, not 200/,
        wish: { given: { endpoints: `http://${address}/health` } },
      });
    });

    test('samples that come out of order and are thrown away', () =>
      isFoundOut('backwards', {
        failed: 'ingestion',
        blame: 'app',
        evidence: /samples out of order/,
        wish: {
          ...dirty.get('backwards'),
          loaded: 'real',
          given: { 'stable-for': '2s' },
        },
      }));

    // Prometheus 2 keeps no count of them.
    if (engine === 'prometheus-3')
      test('one series twice in a scrape, of which one value is thrown away', () =>
        isFoundOut('twice', {
          failed: 'ingestion',
          blame: 'app',
          evidence: /duplicate samples/,
          wish: { ...dirty.get('twice'), loaded: 'real', given: { 'stable-for': '2s' } },
        }));

    test('service discovery that fails, behind a list that stays', () =>
      isFoundOut('discovery', {
        failed: 'ingestion',
        blame: 'network',
        evidence: /failed refreshes of service discovery/,
        wish: {
          ...dirty.get('discovery'),
          loaded: 'real',
          given: { 'stable-for': '2s' },
        },
      }));

    test('alerts that fire and never arrive: forgotten, and never taken', async () => {
      const neverArrives = async (name: string, evidence: RegExp) => {
        const own = join(workspace, name);
        await mkdir(own);
        await writeFile(join(own, 'rules.yml'), rules.files['rules.yml']);
        const wish = { ...dirty.get(name), workspace: own };
        await isFoundOut(name, { failed: 'alerts-arrive', blame: 'monitoring', evidence, job: 'web', wish });
      };
      await Promise.all([
        neverArrives('forgotten', /Watchdog fires in Prometheus and is not in the Alertmanager/),
        neverArrives('undelivered', /notifications failed/),
      ]);
    }, 40_000);

    test('a configuration that was refused when it was reloaded', async () => {
      const { url, folder } = reloaded ?? { url: '', folder: '' };
      await writeFile(join(folder, 'prometheus.yml'), 'scrape_configs: [nonsense');
      await fetch(`${url}/-/reload`, { method: 'POST' });
      expect(await isNaivelyGreen(url, 'web')).toBe(true);
      const report = await realVerify({
        url,
        workspace,
        config: configOf(jobs.get('web') ?? ''),
        given: { timeout: quickly },
      });
      const seen = report.checks.find(({ name }) => name === 'prometheus');
      expect(seen).toMatchObject({ verdict: 'fail', blame: 'monitoring' });
      expect(seen?.evidence).toContain('could not load its configuration');
    });

    test('and green beside them all, for a job that is well', async () => {
      const config = configOf(jobs.get('web') ?? '');
      const report = await realVerify({ url: shared, workspace, config, given: { timeout: '10s' }, loaded: 'real' });
      expect(report.checks.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'skipped')).toEqual([]);
      expect(report.outputs['verdict']).toBe('pass');
    });
  });
}
