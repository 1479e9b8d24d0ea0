import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { echoProject, finish, startTrial, type Trial } from './trial.js';

// Real processes on a computer that others use too.
jest.setTimeout(30_000);

let trial: Trial;
let cwd: string;
beforeAll(async () => {
  trial = await startTrial();
  await trial.flyctl(['apps', 'create', 'web']);
  cwd = echoProject(trial, 'web', '[checks.up]\ntype = "tcp"\nport = 8080\n');
  await trial.flyctl(['deploy', '--ha=false', '--image-label', 'good'], { cwd });
});
afterEach(() => trial.fly.behave());
afterAll(() => trial.stop());

async function deploy(...flags: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return await trial.flyctl(['deploy', ...flags], { cwd, env: { FLY_EMIT_RELEASE_JSON: '1' } });
}

async function web(): Promise<{
  releases: readonly { status: string; version: number }[];
  machines: readonly { imageRef: string; state: string }[];
}> {
  const app = (await trial.fly.state()).apps['web'];
  if (app === undefined) throw new Error('no app');
  return app;
}

describe('told to misbehave, it', () => {
  test('reverts a machine to its old version behind a green deploy', async () => {
    const before = (await web()).machines[0]?.imageRef;
    await trial.fly.misbehave({ kind: 'image-reverted' });
    const result = await deploy('--image-label', 'newer');
    expect(result.code).toBe(0);
    expect(result.stdout).toContain('"image_ref":"registry.fly.io/web:newer"');
    expect((await web()).machines).toMatchObject([{ imageRef: before, state: 'started' }]);
    const [view] = [await trial.json(['machine', 'list', '-a', 'web', '--json'])].flat();
    expect(view).toMatchObject({ config: { metadata: { fly_release_version: '1' } } });
  });

  test('hangs after success until it is interrupted', async () => {
    await trial.fly.misbehave({ kind: 'hang-after-success' });
    const child = trial.start(['deploy'], { cwd, env: { FLY_EMIT_RELEASE_JSON: '1' } });
    const ended = finish(child, '');
    await new Promise<void>((resolve) =>
      child.stdout?.on('data', (text: Buffer) => text.includes('"image_ref"') && resolve()),
    );
    expect((await web()).releases.at(-1)).toMatchObject({ status: 'complete' });
    child.kill('SIGTERM');
    expect((await ended).code).toBe(127);
  });

  test('exits with 0 though the release failed', async () => {
    await trial.fly.misbehave({ kind: 'exit-zero-on-failure' });
    await trial.fly.misbehave({ kind: 'checks-never-pass', times: 'always' });
    const result = await deploy('--wait-timeout', '1');
    expect(result).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('timeout reached waiting for health checks'),
    });
    expect((await web()).releases.at(-1)).toMatchObject({ status: 'failed' });
  });

  test.each([
    [{ kind: 'builder-fails' } as const, ['deploy'], 'deadline_exceeded'],
    [{ kind: 'lease-held' } as const, ['deploy'], 'lease currently held by'],
    [{ kind: 'api-unavailable' } as const, ['status', '-a', 'web'], '503'],
    [{ kind: 'releases-unavailable' } as const, ['releases', '-a', 'web', '--json'], '500'],
    [{ kind: 'logs-denied' } as const, ['logs', '--no-tail', '-a', 'web'], 'not authorized to retrieve app logs'],
  ])('fails once with %j', async (what, args, text) => {
    await trial.fly.misbehave(what);
    expect(await trial.flyctl(args, { cwd })).toMatchObject({ code: 1, stderr: expect.stringContaining(text) });
    expect((await trial.flyctl(args, { cwd })).code).toBe(0);
  });

  test('prints no release where flyctl is too old for it, and starts with old secrets', async () => {
    await trial.flyctl(['secrets', 'import', '--stage', '-a', 'web'], { input: 'FRESH=1\n' });
    await trial.fly.misbehave({ kind: 'no-release-json' });
    await trial.fly.misbehave({ kind: 'stale-secrets' });
    expect((await deploy()).stdout).not.toContain('image_ref');
    expect(JSON.parse((await trial.fly.fetchInside('http://web.internal:8080/')).body).env).not.toHaveProperty('FRESH');
  });
});
