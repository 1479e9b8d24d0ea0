import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { platformSuite } from './platform-suite.js';
import { targetsIn } from './prometheus-targets.js';
import { quicken } from './quick-workspace.js';
import type { ActionRun } from './run-action.js';
import { tableRows } from './summary-tables.js';
import { openWorld, type World } from './world.js';

const chainTimeoutMs = 120_000;
const config = 'monitoring/prometheus-fly.one-machine.yml';
const ports = { fechatter_server: 9090, notify_server: 9091, bot_server: 9092, analytics_server: 7778 };

platformSuite('all services on one machine, watched by a private Prometheus', () => {
  let world: World;
  let runs: readonly ActionRun[];

  beforeAll(async () => {
    world = await openWorld();
    quicken(world.folders, config);
    // Without a password Prometheus gets no public address.
    const isPrivate = { 'prometheus-password': '', 'prometheus-config': config };
    const monitoring = await world.run('deploy-monitoring', isPrivate);
    const app = await world.run('deploy-app', { config: 'docker/fly.one-machine.toml' });
    const { 'started-at': since = '' } = app.outputs;
    const verify = await world.run('verify-targets', { ...isPrivate, since });
    runs = [monitoring, app, verify];
  }, chainTimeoutMs);

  afterAll(async () => {
    await world.stop();
  }, 60_000);

  test('is green', () => {
    expect(runs.map(({ exitCode, annotations }) => ({ exitCode, errors: annotations.filter(isError) }))).toEqual(
      runs.map(() => ({ exitCode: 0, errors: [] })),
    );
  });

  test('each machine is one target on each of its four ports', async () => {
    const { apps } = await world.platform.fly.state();
    const machines = apps['fechatter']?.machines ?? [];
    expect(machines.map(({ group }) => group)).toEqual(['app', 'app']);
    const wanted = machines.flatMap(({ privateIp }) =>
      Object.entries(ports).map(([service, port]) => `${service} [${privateIp}]:${port} up`),
    );
    const answer = await world.platform.fly.fetchInside('http://fechatter-monitoring.internal:9090/api/v1/targets');
    const ofApp = targetsIn(JSON.parse(answer.body), 'app');
    const seen = ofApp.map(({ labels, health }) => `${labels['service']} ${labels['instance']} ${health}`);
    expect(seen.sort()).toEqual(wanted.sort());
  });

  test('all eight are proved, through flyctl proxy', () => {
    const verify = runs[2];
    expect(verify?.outputs).toMatchObject({ verdict: 'pass', 'targets-up': '8', 'targets-total': '8' });
    expect(verify?.log).toContain('fechatter-monitoring (through flyctl proxy)');
    expect(new Set(tableRows(verify?.summary ?? '', 'Job').map((row) => row['Job']))).toEqual(
      new Set(Object.keys(ports)),
    );
  });

  test('nobody outside reaches Prometheus', async () => {
    const { apps } = await world.platform.fly.state();
    expect(apps['fechatter-monitoring']?.ips).toEqual([]);
    expect(runs[0]?.outputs['url']).toBe('');
    await expect(world.ask('https://fechatter-monitoring.fly.dev/-/ready')).rejects.toThrow();
  });
});

function isError({ level }: { readonly level: string }): boolean {
  return level === 'error';
}
