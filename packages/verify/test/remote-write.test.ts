import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answers, type Exporter, startExporter } from '../../prometheus/test/exporters.js';
import { type RealPrometheus, startPrometheus } from '../../prometheus/test/real-prometheus.js';
import { configOf, isNaivelyGreen, job, type RealReport, realVerify, untilAllScraped } from './real-verify.js';
import { type Door, startDoor, startVictoria, type Victoria } from './victoria.js';

const engines = ['prometheus-2', 'prometheus-3'] as const;
type EngineName = (typeof engines)[number];

interface Remote {
  readonly url: string;
  readonly password?: string;
  readonly extra?: string;
}

/** A wrong remote is seen by nobody who asks this Prometheus only: every target is up, every panel has data. */
engineOrSkip(describe, ['victoria-metrics', ...engines])('remote write to VictoriaMetrics', (paths) => {
  let victoria: Victoria | undefined;
  let exporter: Exporter | undefined;
  const doors: Door[] = [];
  const servers = new Map<string, RealPrometheus>();
  const folders: string[] = [];
  const patient = new Map<string, Promise<RealReport>>();
  let local = '';

  const writing = ({ url, password = victoria?.password ?? '', extra = '' }: Remote) =>
    [
      'remote_write:',
      `  - url: ${url}`,
      `    basic_auth: { username: '${victoria?.user}', password: '${password}' }`,
      `    queue_config: { batch_send_deadline: 500ms, min_backoff: 30ms, max_backoff: 1s${extra} }`,
    ].join('\n');
  const start = async (engine: EngineName, name: string, remote: Remote) => {
    const labels = `global: { scrape_interval: 1s, scrape_timeout: 500ms, evaluation_interval: 1s, external_labels: { environment: ${name}, engine: ${engine} } }`;
    const config = `${local.replace(/^global: .*$/m, labels)}\n${writing(remote)}\n`;
    servers.set(`${engine} ${name}`, await startPrometheus({ path: paths[engine], config }));
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
    const remotes: Readonly<Record<string, Remote>> = {
      right: { url: `${url}/api/v1/write` },
      'wrong-password': { url: `${url}/api/v1/write`, password: 'wrong' },
      'wrong-path': { url: `${url}/api/v1/push` },
      throttled: { url: `${throttled}/api/v1/write` },
      'throttled-kept': { url: `${throttled}/api/v1/write`, extra: ', retry_on_http_429: true' },
      refused: { url: 'http://127.0.0.1:1/api/v1/write' },
    };
    const all = engines.flatMap((engine) =>
      Object.entries(remotes).map(([name, remote]) => ({ engine, name, remote })),
    );
    await Promise.all(all.map(({ engine, name, remote }) => start(engine, name, remote)));
    await Promise.all([...servers.values()].map((server) => untilAllScraped(server)));
    // Patience is what these two are about; the other tests run meanwhile.
    for (const engine of engines) {
      for (const name of ['refused', 'throttled-kept']) patient.set(`${engine} ${name}`, withoutRemote(engine, name));
    }
    for (const report of patient.values()) report.catch(() => undefined);
  }, 90_000);

  afterAll(async () => {
    await Promise.all([...servers.values()].map((server) => server.stop()));
    await Promise.all(doors.map((opened) => opened.stop()));
    await exporter?.stop();
    await victoria?.stop();
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
  });

  async function verify(
    engine: EngineName,
    name: string,
    given: Readonly<Record<string, string>> = {},
  ): Promise<RealReport> {
    const url = servers.get(`${engine} ${name}`)?.url ?? '';
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

  const withoutRemote = (engine: EngineName, name: string) =>
    verify(engine, name, { since: String(Date.now() / 1_000 - 30) });

  function expectRed(report: RealReport | undefined, evidence: RegExp) {
    expect(report && found(report, 'remote-write')).toMatchObject({
      evidence: expect.stringMatching(evidence),
      verdict: 'fail',
      blame: 'remote',
    });
    expect(report?.outputs).toMatchObject({ blames: '["remote"]', 'checks-failed': '["remote-write"]' });
  }

  describe.each(engines)('of %s', (engine) => {
    test('right: what is sent is taken, and read back by its external labels', async () => {
      const report = await verify(engine, 'right', reader());
      expect(found(report, 'remote-write')).toMatchObject({ verdict: 'pass' });
      expect(found(report, 'remote-read-back')).toMatchObject({
        verdict: 'pass',
        evidence: `the remote has samples of web from after the deploy with engine="${engine}", environment="right"`,
      });
      expect(report.outputs['verdict']).toBe('pass');
    }, 60_000);

    test.each(['wrong-password', 'wrong-path', 'throttled'])(
      '%s is red at once, and blames the remote',
      async (name) => expectRed(await withoutRemote(engine, name), /samples were refused by http/),
      20_000,
    );

    test('a wrong password all along is red too when only the app was deployed, and every counter stood still before', async () => {
      const report = await verify(engine, 'wrong-password', { since: String(Date.now() / 1_000) });
      expectRed(report, /samples were refused by http/);
    }, 20_000);

    test('refused, and throttled but kept, are red when nothing got through for half a minute', async () => {
      const evidence = /nothing since the deploy reached .*tried again/;
      for (const name of ['refused', 'throttled-kept']) expectRed(await patient.get(`${engine} ${name}`), evidence);
    }, 60_000);

    test('a token that may only write is told, and fails nothing', async () => {
      const writeOnly = await door((path) => (isWrite(path) ? undefined : 403));
      const report = await verify(engine, 'right', reader({ 'remote-query-url': writeOnly }));
      expect(found(report, 'remote-read-back')).toMatchObject({
        verdict: 'skipped',
        evidence: expect.stringContaining('403'),
      });
      expect(report.outputs['verdict']).toBe('pass');
      expect(JSON.stringify(report)).not.toContain(victoria?.password);
    }, 60_000);

    test('a wrong password to read back with is red at once', async () => {
      const report = await verify(engine, 'right', reader({ 'remote-query-password': 'wrong' }));
      expect(found(report, 'remote-read-back')).toMatchObject({
        verdict: 'fail',
        blame: 'remote',
        evidence: expect.stringContaining('401'),
      });
      expect(report.outputs).toMatchObject({ verdict: 'fail', blames: '["remote"]' });
    }, 20_000);

    test('a wrong address to read back from is red at once', async () => {
      const report = await verify(engine, 'right', reader({ 'remote-query-url': `${victoria?.url}/nowhere` }));
      expect(found(report, 'remote-read-back')).toMatchObject({ verdict: 'fail', blame: 'remote' });
    }, 20_000);

    test('without an address to read from the proof is skipped with what would turn it on', async () => {
      const report = await verify(engine, 'right');
      expect(found(report, 'remote-read-back')).toMatchObject({
        verdict: 'skipped',
        hint: expect.stringContaining('remote-query-url'),
      });
    }, 60_000);
  });
});
