import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type MisbehaviourKind, type Moment, TROUBLES, troubleOf } from './misbehaviour-table.js';
import { echoProject, finish, startTrial, type Trial } from './trial.js';

// Real processes on a computer that others use too.
jest.setTimeout(30_000);

const WEB = '[http_service]\ninternal_port = 8080\n[[http_service.checks]]\npath = "/ok"\n';

let trial: Trial;
let solo: string;
let projects: Readonly<Record<string, string>>;
beforeAll(async () => {
  trial = await startTrial();
  const toml = {
    web: WEB,
    solo: WEB,
    fresh: '',
    disk: '[[mounts]]\nsource = "data"\ndestination = "/data"\n',
    command: '[deploy]\nrelease_command = "true"\n',
  };
  for (const app of Object.keys(toml)) await trial.flyctl(['apps', 'create', app]);
  projects = Object.fromEntries(Object.entries(toml).map(([app, text]) => [app, echoProject(trial, app, text)]));
  solo = projects['solo'] ?? '';
  for (const cwd of [solo, projects['web'] ?? ''])
    await trial.flyctl(['deploy', '--ha=false', '--image-label', 'good'], { cwd });
});
afterEach(() => trial.fly.behave());
afterAll(() => trial.stop());

async function deploy(...flags: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return await trial.flyctl(['deploy', ...flags], { cwd: solo, env: { FLY_EMIT_RELEASE_JSON: '1' } });
}

async function appNamed(name: string) {
  const app = (await trial.fly.state()).apps[name];
  if (app === undefined) throw new Error(`no app ${name}`);
  return app;
}

/** The command that meets what strikes at this moment. */
async function commandFor(moment: Moment): Promise<{ app: string; args: readonly string[] }> {
  const [machine] = (await appNamed('web')).machines;
  switch (moment) {
    case 'session':
    case 'find-app':
      return { app: 'web', args: ['status', '-a', 'web', '--json'] };
    case 'image':
      return { app: 'web', args: ['deploy', '--image', 'registry.fly.io/web:good'] };
    case 'volumes-api':
      return { app: 'disk', args: ['deploy', '--ha=false'] };
    case 'create-machine':
      return { app: 'fresh', args: ['deploy', '--ha=false'] };
    case 'create-release-command':
    case 'run-release-command':
      return { app: 'command', args: ['deploy', '--ha=false'] };
    case 'secrets-api':
      return { app: 'web', args: ['secrets', 'list', '-a', 'web', '--json'] };
    case 'releases':
      return { app: 'web', args: ['releases', '-a', 'web', '--json'] };
    case 'tunnel':
    case 'host':
      return { app: 'web', args: ['proxy', '18099:8080', '-a', 'web'] };
    case 'exec':
      return { app: 'web', args: ['machine', 'exec', machine?.id ?? '', 'true', '-a', 'web'] };
    default:
      return { app: 'web', args: ['deploy', ...(moment.startsWith('bluegreen') ? ['--strategy', 'bluegreen'] : [])] };
  }
}

function pattern(text: string): RegExp {
  const escaped = text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(escaped.replace(/\{\w+\}/g, '.+').replaceAll('{', '\\{'));
}

describe('the table of misbehaviour', () => {
  test('knows more than 35 ways to fail, each with its source', () => {
    const troubles = Object.keys(TROUBLES);
    expect(troubles.length).toBeGreaterThanOrEqual(35);
    for (const { source, leaves } of Object.values(TROUBLES)) expect([source, leaves]).not.toContain('');
  });

  const kinds = Object.keys(TROUBLES).filter((kind): kind is MisbehaviourKind => kind in TROUBLES);
  const told = kinds.filter((kind) => !['code', 'logs'].includes(troubleOf(kind).moment));

  test.each(told)('%s is told in its words, on its stream, with its status, once', async (kind) => {
    const trouble = troubleOf(kind);
    const { app, args } = await commandFor(trouble.moment);
    const before = (await appNamed(app)).releases.length;
    await trial.fly.misbehave({ kind });
    const result = await trial.flyctl(args, { cwd: projects[app] ?? '' });
    expect(result.code).toBe(trouble.exitCode);
    if (trouble.error !== undefined) expect(result.stderr).toMatch(pattern(trouble.error));
    if (trouble.suggestion !== undefined) expect(result.stderr).toContain(`${trouble.suggestion}\n\n`);
    if (trouble.stdout !== undefined) expect(result.stdout).toMatch(pattern(trouble.stdout));
    if (trouble.stderr !== undefined) expect(result.stderr).toMatch(pattern(trouble.stderr));
    const { releases } = await appNamed(app);
    const status = /^release (\w+)/.exec(trouble.leaves)?.[1];
    if (status !== undefined) expect(releases.at(-1)?.status).toBe(status);
    if (trouble.leaves.startsWith('no release')) expect(releases).toHaveLength(before);
  });
});

describe('told to misbehave, it', () => {
  test('reverts a machine to its old version behind a green deploy', async () => {
    await deploy('--image-label', 'good');
    const before = (await appNamed('solo')).machines[0];
    await trial.fly.misbehave({ kind: 'image-reverted' });
    const result = await deploy('--image-label', 'newer');
    expect(result.code).toBe(0);
    expect(result.stdout).toContain('"image_ref":"registry.fly.io/solo:newer"');
    expect((await appNamed('solo')).machines).toMatchObject([
      { imageRef: before?.imageRef, releaseVersion: before?.releaseVersion, state: 'started' },
    ]);
  });

  test('hangs after success until it is interrupted', async () => {
    await trial.fly.misbehave({ kind: 'hang-after-success' });
    const child = trial.start(['deploy'], { cwd: solo, env: { FLY_EMIT_RELEASE_JSON: '1' } });
    const ended = finish(child, '');
    await new Promise<void>((resolve) =>
      child.stdout?.on('data', (text: Buffer) => text.includes('"image_ref"') && resolve()),
    );
    expect((await appNamed('solo')).releases.at(-1)).toMatchObject({ status: 'complete' });
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
    expect((await appNamed('solo')).releases.at(-1)).toMatchObject({ status: 'failed' });
  });

  test('replaces a machine whose host is full', async () => {
    const [before] = (await appNamed('solo')).machines;
    await trial.fly.misbehave({ kind: 'host-full-on-update' });
    expect((await deploy()).code).toBe(0);
    const { machines } = await appNamed('solo');
    expect(machines).toMatchObject([{ state: 'started' }]);
    expect(machines[0]?.id).not.toBe(before?.id);
  });

  test('shows the lines of the app after the error of a failed smoke check, where it may', async () => {
    await trial.fly.misbehave({ kind: 'smoke-fails' });
    const { stderr } = await deploy();
    expect(stderr.slice(stderr.indexOf('Error: '))).toMatch(
      /^Error: smoke checks for (\w+) failed: the app appears to be crashing\nSmoke checks for \1 failed: the app appears to be crashing\nCheck its logs: here's the last lines below, or run 'fly logs -i \1':\n(.*\n)*listening\n/,
    );
    await trial.fly.misbehave({ kind: 'smoke-fails' });
    await trial.fly.misbehave({ kind: 'logs-denied' });
    const denied = (await deploy()).stderr;
    expect(denied).toContain('Warn: not authorized to retrieve app logs (this can happen when using deploy tokens)');
    expect(denied).toContain('<not authorized to retrieve logs>');
  });

  test('keeps the logs to itself', async () => {
    await trial.fly.misbehave({ kind: 'logs-denied' });
    const args = ['logs', '--no-tail', '-a', 'solo'];
    expect(await trial.flyctl(args)).toMatchObject({ code: 1, stderr: 'Error: 401 Unauthorized\n' });
    expect((await trial.flyctl(args)).code).toBe(0);
  });

  test('calls every secret staged when the releases cannot be read', async () => {
    await trial.flyctl(['secrets', 'import', '--stage', '-a', 'solo'], { input: 'OLD=1\n' });
    await deploy();
    await trial.fly.misbehave({ kind: 'releases-unavailable' });
    const list = () => trial.json(['secrets', 'list', '-a', 'solo', '--json']);
    expect(await list()).toMatchObject([{ name: 'OLD', status: 'Staged' }]);
    expect(await list()).toMatchObject([{ name: 'OLD', status: 'Deployed' }]);
  });

  test('prints no release where flyctl is too old for it, and starts with old secrets', async () => {
    await trial.flyctl(['secrets', 'import', '--stage', '-a', 'solo'], { input: 'FRESH=1\n' });
    await trial.fly.misbehave({ kind: 'no-release-json' });
    await trial.fly.misbehave({ kind: 'stale-secrets' });
    expect((await deploy()).stdout).not.toContain('image_ref');
    expect(JSON.parse((await trial.fly.fetchInside('http://solo.internal:8080/')).body).env).not.toHaveProperty(
      'FRESH',
    );
  });
});
