import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { undiciHttp } from '@fly-monitoring/kit';
import { compareConfig, prometheusApi } from '@fly-monitoring/prometheus';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { answers, type Exporter, startExporter } from '../../prometheus/test/exporters.js';
import { type RealPrometheus, startPrometheus } from '../../prometheus/test/real-prometheus.js';
import { keepingAlertmanager } from './lying-services.js';
import { configOf, job, realVerify, untilAllScraped } from './real-verify.js';

/** What the suite of lies is measured against: servers that are well, each in its own way. */
for (const engine of ['prometheus-2', 'prometheus-3'] as const) {
  engineOrSkip(describe, [engine])(`with ${engine}, verify is green`, (paths) => {
    let workspace = '';
    let exporter: Exporter;
    let server: RealPrometheus | undefined;

    beforeEach(async () => {
      workspace = await mkdtemp(join(tmpdir(), 'healthy-'));
      exporter = await startExporter(answers.metrics);
    });

    afterEach(async () => {
      await server?.stop();
      await exporter.stop();
      await rm(workspace, { recursive: true, force: true });
    });

    test('for an agent, whose targets are proved while the checks that need queries are skipped by name', async () => {
      const config = configOf(job('web', [exporter.address]));
      const remote = `remote_write: [{ url: 'http://${exporter.address}/write' }]`;
      server = await startPrometheus({
        path: paths[engine],
        config: `${config}\n${remote}\n`,
        args: engine === 'prometheus-2' ? ['--enable-feature=agent'] : ['--agent'],
        storage: 'agent',
      });
      await untilAllScraped(server);
      const given = { timeout: '10s' };
      const report = await realVerify({ url: server.url, workspace, config, given, loaded: 'real' });
      const verdictOf = (name: string) => report.checks.find((one) => one.name === name)?.verdict;
      expect(['job:web', 'configuration', 'label-sets', 'ingestion', 'stability'].map(verdictOf)).toEqual(
        Array.from({ length: 5 }, () => 'pass'),
      );
      expect(report.checks.find(({ name }) => name === 'samples')).toMatchObject({
        verdict: 'skipped',
        evidence: 'Prometheus runs as an agent, which answers neither queries nor rules',
      });
    }, 40_000);

    test('for the configuration of this repository, whose every key is found again', async () => {
      for (const file of ['monitoring/prometheus-fly.yml', 'monitoring/prometheus-fly.one-machine.yml']) {
        const config = await readFile(file, 'utf8');
        server = await startPrometheus({ path: paths[engine], config });
        const loaded = await prometheusApi({ http: undiciHttp(), baseUrl: server.url }).config();
        await server.stop();
        expect(compareConfig(config, loaded.kind === 'ok' ? loaded.value : '')).toMatchObject({
          kind: 'compared',
          differences: [],
        });
      }
    }, 40_000);

    test('for a configuration with every kind of key, written in other ways than Prometheus shows them', async () => {
      const config = everyKind(exporter.address);
      server = await startPrometheus({ path: paths[engine], config });
      const loaded = await prometheusApi({ http: undiciHttp(), baseUrl: server.url }).config();
      expect(compareConfig(config, loaded.kind === 'ok' ? loaded.value : '')).toMatchObject({
        kind: 'compared',
        differences: [],
      });
    }, 40_000);

    test('for a file with anchors, merge keys, and numbers and booleans in the spellings of YAML 1.1', async () => {
      const config = `global: { scrape_interval: 0h0m1s, scrape_timeout: 500ms, external_labels: { release: 1.10 } }
scrape_configs:
  - &first
    job_name: 1.10
    honor_labels: Yes
    sample_limit: 10_000
    body_size_limit: 512MB
    static_configs: [{ targets: ['${exporter.address}'], labels: &labels { version: 2.0, beta: off } }]
    relabel_configs: [{ action: LabelDROP, regex: foo$ }]
  - { <<: *first, job_name: on, static_configs: [{ targets: ['${exporter.address}'], labels: { <<: *labels, n: 010 } }] }
`;
      server = await startPrometheus({ path: paths[engine], config });
      await untilAllScraped(server, 2);
      const report = await realVerify({
        url: server.url,
        workspace,
        config,
        loaded: 'real',
        given: { timeout: '10s' },
      });
      const verdictOf = (name: string) => report.checks.find((one) => one.name === name)?.verdict;
      expect(['job:1.10', 'job:on', 'configuration'].map(verdictOf)).toEqual(['pass', 'pass', 'pass']);
      expect(report.outputs['verdict']).toBe('pass');
    }, 40_000);

    test('for an alert that always fires and is seen to arrive', async () => {
      const receiver = await startExporter(keepingAlertmanager());
      const rules = 'groups: [{ name: w, interval: 1s, rules: [{ alert: Watchdog, expr: vector(1) }] }]\n';
      await writeFile(join(workspace, 'rules.yml'), rules);
      const config = [
        configOf(job('web', [exporter.address])),
        'rule_files: [rules.yml]',
        `alerting: { alertmanagers: [{ static_configs: [{ targets: ['${receiver.address}'] }] }] }`,
      ].join('\n');
      const args = ['--rules.alert.resend-delay=1s'];
      server = await startPrometheus({ path: paths[engine], config, args, files: { 'rules.yml': rules } });
      await untilAllScraped(server);
      const given = { timeout: '15s' };
      const report = await realVerify({ url: server.url, workspace, config, given, loaded: 'real' });
      await receiver.stop();
      expect(report.checks.find(({ name }) => name === 'alerts-arrive')).toMatchObject({
        verdict: 'pass',
        evidence: expect.stringContaining('Watchdog fires in Prometheus and is in the Alertmanager'),
      });
      expect(report.outputs['verdict']).toBe('pass');
    }, 60_000);
  });
}

function everyKind(address: string): string {
  return `
global:
  scrape_interval: 90s
  scrape_timeout: 10s
  external_labels: { environment: production, shard: "1" }
rule_files: [./no/*.yml]
remote_write:
  - url: http://me:secret@127.0.0.1:1/api/v1/write
    write_relabel_configs: [{ action: drop, source_labels: [__name__], regex: go_.* }]
    queue_config: { retry_on_http_429: true, batch_send_deadline: 5s }
scrape_configs:
  - job_name: one
    honor_labels: false
    scheme: http
    body_size_limit: 10MB
    sample_limit: 5000
    params: { token: [a, b] }
    static_configs: [{ targets: ['${address}'], labels: { n: "1" } }]
    basic_auth: { username: me, password: hidden }
    relabel_configs:
      - { source_labels: [__address__], target_label: instance }
      - { source_labels: [__address__], modulus: 4, target_label: shard, action: hashmod }
  - job_name: two
    file_sd_configs: [{ files: [targets/*.json], refresh_interval: 120s }]
    tls_config: { insecure_skip_verify: true }
  - job_name: three
    metrics_path: /other
    http_sd_configs: [{ url: 'http://127.0.0.1:1/sd', refresh_interval: 1h }]
    authorization: { type: Bearer, credentials: hidden }
`;
}
