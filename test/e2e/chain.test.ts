import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findEngine } from '@fly-monitoring/testing/engines';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type AppTraffic, startAppTraffic } from './app-traffic.js';
import { type Runs, remoteName, runChain, stages } from './chain-run.js';
import { type CommandLines, watchCommandLines } from './command-lines.js';
import { eventually } from './eventually.js';
import { platformSuite } from './platform-suite.js';
import { targetsIn } from './prometheus-targets.js';
import { type RemoteStore, startRemoteStore } from './remote-store.js';
import { readManifest } from './run-action.js';
import { huntFor, type SecretHunt } from './secret-hunt.js';
import { tableRows } from './summary-tables.js';
import { filesHolding, root } from './workspace.js';
import { basicAuth, openWorld, type World } from './world.js';

const chainTimeoutMs = 180_000;
/** Two machines of each: fly makes a second one of every group that has a service. */
const services = ['fechatter_server', 'notify_server', 'bot_server', 'analytics_server'];
const everyService = services.flatMap((service) => [service, service]).sort();
interface VerifyReport {
  readonly verdict: string;
  readonly panels: readonly { readonly panel: string; readonly state: string }[];
}

platformSuite('the four actions, one after another, while people use the app', () => {
  let world: World;
  let store: RemoteStore;
  let traffic: AppTraffic | undefined;
  let watch: CommandLines;
  let first: Runs;
  let second: Runs;

  beforeAll(async () => {
    watch = watchCommandLines();
    const engine = findEngine('victoria-metrics');
    store = await startRemoteStore(engine.found ? engine.path : '', randomBytes(18).toString('base64url'));
    world = await openWorld({ outside: { [remoteName]: store.authority } });
    first = await runChain(world, store, startTraffic);
  }, chainTimeoutMs);

  afterAll(async () => {
    watch.stop();
    await traffic?.stop();
    await world.stop();
    await store.stop();
  }, 60_000);

  const startTraffic = async () => {
    traffic ??= await startAppTraffic({ ...world.machine, FLY_API_TOKEN: world.platform.fly.token });
  };
  const reportOfVerify = () =>
    JSON.parse(readFileSync(join(world.folders.workspace, 'verify.json'), 'utf8')) as VerifyReport;
  const prometheusMachine = async () => (await world.platform.fly.state()).apps['fechatter-monitoring']?.machines[0];
  const storedDashboard = () =>
    world.platform.grafana.state().dashboards.map(({ uid, versions }) => ({ uid, versions }));

  test.each(stages)('%s is green and sets every output that it declares', (stage) => {
    expect(first[stage].log).not.toContain('::error');
    expect(first[stage].exitCode).toBe(0);
    const declared = readManifest(join(root, 'actions', stage)).outputs;
    expect(Object.keys(first[stage].outputs).sort()).toEqual(Object.keys(declared).sort());
  });

  test('the deployments say what is live', async () => {
    const { apps } = await world.platform.fly.state();
    for (const [stage, app] of [
      ['deploy-monitoring', 'fechatter-monitoring'],
      ['deploy-app', 'fechatter'],
    ] as const) {
      const { outputs, summary } = first[stage];
      const machines = (apps[app]?.machines ?? []).filter(({ isStandby }) => !isStandby);
      expect(outputs).toMatchObject({ url: `https://${app}.fly.dev`, changed: 'true', 'previous-image': '' });
      expect(outputs['image']).toBe(`${outputs['image']?.split('@')[0]}@${outputs['image-digest']}`);
      const told = (JSON.parse(outputs['machines'] ?? '') as { id: string; state: string }[]).map(({ id }) => id);
      expect(told.sort()).toEqual(machines.map(({ id }) => id).sort());
      expect(summary).toContain(`### ✅ ${app}: release 1 is live`);
      expect(tableRows(summary, 'Machine').map((row) => [row['Machine'], row['State']])).toEqual(
        expect.arrayContaining(machines.map(({ id }) => [id, 'started'])),
      );
    }
  });

  test('Prometheus scrapes every machine of every service, by its own word', async () => {
    const answer = await world.prometheus('/api/v1/targets?state=active');
    const ofApp = targetsIn(answer, 'app');
    expect(ofApp.map(({ health, lastError }) => ({ health, lastError }))).toEqual(
      ofApp.map(() => ({ health: 'up', lastError: '' })),
    );
    expect(ofApp.map(({ labels }) => labels['service']).sort()).toEqual(everyService);
    const self = targetsIn(answer, 'prometheus');
    expect(self.map(({ health }) => health)).toEqual(['up']);
  });

  test('nobody reads Prometheus without the password', async () => {
    const { url, user } = world.platform.prometheus;
    for (const path of ['/api/v1/targets', '/-/healthy', '/metrics', '/']) {
      expect(await world.ask(`${url}${path}`)).toMatchObject({ status: 401 });
      expect(await world.ask(`${url}${path}`, basicAuth(`${user}:wrong`))).toMatchObject({ status: 401 });
    }
  });

  test.each(['', ':9091', ':9092', ':7778'])(
    'https://fechatter.fly.dev%s is healthy and hides its metrics',
    async (port) => {
      const address = `https://fechatter.fly.dev${port}`;
      expect(await world.ask(`${address}/health`)).toMatchObject({ status: 200 });
      const refused = await world.ask(`${address}/metrics`);
      expect([401, 403]).toContain(refused.status);
      expect(refused.text).not.toContain('fechatter_http_requests_total');
      const shown = await world.ask(`${address}/metrics`, `Bearer ${world.secrets['metricsToken']}`);
      expect(shown).toMatchObject({ status: 200, text: expect.stringContaining('fechatter_http_requests_total') });
    },
  );

  test('Grafana holds the dashboard of the repository', () => {
    const file = JSON.parse(readFileSync(join(root, 'dashboards/fechatter-overview.json'), 'utf8'));
    const stored = world.platform.grafana.state();
    expect(stored.folders.map(({ title }) => title)).toEqual(['Fechatter']);
    expect(stored.dashboards.map(({ uid }) => uid)).toEqual(['fechatter-overview']);
    expect(stored.dashboards[0]?.versions.at(-1)?.dashboard).toMatchObject({ title: file.title, panels: file.panels });
    expect(first['import-dashboards'].outputs).toEqual({
      created: '["fechatter-overview"]',
      updated: '[]',
      unchanged: '[]',
      conflicted: '[]',
      failed: '[]',
      kept: '[]',
      deleted: '[]',
      'backup-folder': '',
      'datasource-uid': 'prometheus-fechatter-monitoring',
      'folder-url': `${world.platform.grafana.url}/dashboards/f/${stored.folders[0]?.uid}`,
    });
    expect(tableRows(first['import-dashboards'].summary, 'Dashboard')).toMatchObject([{ Result: '✅ created' }]);
  });

  test('verify-targets proves the eight of them, in outputs, summary and report', () => {
    const { outputs, summary, annotations } = first['verify-targets'];
    expect(outputs).toEqual({
      verdict: 'pass',
      blames: '[]',
      report: join(world.folders.workspace, 'verify.json'),
      'targets-up': '8',
      'targets-total': '8',
      'checks-failed': '[]',
    });
    expect(summary).toContain('### ✅ verify-targets: pass, 8 of 8 targets up');
    const rows = tableRows(summary, 'Job');
    expect(rows.map((row) => row['Job']).sort()).toEqual(everyService);
    expect(new Set(rows.map((row) => row['Health']))).toEqual(new Set(['✅ up']));
    expect(tableRows(summary, 'Check').map((row) => row['Verdict'])).not.toContain('❌ fail');
    expect(annotations.filter(({ level }) => level === 'error')).toEqual([]);
  });

  describe('a second time', () => {
    let before: {
      readonly machine: Awaited<ReturnType<typeof prometheusMachine>>;
      readonly started: unknown;
      readonly dashboards: ReturnType<typeof storedDashboard>;
      readonly calls: number;
    };
    const startTime = async () => {
      const answer = await world.prometheus('/api/v1/query?query=process_start_time_seconds{job="prometheus"}');
      return (answer as { data: { result: readonly { value: readonly unknown[] }[] } }).data.result[0]?.value[1];
    };

    beforeAll(async () => {
      before = {
        machine: await prometheusMachine(),
        started: await startTime(),
        dashboards: storedDashboard(),
        calls: (await world.platform.fly.calls()).length,
      };
      second = await runChain(world, store, startTraffic);
    }, chainTimeoutMs);

    test('everything is green again', () => {
      expect(stages.map((stage) => [stage, second[stage].exitCode])).toEqual(stages.map((stage) => [stage, 0]));
      expect(second['verify-targets'].outputs).toMatchObject({ verdict: 'pass', 'targets-up': '8' });
    });

    test('Prometheus was not restarted', async () => {
      expect(second['deploy-monitoring'].outputs).toMatchObject({ changed: 'false', 'release-version': '1' });
      const after = await prometheusMachine();
      expect([after?.id, after?.instanceId, after?.restarts]).toEqual([
        before.machine?.id,
        before.machine?.instanceId,
        before.machine?.restarts,
      ]);
      expect(before.started).toMatch(/^\d/);
      expect(await startTime()).toBe(before.started);
    });

    test('no secret was set', async () => {
      const calls = (await world.platform.fly.calls()).slice(before.calls).map(({ argv }) => argv.join(' '));
      expect(calls.filter((call) => call.startsWith('deploy')).length).toBe(1);
      expect(calls.filter((call) => /^secrets (import|set|unset|deploy)/.test(call))).toEqual([]);
    });

    test('Grafana got no new version', () => {
      expect(storedDashboard()).toEqual(before.dashboards);
      expect(second['import-dashboards'].outputs).toMatchObject({ created: '[]', unchanged: '["fechatter-overview"]' });
    });

    test('the app has a release before this one to go back to', () => {
      expect(second['deploy-app'].outputs).toMatchObject({
        'release-version': '2',
        'previous-release-version': '1',
        'previous-image': first['deploy-app'].outputs['image'],
      });
    });

    test('with traffic no panel is empty', () => {
      const { panels } = reportOfVerify();
      expect(panels.length).toBeGreaterThanOrEqual(14);
      expect(panels.filter(({ state }) => state !== 'data' && state !== 'zero')).toEqual([]);
      expect(second['verify-targets'].annotations.filter(({ level }) => level !== 'notice')).toEqual([]);
    });

    test('people were served meanwhile', async () => {
      const served = await traffic?.stop();
      traffic = undefined;
      expect(served?.messagesSent).toBeGreaterThan(0);
      expect(served?.streamEvents).toBeGreaterThan(0);
      expect(served?.socketEvents).toBeGreaterThan(0);
      expect(served?.botAnswersSeen).toBeGreaterThan(0);
    });
  });

  test('samples of every service arrive in the remote store', async () => {
    const arrived = await eventually({ budgetMs: 60_000, what: 'samples of four services' }, async () => {
      const series = await store.series('fechatter_http_requests_total');
      return new Set(series.map(({ service }) => service)).size === services.length ? series : undefined;
    });
    expect(new Set(arrived.map(({ monitor }) => monitor))).toEqual(new Set(['fechatter-monitoring']));
    expect(new Set(arrived.map(({ fly_app: app }) => app))).toEqual(new Set(['fechatter']));
  }, 70_000);

  describe('the secrets', () => {
    let values: readonly string[];
    let hunt: SecretHunt;
    const both = () => stages.flatMap((stage) => [first[stage], second[stage]]);

    beforeAll(() => {
      values = [...Object.values(world.secrets), store.password];
      expect(values.length).toBe(6);
      const { user, password } = world.platform.prometheus;
      hunt = huntFor([...values, `${user}:${password}`]);
    });

    test('are told to the runner, so that it masks them', () => {
      const masked = new Set(both().flatMap((run) => run.masked));
      expect(values.filter((value) => !masked.has(value))).toEqual([]);
    });

    test('are on no command line', async () => {
      const seen = watch.seen();
      // What was looked for has been there to be seen.
      expect(seen.some((line) => line.includes('flyctl') && line.includes(' deploy '))).toBe(true);
      expect(seen.some((line) => line.includes('prometheus --config.file='))).toBe(true);
      expect(seen.some((line) => line.includes('actions/deploy-monitoring/dist/index.js'))).toBe(true);
      expect(hunt.leaks(seen)).toEqual([]);
      expect(hunt.leaks((await world.platform.fly.calls()).map(({ argv }) => argv.join(' ')))).toEqual([]);
    });

    test('are in no log, summary, output or annotation', () => {
      for (const run of both()) {
        const texts = [run.log, run.summary, JSON.stringify(run.outputs), JSON.stringify(run.annotations)];
        expect(hunt.leaks(texts)).toEqual([]);
      }
    });

    test('are in no file that is left behind', () => {
      expect(filesHolding(world.folders.base, hunt.words)).toEqual([]);
    });

    test("are on none of Prometheus' pages", async () => {
      const pages = await Promise.all(
        ['config', 'flags', 'runtimeinfo', 'targets'].map(async (page) =>
          JSON.stringify(await world.prometheus(`/api/v1/status/${page}`.replace('status/targets', 'targets'))),
        ),
      );
      expect(pages[0]).toContain('remote_write');
      expect(pages[1]).toContain('config.file');
      expect(hunt.leaks(pages)).toEqual([]);
    });

    test('are in no log of a machine', async () => {
      const logs = [
        ...(await world.platform.fly.logs('fechatter')),
        ...(await world.platform.fly.logs('fechatter-monitoring')),
      ];
      expect(logs.some((line) => line.includes('remote write: to'))).toBe(true);
      expect(hunt.leaks(logs)).toEqual([]);
    });
  });
}, ['victoria-metrics']);
