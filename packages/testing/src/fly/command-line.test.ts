import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startTrial, type Trial } from './trial.js';

// Real processes on a computer that others use too.
jest.setTimeout(30_000);

const NO_TOKEN = "Error: no access token available. Please login with 'flyctl auth login'\n";

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial();
});
afterAll(() => trial.stop());

describe('a command line', () => {
  test.each([
    [['proxy'], 'Error: accepts between 1 and 2 arg(s), received 0\n'],
    [['volumes', 'create'], 'Error: accepts 1 arg(s), received 0\n'],
    [['deploy', 'a', 'b'], 'Error: accepts at most 1 arg(s), received 2\n'],
    [['secrets', 'set'], 'Error: requires at least 1 arg(s), only received 0\n'],
    [['status', 'more'], 'Error: unknown command "more" for "flyctl status"\n'],
    [['machine', 'status', '--json'], 'Error: unknown flag: --json\n'],
    [['ips', 'allocate-v6', '--json'], 'Error: unknown flag: --json\n'],
    [['machine', 'restart', '--force-stop'], 'Error: unknown flag: --force-stop\n'],
  ])('%j is refused, with the usage on standard output', async (args, stderr) => {
    expect(await trial.flyctl(args)).toMatchObject({ code: 1, stderr, stdout: expect.stringMatching(/^Usage:\n/) });
  });

  test('a group that does not know the word prints its help and succeeds', async () => {
    expect(await trial.flyctl(['apps', 'show', 'x'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('list'),
    });
    expect(await trial.flyctl(['bogus'])).toMatchObject({
      code: 1,
      stdout: "Run 'flyctl --help' for usage.\n\n",
      stderr: 'Error: unknown command "bogus" for "flyctl"\n',
    });
  });

  test('the help shows every flag but the hidden ones', async () => {
    const { stdout } = await trial.flyctl(['deploy', '--help']);
    expect(stdout).toContain('  -a, --app string\n');
    expect(stdout).toContain('      --only-machines strings\n');
    expect(stdout).not.toContain('from-manifest');
  });
});

describe('a session', () => {
  const session = (config: string) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'session-'));
    writeFileSync(path.join(folder, 'config.yml'), `access_token: ${trial.fly.token}\n${config}`);
    return { FLY_API_TOKEN: undefined, FLY_CONFIG_DIR: folder };
  };
  const daysAgo = (days: number) => `last_login: ${new Date(Date.now() - days * 86_400_000).toISOString()}\n`;

  test.each([
    ['without the moment of its login', () => ''],
    ['older than 30 days', () => daysAgo(31)],
  ])('%s is none', async (_title, config) => {
    const result = await trial.flyctl(['auth', 'whoami'], { env: session(config()) });
    expect(result).toMatchObject({ code: 1, stderr: NO_TOKEN });
  });

  test('of last week is good, and a token of the environment needs no login', async () => {
    expect((await trial.flyctl(['auth', 'whoami'], { env: session(daysAgo(7)) })).code).toBe(0);
    const env = { ...session(''), FLY_API_TOKEN: trial.fly.token };
    expect((await trial.flyctl(['auth', 'whoami'], { env })).code).toBe(0);
  });
});

describe('the environment of a job', () => {
  test('with LOG_LEVEL=debug puts the values of secrets on standard error', async () => {
    await trial.flyctl(['apps', 'create', 'loud']);
    const args = ['secrets', 'import', '--stage', '-a', 'loud'];
    const env = { LOG_LEVEL: 'debug' };
    expect((await trial.flyctl(args, { input: 'A=hidden\n', env })).stderr).toContain('"A": "hidden"');
    expect((await trial.flyctl(args, { input: 'A=hidden\n' })).stderr).toBe('');
  });

  test('with FLY_ORG makes proxy ask for the organisation first', async () => {
    const env = { FLY_ORG: 'elsewhere' };
    expect(await trial.flyctl(['proxy', '18080:80', '-a', 'loud'], { env })).toMatchObject({
      code: 1,
      stderr: 'Error: Could not find Organization\n',
    });
  });

  test('with DEPLOY_TRIGGER gets an image deployed that is not there', async () => {
    const cwd = trial.project({ 'fly.toml': 'app = "loud"\nprimary_region = "nrt"\n' });
    const args = ['deploy', '--ha=false', '--image', 'registry.fly.io/loud:nothing', '--wait-timeout', '1'];
    expect((await trial.flyctl(args, { cwd })).stderr).toContain('could not find image');
    const triggered = await trial.flyctl(args, { cwd, env: { DEPLOY_TRIGGER: 'ci' } });
    expect(triggered).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('timeout reached waiting for machine'),
    });
    expect((await trial.fly.state()).apps['loud']?.releases).toMatchObject([{ status: 'failed' }]);
  });
});
