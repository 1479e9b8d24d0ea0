import type { ChildProcess } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type BundleRun, BundleWorld } from './run-bundle.js';
import { type FlyctlAct, type ScriptedFlyctl, scriptFlyctl, shopLive } from './scripted-flyctl.js';
import { shopFiles, shopInputs } from './shop.js';

const inputs = { ...shopInputs, secrets: 'API_KEY=k3y-of-shop' };
const budgetMs = 60_000;

let world: BundleWorld;
beforeEach(() => {
  world = new BundleWorld(shopFiles);
});
afterEach(() => world.remove());

async function runCancelled(acts: Readonly<Record<string, FlyctlAct>>, unit = 'actions/deploy-app', args?: string[]) {
  const flyctl = scriptFlyctl(world.base, { ...shopLive, ...acts });
  const environment = unit === 'packages/cli' ? { FLY_API_TOKEN: 'fm2_abcdef' } : {};
  const given = unit === 'packages/cli' ? {} : inputs;
  const onStart = (child: ChildProcess) => void flyctl.hangs.then(() => child.kill('SIGINT'));
  const call = { unit, args: args ?? [], inputs: given, environment, path: [flyctl.folder], onStart };
  return { run: await world.run(call), flyctl };
}

function deploysOf(flyctl: ScriptedFlyctl): number {
  return flyctl.calls().filter(({ argv }) => argv[0] === 'deploy').length;
}

function errorsOf({ stdout }: BundleRun): readonly string[] {
  return stdout.split('\n').filter((line) => line.startsWith('::error'));
}

const builderGone = 'Error: failed to fetch an image or build from source: the client connection is closing\n';

describe('a cancelled deploy-app', () => {
  test('does not try the builder once more, and says what was cut off and what was live', async () => {
    const { run, flyctl } = await runCancelled({ deploy: { kind: 'hangs', exitCode: 1, stderr: builderGone } });
    expect([run.exitCode, deploysOf(flyctl)]).toEqual([130, 1]);
    expect(errorsOf(run)).toHaveLength(1);
    expect(errorsOf(run)[0]).toMatch(
      /INTERRUPTED.*during "deploy shop: .*stage the secrets API_KEY.*release 7 of "shop"/,
    );
    expect(run.outputs).toMatch(/previous-release-version<<\S+\n7\n[\s\S]*outcome<<\S+\ninterrupted\n/);
    expect(run.summary).toContain('INTERRUPTED');
  });

  test('starts no deploy behind the secrets, even when they were imported well', async () => {
    const { run, flyctl } = await runCancelled({
      'secrets import': { kind: 'hangs', exitCode: 0 },
    });
    expect([run.exitCode, deploysOf(flyctl)]).toEqual([130, 0]);
    expect(errorsOf(run)).toHaveLength(1);
  });

  test(
    'kills what does not stop within its time, and still says its last words before the runner kills it',
    async () => {
      const started = Date.now();
      const { run, flyctl } = await runCancelled({ deploy: { kind: 'hangs' } });
      expect([run.exitCode, deploysOf(flyctl), errorsOf(run).length]).toEqual([130, 1, 1]);
      expect(run.summary).toContain('INTERRUPTED');
      // GitHub's runner kills 10 s after its first signal.
      expect(Date.now() - started).toBeLessThan(budgetMs);
    },
    budgetMs,
  );

  test('while it asks Fly has changed nothing, and has one error', async () => {
    const { run } = await runCancelled({ releases: { kind: 'hangs', exitCode: 127 } });
    expect([run.exitCode, errorsOf(run).length]).toEqual([130, 1]);
    expect(run.stdout).toContain('deploy-app was cancelled before it had finished.');
  });
});

test('a cancelled command line starts nothing more, and ends with the code of the signal', async () => {
  const acts = { deploy: { kind: 'hangs', exitCode: 1, stderr: builderGone } } as const;
  const { run, flyctl } = await runCancelled(acts, 'packages/cli', ['deploy-app', '--monitored-app', 'shop']);
  expect([run.exitCode, deploysOf(flyctl)]).toEqual([130, 1]);
  expect(run.stdout).toContain('INTERRUPTED');
});
