import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answers, type Exporter, startExporter } from '../../../prometheus/test/exporters.js';
import { type RealPrometheus, startPrometheus } from '../../../prometheus/test/real-prometheus.js';
import { configOf, isNaivelyGreen, job, type RealReport, realVerify, untilAllScraped } from './real-verify.js';
import { type Door, startDoor, startVictoria, type Victoria } from './victoria.js';

interface Remote {
  readonly url: string;
  readonly password?: string;
  readonly extra?: string;
}

/** A wrong remote is seen by nobody who asks this Prometheus only: every target is up, every panel has data. */
for (const engine of ['prometheus-2', 'prometheus-3'] as const) {
  engineOrSkip(describe, [engine, 'victoria-metrics'])(`remote write of ${engine} to VictoriaMetrics`, (paths) => {
    let victoria: Victoria | undefined;
    let exporter: Exporter | undefined;
    const doors: Door[] = [];
    const servers = new Map<string, RealPrometheus>();
    const folders: string[] = [];
    let local = '';

    const writing = ({ url, password = victoria?.password ?? '', extra = '' }: Remote) =>
      [
        'remote_write:',
        `  - url: ${url}`,
        `    basic_auth: { username: '${victoria?.user}', password: '${password}' }`,
        `    queue_config: { batch_send_deadline: 500ms, min_backoff: 30ms, max_backoff: 1s${extra} }`,
      ].join('\n');
    const start = async (name: string, remote: Remote) => {
      const labels = `global: { scrape_interval: 1s, scrape_timeout: 500ms, evaluation_interval: 1s, external_labels: { environment: ${name} } }`;
      const config = `${local.replace(/^global: .*$/m, labels)}\n${writing(remote)}\n`;
      servers.set(name, await startPrometheus({ path: paths[engine], config }));
    };
    const door = async (refuse: (path: string) => number | undefined) => {
      const opened = await startDoor(victoria?.url ?? '', refuse);
      doors.push(opened);
      return opened.url;
    };
    const isWrite = (path: string) => path.startsWith('/api/v1/write');

    beforeAll(async () => {
      victoria = await startVictoria(paths['victoria-metrics']);
      exporter = await startExporter(answers.metrics);
      local = configOf(job('web', [exporter.address]));
      const { url } = victoria;
      const throttled = await door((path) => (isWrite(path) ? 429 : undefined));
      await Promise.all([
        start('right', { url: `${url}/api/v1/write` }),
        start('wrong-password', { url: `${url}/api/v1/write`, password: 'wrong' }),
        start('wrong-path', { url: `${url}/api/v1/push` }),
        start('throttled', { url: `${throttled}/api/v1/write` }),
        start('throttled-kept', { url: `${throttled}/api/v1/write`, extra: ', retry_on_http_429: true' }),
        start('refused', { url: 'http://127.0.0.1:1/api/v1/write' }),
      ]);
      await Promise.all([...servers.values()].map((server) => untilAllScraped(server)));
    }, 90_000);

    afterAll(async () => {
      await Promise.all([...servers.values()].map((server) => server.stop()));
      await Promise.all(doors.map((opened) => opened.stop()));
      await exporter?.stop();
      await victoria?.stop();
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
    });

    async function verify(name: string, given: Readonly<Record<string, string>> = {}): Promise<RealReport> {
      const url = servers.get(name)?.url ?? '';
      expect(await isNaivelyGreen(url, 'web')).toBe(true);
      const workspace = await mkdtemp(join(tmpdir(), 'remote-'));
      folders.push(workspace);
      return realVerify({ url, workspace, config: local, loaded: 'real', given: { timeout: '5s', ...given } });
    }
    const reader = (over: Readonly<Record<string, string>> = {}) => ({
      'remote-query-url': victoria?.url ?? '',
      'remote-query-user': victoria?.user ?? '',
      'remote-query-password': victoria?.password ?? '',
      ...over,
    });
    const found = ({ checks }: RealReport, name: string) => checks.find((check) => check.name === name);

    test('right: what is sent is taken, and read back by its external labels', async () => {
      const report = await verify('right', reader());
      expect(found(report, 'remote-write')).toMatchObject({ verdict: 'pass' });
      expect(found(report, 'remote-read-back')).toMatchObject({
        verdict: 'pass',
        evidence: 'the remote has samples of web from after the deploy with environment="right"',
      });
      expect(report.outputs['verdict']).toBe('pass');
    }, 60_000);

    async function isRed(name: string, evidence: RegExp) {
      const report = await verify(name, { since: String(Date.now() / 1_000 - 30) });
      expect(found(report, 'remote-write')).toMatchObject({
        evidence: expect.stringMatching(evidence),
        verdict: 'fail',
        blame: 'remote',
      });
      expect(report.outputs).toMatchObject({ blames: '["remote"]', 'checks-failed': '["remote-write"]' });
    }

    test.each(['wrong-password', 'wrong-path', 'throttled'])(
      '%s is red at once, and blames the remote',
      async (name) => isRed(name, /samples were refused by http/),
      20_000,
    );

    test('refused, and throttled but kept, are red when nothing got through for half a minute', async () => {
      const evidence = /nothing since the deploy reached .*tried again/;
      await Promise.all(['refused', 'throttled-kept'].map((name) => isRed(name, evidence)));
    }, 60_000);

    test('a token that may only write is told, and fails nothing', async () => {
      const writeOnly = await door((path) => (isWrite(path) ? undefined : 403));
      const report = await verify('right', reader({ 'remote-query-url': writeOnly }));
      expect(found(report, 'remote-read-back')).toMatchObject({
        verdict: 'skipped',
        evidence: expect.stringContaining('403'),
      });
      expect(report.outputs['verdict']).toBe('pass');
      expect(JSON.stringify(report)).not.toContain(victoria?.password);
    }, 60_000);

    test('a wrong address to read back from is red at once', async () => {
      const report = await verify('right', reader({ 'remote-query-url': `${victoria?.url}/nowhere` }));
      expect(found(report, 'remote-read-back')).toMatchObject({ verdict: 'fail', blame: 'remote' });
    }, 20_000);

    test('without an address to read from the proof is skipped with what would turn it on', async () => {
      const report = await verify('right');
      expect(found(report, 'remote-read-back')).toMatchObject({
        verdict: 'skipped',
        hint: expect.stringContaining('remote-query-url'),
      });
    }, 60_000);
  });
}
