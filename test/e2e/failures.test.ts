import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { platformSuite } from './platform-suite.js';
import { quicken } from './quick-workspace.js';
import type { ActionRun } from './run-action.js';
import { tableRows } from './summary-tables.js';
import { editFile } from './workspace.js';
import { openWorld, type World } from './world.js';

const deployTimeoutMs = 120_000;
const verifyTimeoutMs = 60_000;
const configFile = 'monitoring/prometheus-fly.yml';

platformSuite('after a good deploy', () => {
  let world: World;
  let deployed: readonly ActionRun[];
  /** What a test broke is put right, whatever became of the test. */
  let repair: () => Promise<unknown> = async () => undefined;

  afterEach(async () => {
    await repair();
    repair = async () => undefined;
  }, deployTimeoutMs);

  beforeAll(async () => {
    world = await openWorld();
    quicken(world.folders);
    const flyToml = join(world.folders.workspace, 'fly.toml');
    // A shell that outlives the service: otherwise Fly would start the machine again at once.
    editFile(
      flyToml,
      'notify = "node packages/fechatter/lib/main.js notify_server"',
      `notify = "sh -c 'node packages/fechatter/lib/main.js notify_server & exec sleep infinity'"`,
    );
    deployed = [await world.run('deploy-monitoring'), await world.run('deploy-app')];
    deployed = [...deployed, await verify()];
  }, deployTimeoutMs);

  afterAll(async () => {
    await world.stop();
  }, 60_000);

  const now = () => new Date().toISOString();
  const verify = (more: Readonly<Record<string, string>> = {}) =>
    world.run('verify-targets', { timeout: '9s', interval: '1s', ...more });

  async function machineOf(group: string, app = 'fechatter') {
    const machine = (await world.platform.fly.state()).apps[app]?.machines.find((one) => one.group === group);
    if (machine === undefined) throw new Error(`${app} has no machine in ${group}.`);
    return machine;
  }

  const lineOf = (job: string) => {
    const lines = readFileSync(join(world.folders.workspace, configFile), 'utf8').split('\n');
    return String(lines.findIndex((line) => line.includes(`job_name: ${job}`)) + 1);
  };

  /** Every place where somebody may look names the job, the instance, the reason and the next step. */
  function expectJobFailure(
    run: ActionRun,
    wanted: { readonly job: string; readonly machine: string; readonly reason: RegExp; readonly next: RegExp },
  ): void {
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({
      verdict: 'fail',
      blames: '["app"]',
      'checks-failed': `["job:${wanted.job}"]`,
      'targets-up': '7',
      'targets-total': '8',
    });
    const errors = run.annotations.filter(({ level }) => level === 'error');
    expect(errors).toMatchObject([{ title: 'TARGETS_DOWN', file: configFile, line: lineOf(wanted.job) }]);
    expect(errors[0]?.message).toContain(wanted.machine);
    expect(errors[0]?.message).toMatch(wanted.reason);
    expect(errors[0]?.message).toMatch(wanted.next);
    const [row] = tableRows(run.summary, 'Job');
    expect(row).toMatchObject({ Job: wanted.job, Error: expect.stringMatching(wanted.reason) });
    expect(row?.['Instance']).toContain(wanted.machine);
    expect(run.summary).toContain('**Do next**');
    expect(run.summary).toMatch(wanted.next);
    expect(run.log).toMatch(new RegExp(`Next, for job:${wanted.job}: `));
    expect(run.log).toMatch(wanted.reason);
  }

  test('everything is up', () => {
    expect(deployed.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
  });

  test(
    'a process that died on a started machine is named, and that nothing listens there',
    async () => {
      const { id } = await machineOf('notify');
      repair = async () => {
        await world.platform.fly.stopMachine('fechatter', id);
        await world.platform.fly.startMachine('fechatter', id);
      };
      await world.platform.fly.killProcess('fechatter', id, 'notify_server');
      const run = await verify({ since: now() });
      expect((await machineOf('notify')).state).toBe('started');
      expectJobFailure(run, {
        job: 'notify_server',
        machine: id,
        reason: /connection refused; nothing in the machine listens on 9091/,
        next: /the process died or uses another port\. Look at "fly logs"/,
      });
    },
    verifyTimeoutMs,
  );

  test(
    'a machine that was stopped is missed, though DNS no longer knows it',
    async () => {
      const { id, privateIp } = await machineOf('analytics');
      repair = () => world.platform.fly.startMachine('fechatter', id);
      await world.platform.fly.stopMachine('fechatter', id);
      const run = await verify({ since: now() });
      const targets = JSON.stringify(await world.prometheus('/api/v1/targets?state=active'));
      expect(targets).not.toContain(privateIp);
      expectJobFailure(run, {
        job: 'analytics_server',
        machine: id,
        reason: /the machine is stopped; last exit: exit code 0/,
        next: /The machine does not run\. Look at "fly logs" and "fly machine status"/,
      });
    },
    verifyTimeoutMs,
  );

  test(
    'a wrong password is told apart from a Prometheus that does not answer',
    async () => {
      const run = await verify({ 'prometheus-password': 'wrong' });
      expect(run.exitCode).toBe(1);
      expect(run.outputs).toMatchObject({
        verdict: 'fail',
        blames: '["monitoring"]',
        'checks-failed': '["prometheus"]',
      });
      for (const text of [run.annotations[0]?.message, run.log]) {
        expect(text).toContain('401 from GET https://fechatter-monitoring.fly.dev/-/ready');
        expect(text).toContain('PROMETHEUS_USER and PROMETHEUS_PASSWORD must be those that the monitoring app was');
      }
    },
    verifyTimeoutMs,
  );

  test(
    'a Prometheus that was put to sleep is woken by being asked',
    async () => {
      await world.platform.fly.sleepGroup('fechatter-monitoring', 'app');
      const run = await verify({ timeout: '30s' });
      expect(run.outputs).toMatchObject({ verdict: 'pass', 'targets-up': '8' });
      expect((await machineOf('app', 'fechatter-monitoring')).state).toBe('started');
    },
    verifyTimeoutMs,
  );

  test('a service on 0.0.0.0 only passes every check of Fly and is found out all the same', async () => {
    const flyToml = join(world.folders.workspace, 'fly.toml');
    const command = 'node packages/fechatter/lib/main.js bot_server';
    editFile(flyToml, `bot = "${command}"`, `bot = "env HOST=0.0.0.0 ${command}"`);
    const deployed = await world.run('deploy-app');
    expect(deployed.exitCode).toBe(0);
    expect(await world.ask('https://fechatter.fly.dev:9092/health')).toMatchObject({ status: 200 });
    const { id } = await machineOf('bot');
    const { 'started-at': since = '' } = deployed.outputs;
    const run = await verify({ since });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ verdict: 'fail', blames: '["app"]', 'checks-failed': '["job:bot_server"]' });
    const [error] = run.annotations.filter(({ level }) => level === 'error');
    expect(error?.message).toContain(id);
    for (const text of [error?.message, run.log, run.summary]) {
      expect(text).toMatch(/connection refused; the machine listens on 0\.0\.0\.0:9092, IPv4 only/);
      expect(text).toMatch(/Fly's private network is IPv6: listen on/);
    }
  }, 120_000);

  test(
    'without a Prometheus nothing is green, and nothing is blamed on the app',
    async () => {
      const { id } = await machineOf('app', 'fechatter-monitoring');
      await destroyMachine(id);
      const run = await verify({ timeout: '3s' });
      expect(run.exitCode).toBe(1);
      expect(run.outputs).toMatchObject({ verdict: 'inconclusive', blames: '[]', 'targets-up': '0' });
      expect(run.annotations).toMatchObject([{ level: 'error', title: 'VERIFY_INCONCLUSIVE' }]);
      for (const text of [run.annotations[0]?.message, run.log, run.summary]) {
        expect(text).toContain('fechatter-monitoring.fly.dev');
        expect(text).toContain('Look at "fly status" of the monitoring app');
      }
    },
    verifyTimeoutMs,
  );

  async function destroyMachine(id: string): Promise<void> {
    const env = { ...world.machine, FLY_API_TOKEN: world.platform.fly.token };
    const child = spawn('flyctl', ['machine', 'destroy', id, '--force'], { env, stdio: 'ignore' });
    await once(child, 'exit');
  }
});
