import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { linkedCommand, runShell, type ShellRun, shellBlocks } from './documented-commands.js';
import { platformSuite } from './platform-suite.js';
import { quicken } from './quick-workspace.js';
import { reachedState } from './reached-state.js';
import { root } from './workspace.js';
import { openWorld, type World } from './world.js';

const wayTimeoutMs = 120_000;

/** What the README tells somebody without GitHub to type. */
const [byScript = '', once = '', byHand = ''] = shellBlocks(join(root, 'README.md'), 'Without GitHub');

platformSuite('the three ways of the README', () => {
  const worlds: World[] = [];

  async function openWay(): Promise<World> {
    const world = await openWorld();
    worlds.push(world);
    quicken(world.folders);
    return world;
  }

  afterAll(async () => {
    for (const world of worlds) await world.stop();
  }, 60_000);

  /** A person's shell: what the computer has, their secrets, and the way to Fly that `fly` gives them. */
  const shell = (world: World, block: string, fly: Readonly<Record<string, string>>): Promise<ShellRun> => {
    const {
      PROMETHEUS_PASSWORD = '',
      METRICS_TOKEN = '',
      GRAFANA_URL = '',
      GRAFANA_API_KEY = '',
    } = world.platform.environment;
    const secrets = { PROMETHEUS_PASSWORD, METRICS_TOKEN, GRAFANA_URL, GRAFANA_API_KEY };
    return runShell(block, world.folders.workspace, { ...world.machine, HOME: world.folders.home, ...secrets, ...fly });
  };
  const withToken = (world: World) => ({ FLY_API_TOKEN: world.platform.fly.token });

  let wanted: unknown;

  beforeAll(async () => {
    const world = await openWay();
    const runs = [
      await world.run('deploy-monitoring'),
      await world.run('deploy-app', { secrets: '' }),
      await world.run('import-dashboards'),
    ];
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    wanted = await reachedState(world);
  }, wayTimeoutMs);

  test(
    'by hand reaches the state that the actions reach',
    async () => {
      const world = await openWay();
      const { target, link } = linkedCommand(world.folders.workspace);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(target, link);
      for (const block of [once, byHand]) {
        const { exitCode, printed } = await shell(world, block, withToken(world));
        expect({ exitCode, printed: exitCode === 0 ? '' : printed }).toEqual({ exitCode: 0, printed: '' });
      }
      expect(await reachedState(world)).toEqual(wanted);
    },
    wayTimeoutMs,
  );

  test(
    'the script reaches it too, and with a session instead of a token changes nothing that is right',
    async () => {
      const world = await openWay();
      const first = await shell(world, byScript, withToken(world));
      expect({ exitCode: first.exitCode, printed: first.exitCode === 0 ? '' : first.printed }).toEqual({
        exitCode: 0,
        printed: '',
      });
      expect(first.printed).toContain('Verdict: pass, 8 of 8 targets up');
      expect(await reachedState(world)).toEqual(wanted);
      const { FLY_CONFIG_DIR = '' } = world.platform.fly.sessionEnvironment;
      const second = await shell(world, './scripts/deploy-with-monitoring.sh', { FLY_CONFIG_DIR });
      expect(second.exitCode).toBe(0);
      expect(second.printed).toContain('fechatter-monitoring: unchanged, release 1 is live and healthy');
      expect(second.printed).toContain('Verdict: pass, 8 of 8 targets up');
    },
    wayTimeoutMs,
  );
});
