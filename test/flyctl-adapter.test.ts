import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DeployRequest, type Flyctl, flyctl } from '@fly-monitoring/fly';
import { type Command, childProcesses, Secret } from '@fly-monitoring/kit';
import { runOrSkip } from '@fly-monitoring/testing/engines';
import { describe, expect, jest, test } from '@jest/globals';
import { startAnswerer } from '../packages/testing/src/fly/conformance/answerer/answerer.js';
import { answeredEnvironment } from '../packages/testing/src/fly/conformance/judges/environment.js';
import { shapedToken } from '../packages/testing/src/fly/conformance/macaroon.js';
import type { Scene } from '../packages/testing/src/fly/conformance/probe.js';

// A deploy waits for machines as long as flyctl thinks right.
jest.setTimeout(180_000);

const file = process.env['FLY_CONFORMANCE_FLYCTL'] ?? '';
const obstacle = file === '' ? 'FLY_CONFORMANCE_FLYCTL names no flyctl.' : undefined;
const image = 'registry.fly.io/conformance:deployment-1';
const toml = `primary_region = "nrt"
[http_service]
internal_port = 8080
[[mounts]]
source = "data"
destination = "/data"
[checks.ready]
type = "http"
port = 8080
path = "/"
`;

/** The suite's own adapter, with a real flyctl that asks the answerer. */
async function inScene<Result>(scene: Scene, use: (fly: Flyctl, folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'adapter-'));
  const answerer = await startAnswerer('conformance', scene);
  const env = answeredEnvironment(folder, answerer.url);
  const led = (command: Command): Command => ({ ...command, env: { ...env, ...command.env } });
  const processes = {
    run: (command: Command) => childProcesses.run(led(command)),
    start: (command: Command) => childProcesses.start(led(command)),
  };
  writeFileSync(join(folder, 'fly.toml'), toml);
  try {
    return await use(flyctl({ processes, file, token: new Secret(shapedToken('adapter')) }), folder);
  } finally {
    await answerer.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const app = 'conformance';
const times = { waitTimeout: { ms: 8_000, from: 'input' }, totalTimeoutMs: 120_000 } as const;

function request(folder: string, change: Partial<DeployRequest> = {}): DeployRequest {
  const files = { contextFolder: folder, configFile: join(folder, 'fly.toml') };
  return { app, ...files, image, strategy: 'rolling', ...times, ...change };
}

runOrSkip(describe, obstacle)('the adapter, with a real flyctl', () => {
  test('reads what flyctl says of an app', () =>
    inScene('live-app', async (fly) => {
      expect(await fly.version()).toMatch(/^\d+\.\d+\.\d+$/);
      expect(await fly.findApp(app)).toMatchObject({ name: app, deployed: true, status: 'deployed' });
      expect((await fly.releases(app)).map(({ version, status }) => [version, status])).toEqual([
        [2, 'complete'],
        [1, 'failed'],
      ]);
      expect((await fly.volumes(app)).map(({ name, sizeGb }) => [name, sizeGb])).toEqual(Array(2).fill(['data', 1]));
      expect((await fly.addresses(app)).map(({ type }) => type)).toEqual(['v6', 'private_v6', 'shared_v4']);
      expect((await fly.secrets(app)).map(({ status }) => status)).toEqual(['deployed', 'staged']);
      expect(await fly.liveConfig(app)).toMatchObject({ primary_region: 'nrt' });
    }));

  test('reads a machine with all that is proved by it', () =>
    inScene('live-app', async (fly) => {
      const [first, second] = await fly.machines(app);
      expect(first).toMatchObject({
        state: 'started',
        config: { processGroup: 'app', releaseVersion: 2, autoStop: true },
        checks: [{ name: 'ready', status: 'passing' }],
        lastExit: { exitCode: 137, oomKilled: true },
      });
      expect(second?.config?.standbyFor).toEqual([first?.id]);
    }));

  test('runs a command in a machine and gives its own exit code', () =>
    inScene('live-app', async (fly) => {
      expect(await fly.execute(app, '1781973c03d789', 'false')).toMatchObject({ exitCode: 1, stderr: 'no\n' });
      expect(await fly.execute(app, '1781973c03d789', 'true')).toMatchObject({ exitCode: 0, stdout: 'yes\n' });
    }));

  test('deploys an image and gives its release', () =>
    inScene('live-app', async (fly, folder) => {
      const released = { kind: 'released', release: { version: 3, imageRef: image } };
      expect(await fly.deploy(request(folder))).toEqual(released);
    }));

  test.each([
    ['unhealthy-app', {}, 'not-healthy', 'DEPLOY_NOT_LIVE'],
    ['never-starts', {}, 'not-healthy', 'DEPLOY_NOT_LIVE'],
    // Its log has the words of other errors.
    ['crashing-app', {}, 'smoke-check-failed', 'DEPLOY_NOT_LIVE'],
    ['live-app', { image: 'registry.fly.io/conformance:none' }, 'image-missing', 'FLY_IMAGE_MISSING'],
    ['live-app', { strategy: 'slowly' }, 'config-refused', 'FLY_CONFIG_REFUSED'],
  ] as const)('a deploy in %s with %j fails as %s', (scene, change, kind, code) =>
    inScene(scene, async (fly, folder) => {
      expect(await fly.deploy(request(folder, change))).toMatchObject({ failure: { kind }, error: { code } });
    }),
  );

  test('tells an app that is missing from a token that is refused and from an outage', async () => {
    await inScene('no-app', async (fly) => expect(await fly.findApp(app)).toBeUndefined());
    await inScene('token-refused', async (fly) => {
      await expect(fly.findApp(app)).rejects.toMatchObject({ code: 'FLY_TOKEN_REFUSED' });
      await expect(fly.machines(app)).rejects.toMatchObject({ code: 'FLY_TOKEN_REFUSED' });
    });
    await inScene('fly-unavailable', async (fly) => {
      await expect(fly.machines(app)).rejects.toMatchObject({ code: 'FLY_COMMAND_FAILED' });
    });
  });
});
