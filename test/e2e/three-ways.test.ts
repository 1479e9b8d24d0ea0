import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { runShell, type ShellRun, shellBlocks } from './documented-commands.js';
import { platformSuite } from './platform-suite.js';
import { quicken } from './quick-workspace.js';
import { reachedState } from './reached-state.js';
import { root } from './workspace.js';
import { openWorld, type World } from './world.js';

const wayTimeoutMs = 120_000;

/** What the README tells somebody without GitHub to type. */
const [byScript = '', once = '', byHand = ''] = shellBlocks(join(root, 'README.md'), 'Without GitHub');

platformSuite('the three ways of the README', () => {
  /** One at a time: each is a dozen machines. */
  let world: World | undefined;

  async function openWay(): Promise<World> {
    const opened = await openWorld();
    world = opened;
    quicken(opened.folders);
    return opened;
  }

  const closeWay = async () => {
    await world?.stop();
    world = undefined;
  };
  afterEach(closeWay, 60_000);
  // Where the first one did not come up, no test has run.
  afterAll(closeWay, 60_000);

  /** A person's shell: what the computer has, their secrets, and the way to Fly that `fly` gives them. */
  const shell = (way: World, block: string, fly: Readonly<Record<string, string>>): Promise<ShellRun> => {
    const {
      PROMETHEUS_PASSWORD = '',
      METRICS_TOKEN = '',
      GRAFANA_URL = '',
      GRAFANA_API_KEY = '',
    } = way.platform.environment;
    const secrets = { PROMETHEUS_PASSWORD, METRICS_TOKEN, GRAFANA_URL, GRAFANA_API_KEY };
    return runShell(block, way.folders.workspace, { ...way.machine, HOME: way.folders.home, ...secrets, ...fly });
  };
  const withToken = (way: World) => ({ FLY_API_TOKEN: way.platform.fly.token });

  let wanted: unknown;

  beforeAll(async () => {
    const way = await openWay();
    const runs = [
      await way.run('deploy-monitoring'),
      await way.run('deploy-app', { secrets: '' }),
      await way.run('import-dashboards'),
    ];
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    wanted = await reachedState(way);
    await closeWay();
  }, wayTimeoutMs);

  test(
    'by hand reaches the state that the actions reach',
    async () => {
      const way = await openWay();
      for (const block of [once, byHand]) {
        const { exitCode, printed } = await shell(way, block, withToken(way));
        expect({ exitCode, printed: exitCode === 0 ? '' : printed }).toEqual({ exitCode: 0, printed: '' });
      }
      expect(await reachedState(way)).toEqual(wanted);
    },
    wayTimeoutMs,
  );

  test(
    'the script reaches it too, and with a session instead of a token changes nothing that is right',
    async () => {
      const way = await openWay();
      const first = await shell(way, byScript, withToken(way));
      expect({ exitCode: first.exitCode, printed: first.exitCode === 0 ? '' : first.printed }).toEqual({
        exitCode: 0,
        printed: '',
      });
      expect(first.printed).toContain('Verdict: pass, 8 of 8 targets up');
      expect(await reachedState(way)).toEqual(wanted);
      const { FLY_CONFIG_DIR = '' } = way.platform.fly.sessionEnvironment;
      const second = await shell(way, './scripts/deploy-with-monitoring.sh', { FLY_CONFIG_DIR });
      expect(second.exitCode).toBe(0);
      expect(second.printed).toContain('fechatter-monitoring: unchanged, release 1 is live and healthy');
      expect(second.printed).toContain('Verdict: pass, 8 of 8 targets up');
    },
    wayTimeoutMs,
  );
});
