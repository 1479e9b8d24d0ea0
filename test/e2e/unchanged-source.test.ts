import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { platformSuite } from './platform-suite.js';
import { quicken } from './quick-workspace.js';
import { type ActionRun, runAction } from './run-action.js';
import { openWorld, type World } from './world.js';

const chainTimeoutMs = 180_000;
const commit = (digit: string) => digit.repeat(40);

platformSuite('the root action after a push that changes nothing in the image', () => {
  let world: World;
  let first: ActionRun;
  let second: ActionRun;
  let before: Awaited<ReturnType<typeof instances>>;

  const run = (inputs: Readonly<Record<string, string>>) =>
    runAction({ action: '.', inputs: { ...given(), ...inputs }, folders: world.folders, machine: world.machine });
  const given = () => ({
    'fly-api-token': world.secrets['flyToken'] ?? '',
    'prometheus-password': world.secrets['prometheusPassword'] ?? '',
    'metrics-token': world.secrets['metricsToken'] ?? '',
    secrets: `FECHATTER_SECRET=${world.secrets['fechatterSecret']}`,
    'reuse-unchanged-source': 'true',
    'allow-empty-panels': '*',
    create: 'true',
    org: 'personal',
  });
  const instances = async () =>
    Object.entries((await world.platform.fly.state()).apps).map(([app, { machines }]) => [
      app,
      machines.map(({ id, instanceId, restarts }) => [id, instanceId, restarts]),
    ]);

  beforeAll(async () => {
    world = await openWorld();
    quicken(world.folders);
    first = await run({ release: commit('a') });
    before = await instances();
    second = await run({ release: commit('b') });
  }, 2 * chainTimeoutMs);

  afterAll(async () => {
    await world.stop();
  }, 60_000);

  test('has released once', () => {
    expect(first.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(first.outputs).toMatchObject({ 'app-changed': 'true', verdict: 'pass' });
  });

  test('is green, and has proved the release that stays', () => {
    expect(second.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(second.exitCode).toBe(0);
    expect(second.outputs).toMatchObject({ 'app-changed': 'false', 'app-release-version': '1', verdict: 'pass' });
    expect(second.summary).toContain('Nothing was built: the source is the same as in release 1');
  });

  test('has touched no machine', async () => {
    expect(await instances()).toEqual(before);
    const deploys = (await world.platform.fly.calls()).filter(({ argv }) => argv[0] === 'deploy');
    expect(deploys).toHaveLength(2);
  });
});
