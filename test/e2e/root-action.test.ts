import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { platformSuite } from './platform-suite.js';
import { type ActionRun, runAction } from './run-action.js';
import { filesHolding } from './workspace.js';
import { openWorld, type World } from './world.js';

platformSuite('the root action', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
  }, 60_000);

  afterAll(async () => {
    await world.stop();
  }, 60_000);

  const run = (inputs: Readonly<Record<string, string>>) =>
    runAction({ action: '.', inputs, folders: world.folders, machine: world.machine });
  const given = () => ({
    'fly-api-token': world.secrets['flyToken'] ?? '',
    'prometheus-password': world.secrets['prometheusPassword'] ?? '',
    'metrics-token': world.secrets['metricsToken'] ?? '',
    'grafana-url': world.platform.grafana.url,
    'grafana-token': world.secrets['grafanaToken'] ?? '',
    create: 'true',
    org: 'personal',
  });

  test('plans all four stages in a dry run, and changes nothing', async () => {
    const { fly, grafana } = world.platform;
    const before = { fly: await fly.state(), grafana: grafana.state() };
    const planned = await run({ ...given(), 'dry-run': 'true' });
    expect(planned.exitCode).toBe(0);
    expect(planned.annotations).toEqual([]);
    for (const text of [planned.log, planned.summary]) {
      expect(text).toContain('create the app fechatter-monitoring in the organisation personal');
      expect(text).toContain('create the app fechatter in the organisation personal');
      expect(text).toContain('Fechatter Overview');
      for (const job of ['fechatter_server', 'notify_server', 'bot_server', 'analytics_server'])
        expect(text.replaceAll('\\', '')).toContain(job);
    }
    expect({ fly: await fly.state(), grafana: grafana.state() }).toEqual(before);
    expect(grafana.calls().map(({ method }) => method)).not.toContain('POST');
    expect(filesHolding(world.folders.base, Object.values(world.secrets))).toEqual([]);
  }, 60_000);

  test.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'every word that is none of the allowed ones',
      { strategy: 'fast', 'wait-timeout': 'long', 'monitored-app': 'Fechatter App', overwrite: 'sometimes' },
      ['Input "strategy" is "fast"', 'Input "wait-timeout" is "long"', 'Input "monitored-app"', 'Input "overwrite"'],
    ],
    [
      'every missing file and companion, of every stage',
      { org: '', 'remote-write-user': '123456', 'app-config': 'nowhere.toml', 'prometheus-config': 'nowhere.yml' },
      ['Input "org"', 'remote-write-url', 'Input "app-config"', 'nowhere.toml', 'nowhere.yml'],
    ],
  ])(
    'names %s in one error, and asks nobody',
    async (_what, wrong, named) => {
      const calls = (await world.platform.fly.calls()).length;
      const asked = world.platform.grafana.calls().length;
      const refused: ActionRun = await run({ ...given(), ...wrong });
      expect(refused.exitCode).toBe(1);
      const errors = refused.annotations.filter(({ level }) => level === 'error');
      expect(errors).toHaveLength(1);
      for (const name of named) expect(errors[0]?.message).toContain(name);
      expect(errors[0]?.message).toContain('Next:');
      expect((await world.platform.fly.calls()).length).toBe(calls);
      expect(world.platform.grafana.calls().length).toBe(asked);
    },
    60_000,
  );
});
