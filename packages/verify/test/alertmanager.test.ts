import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answers, type Exporter, startExporter } from '../../prometheus/test/exporters.js';
import { type RealPrometheus, startPrometheus } from '../../prometheus/test/real-prometheus.js';
import { type Alertmanager, startAlertmanager } from './alertmanager.js';
import { untilAnswered } from './real-answers.js';
import { configOf, job, type RealReport, realVerify } from './real-verify.js';

const engines = ['prometheus-2', 'prometheus-3'] as const;
const rules = 'groups: [{ name: w, interval: 1s, rules: [{ alert: Watchdog, expr: vector(1) }] }]\n';
const dropped = 'alert_relabel_configs: [{ source_labels: [alertname], regex: Watchdog, action: drop }]';

/** What stands between an alert that fires and the Alertmanager; all of it looks well from Prometheus. */
const ways = {
  right: {
    environment: 'right',
    relabelling: '',
    verdict: 'pass',
    evidence: /^Watchdog fires in Prometheus and is in/,
  },
  dropped: { environment: 'dropped', relabelling: dropped, verdict: 'fail', evidence: /is not in the Alertmanager/ },
  'only another Prometheus’ is there': {
    environment: 'staging',
    relabelling: dropped,
    verdict: 'fail',
    evidence: /only one with environment="right", which another Prometheus sent, is in/,
  },
  'left over from the process before': {
    environment: 'old',
    relabelling: dropped,
    verdict: 'fail',
    evidence: /was last sent \d+ s ago, which is too long or before this process, to/,
  },
  down: { environment: 'down', relabelling: '', verdict: 'fail', evidence: /(\d+) of \1 notifications failed/ },
} as const;
type Way = keyof typeof ways;

engineOrSkip(describe, ['alertmanager', ...engines])(
  'the alert that always fires, and a real Alertmanager',
  (paths) => {
    const servers: RealPrometheus[] = [];
    const folders: string[] = [];
    const managers: Alertmanager[] = [];
    let exporter: Exporter | undefined;
    const reports = new Map<string, RealReport>();

    const start = async () => {
      const manager = await startAlertmanager(paths.alertmanager);
      managers.push(manager);
      return manager;
    };

    async function verify(engine: (typeof engines)[number], way: Way, address: string): Promise<void> {
      const { environment, relabelling } = ways[way];
      const external = `external_labels: { environment: ${environment} }`;
      const config = [
        configOf(job('web', [exporter?.address ?? ''])).replace('global: {', `global: { ${external},`),
        'rule_files: [rules.yml]',
        `alerting: { alertmanagers: [{ static_configs: [{ targets: ['${address}'] }] }]${relabelling && `, ${relabelling}`} }`,
      ].join('\n');
      const args = ['--rules.alert.resend-delay=1s'];
      const server = await startPrometheus({ path: paths[engine], config, args, files: { 'rules.yml': rules } });
      servers.push(server);
      const workspace = await mkdtemp(join(tmpdir(), 'alerts-'));
      folders.push(workspace);
      await writeFile(join(workspace, 'rules.yml'), rules);
      const report = await realVerify({
        url: server.url,
        workspace,
        config,
        given: { timeout: '10s' },
        loaded: 'real',
      });
      // What people ask today.
      await untilAnswered(server.url, 'ALERTS{alertname="Watchdog", alertstate="firing"} == 1');
      reports.set(`${engine} ${way}`, report);
    }

    beforeAll(async () => {
      exporter = await startExporter(answers.metrics);
      const old = await start();
      await old.take({ alertname: 'Watchdog', environment: 'old' });
      const [shared, empty, gone] = await Promise.all([start(), start(), start(), old.untilAlertsAgeMs(1_000)]);
      await gone.stop();
      const addresses: Readonly<Record<Way, string>> = {
        right: shared.address,
        dropped: empty.address,
        'only another Prometheus’ is there': shared.address,
        'left over from the process before': old.address,
        down: gone.address,
      };
      const all = engines.flatMap((engine) => Object.keys(ways).map((way) => ({ engine, way: way as Way })));
      await Promise.all(all.map(({ engine, way }) => verify(engine, way, addresses[way])));
    }, 60_000);

    afterAll(async () => {
      await Promise.all([...servers, ...managers].map((server) => server.stop()));
      await exporter?.stop();
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
    });

    describe.each(engines)('of %s', (engine) => {
      test.each(Object.entries(ways))('%s', (way, { verdict, evidence }) => {
        const report = reports.get(`${engine} ${way}`);
        expect(report?.checks.find(({ name }) => name === 'alerts-arrive')).toMatchObject({
          verdict,
          blame: 'monitoring',
          evidence: expect.stringMatching(evidence),
          hint: verdict === 'pass' ? '' : expect.stringMatching(/\w/),
        });
        expect(report?.outputs).toMatchObject({
          verdict,
          'checks-failed': verdict === 'pass' ? '[]' : '["alerts-arrive"]',
          blames: verdict === 'pass' ? '[]' : '["monitoring"]',
        });
      });
    });
  },
);
