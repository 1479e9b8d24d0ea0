import { chownSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineOrSkip, runOrSkip } from '@fly-monitoring/testing/engines';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { entrypoint, poll } from './entrypoint-run.js';
import { type RunningService, startRemoteStore, startService, waitForUp } from './surroundings.js';
import { apiKey, basicAuth, isRoot, login, nobody, passwordHash, TestMachine, testTimeoutMs } from './test-machine.js';

const metricsToken = 'token-do-not-show-me';
const asRoot = runOrSkip(test, isRoot ? undefined : 'only root owns a volume and steps down from it.');
let machine: TestMachine;

beforeEach(() => {
  machine = new TestMachine();
});
afterEach(() => machine.remove());

const lines = [
  ['2.42', 'prometheus-2', 'promtool-2'],
  ['3.x', 'prometheus-3', 'promtool-3'],
] as const;

for (const [version, prometheusName, promtoolName] of lines) {
  engineOrSkip(describe, [prometheusName, promtoolName])(`the entrypoint with Prometheus ${version}`, (paths) => {
    const line = { prometheus: paths[prometheusName], promtool: paths[promtoolName] };
    const shown = new Set<string>();
    let service: RunningService;

    beforeAll(async () => {
      service = await startService(shown);
    });
    beforeEach(() => shown.clear());
    afterAll(() => service.stop());

    test(
      'protected: lets nobody in without the password, /-/ready included',
      async () => {
        const run = await machine.start(line, { PROMETHEUS_BASIC_AUTH: basicAuth });
        await run.waitUntilReady(200, login);
        expect((await run.get('/-/ready')).status).toBe(401);
        expect((await run.get('/api/v1/targets', 'admin:wrong')).status).toBe(401);
        expect((await run.get('/api/v1/targets', login)).status).toBe(200);
      },
      testTimeoutMs,
    );

    test.each(['private', 'open'])(
      '%s: answers without a password, also when one is given',
      async (access) => {
        const run = await machine.start(line, { PROMETHEUS_ACCESS: access, PROMETHEUS_BASIC_AUTH: basicAuth });
        await run.waitUntilReady();
        expect(existsSync(join(machine.folder, 'run/web.yml'))).toBe(false);
        const flags = (await (await run.get('/api/v1/status/flags')).json()) as { data: Record<string, string> };
        expect(flags.data).toMatchObject({
          'web.enable-admin-api': 'false',
          'web.enable-lifecycle': 'false',
          'web.enable-remote-write-receiver': 'false',
          'storage.tsdb.retention.time': '15d',
          // 80 % of 10 GB, in the unit Prometheus prints
          'storage.tsdb.retention.size': '8GiB',
          'storage.remote.flush-deadline': '10s',
        });
      },
      testTimeoutMs,
    );

    test(
      'shows METRICS_TOKEN to the services, the first where there are several',
      async () => {
        const config = machine.writeConfig(service.port);
        const environment = { PROMETHEUS_ACCESS: 'private', PROMETHEUS_CONFIG: config };
        const run = await machine.start(line, { ...environment, METRICS_TOKEN: ` ${metricsToken}, the-old-one\n` });
        await waitForUp(run, 'service');
        expect([...shown]).toEqual([`Bearer ${metricsToken}`]);
      },
      testTimeoutMs,
    );

    test(
      'scrapes services without METRICS_TOKEN too, and keeps the volume over a restart',
      async () => {
        const config = machine.writeConfig(service.port);
        const environment = { PROMETHEUS_ACCESS: 'private', PROMETHEUS_CONFIG: config };
        const first = await machine.start(line, environment);
        await waitForUp(first, 'service');
        expect([...shown].map((header) => header.trim())).toEqual(['Bearer']);
        const sampled = Date.now() / 1000;
        const stopped = await first.stop();
        expect(stopped.code).toBe(0);
        expect(stopped.tookMs).toBeLessThan(5_000);

        const second = await machine.start(line, environment);
        await second.waitUntilReady();
        const found = await (await second.get(`/api/v1/query?query=up{job="service"}&time=${sampled}`)).json();
        expect(found).toMatchObject({
          data: { result: [{ metric: { job: 'service' }, value: [expect.anything(), '1'] }] },
        });
      },
      testTimeoutMs,
    );

    asRoot(
      'gives the volume to nobody and becomes nobody',
      async () => {
        writeFileSync(join(machine.folder, 'data/left-by-root'), '');
        const run = await machine.start(line, { PROMETHEUS_ACCESS: 'private' });
        await run.waitUntilReady();
        expect(run.readProc('status')).toMatch(new RegExp(`^Uid:\t${nobody}\t${nobody}\t${nobody}\t${nobody}$`, 'm'));
        expect(run.readProc('comm').trim()).toBe('prometheus');
        expect(statSync(join(machine.folder, 'data/left-by-root')).uid).toBe(nobody);
        expect(statSync(join(machine.folder, 'run/secrets/metrics-token'))).toMatchObject({
          uid: nobody,
          mode: 0o100400,
        });
      },
      testTimeoutMs,
    );

    asRoot(
      'runs as an ordinary user where it is not root',
      async () => {
        chownSync(machine.folder, nobody, nobody);
        chownSync(join(machine.folder, 'data'), nobody, nobody);
        const demote = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', 'sh', entrypoint];
        const environment = { PROMETHEUS_BASIC_AUTH: basicAuth };
        const first = await machine.start(line, environment, demote);
        await first.waitUntilReady(200, login);
        await first.stop();
        // Its own read-only files of the first run are no obstacle.
        const second = await machine.start(line, environment, demote);
        await second.waitUntilReady(200, login);
      },
      testTimeoutMs,
    );

    engineOrSkip(test, ['victoria-metrics'])(
      'writes to a remote store with the API key, and shows the key and the passwords nowhere',
      async ({ 'victoria-metrics': victoria }) => {
        const store = await startRemoteStore(victoria, machine.folder);
        try {
          const run = await machine.start(line, {
            PROMETHEUS_CONFIG: machine.writeConfig(service.port),
            PROMETHEUS_BASIC_AUTH: basicAuth,
            PROMETHEUS_SELF_AUTH: `s3cret:${passwordHash}`,
            METRICS_TOKEN: metricsToken,
            GRAFANA_PROMETHEUS_URL: `http://127.0.0.1:${store.port}/api/v1/write`,
            GRAFANA_PROMETHEUS_USER: '12345',
            GRAFANA_PROMETHEUS_API_KEY: `${apiKey}\n`,
          });
          await poll(
            'the samples in the store',
            () => store.holds('up{monitor="test",job="service"}'),
            () => run.output,
          );
          if (version === '3.x') await waitForUp(run, 'prometheus', login);
          const pages = await Promise.all(
            ['config', 'flags', 'runtimeinfo'].map(async (page) =>
              (await run.get(`/api/v1/status/${page}`, login)).text(),
            ),
          );
          expect(pages[0]).toContain('retry_on_http_429: true');
          const seen = [...pages, run.output, run.readProc('cmdline'), run.readProc('environ')].join('\n');
          for (const secret of [apiKey, metricsToken, 's3cret', passwordHash]) expect(seen).not.toContain(secret);
          const files = readdirSync(join(machine.folder, 'run/secrets'));
          for (const file of files)
            expect(statSync(join(machine.folder, 'run/secrets', file)).mode & 0o777).toBe(0o400);
          expect(readFileSync(join(machine.folder, 'run/prometheus.yml'), 'utf8')).not.toContain(apiKey);
        } finally {
          await store.stop();
        }
      },
      testTimeoutMs,
    );
  });
}
