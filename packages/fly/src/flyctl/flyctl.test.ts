import { type Log, Secret } from '@fly-monitoring/kit';
import { describe, expect, test } from '@jest/globals';
import { machineJson } from '../../test/machine-json.js';
import { exited, failed, scriptedProcesses } from '../../test/scripted-processes.js';
import type { DeployRequest } from './deploy.js';
import { flyctl } from './flyctl.js';
import { isGoodFlyctl } from './version.js';

const request: DeployRequest = {
  app: 'fechatter',
  contextFolder: '/src',
  configFile: '/src/fly.toml',
  dockerfile: '/src/Dockerfile',
  imageLabel: 'abc-1-1',
  buildArgs: new Map([['A', 'b=c']]),
  env: { X: 'y' },
  strategy: 'rolling',
  highAvailability: 'off',
  waitTimeout: { ms: 90_000, from: 'input' },
  totalTimeoutMs: 600_000,
};
const released = exited('{"id":"x","version":3,"image_ref":"registry.fly.io/fechatter:abc-1-1"}\n');

function logTo(lines: string[]): Log {
  return { info: (line) => lines.push(line), group: (_, body) => body(), annotate: () => {} };
}

describe('every command', () => {
  test('gets the token by the environment only, and nothing of the job that would lead it elsewhere', async () => {
    const processes = scriptedProcesses({ 'flyctl machine list': [exited('[]')] });
    await flyctl({ processes, token: new Secret('FlyV1 fm2_s3cret') }).machines('fechatter');
    const [command] = processes.commands;
    expect(command?.args).toEqual(['machine', 'list', '--json', '-a', 'fechatter']);
    expect(command?.env).toMatchObject({ FLY_API_TOKEN: 'fm2_s3cret', NO_COLOR: '1', FLY_SEND_METRICS: '0' });
    expect(command?.inherits).toEqual([]);
  });

  test('leaves the session of "flyctl auth login" alone without a token', async () => {
    const processes = scriptedProcesses({ 'flyctl ips list': [exited('[]')] });
    await flyctl({ processes }).addresses('fechatter');
    expect(processes.commands[0]?.env).not.toHaveProperty('FLY_API_TOKEN');
    expect(processes.commands[0]?.inherits).toEqual(['FLY_CONFIG_DIR', 'FLY_ACCESS_TOKEN']);
  });

  test('that asks Fly nothing gets no token at all', async () => {
    const processes = scriptedProcesses({ 'flyctl version': [exited('flyctl v0.4.87')] });
    await flyctl({ processes, token: new Secret('fm2_s3cret') }).version();
    expect(processes.commands[0]?.env).not.toHaveProperty('FLY_API_TOKEN');
    expect(processes.commands[0]?.inherits).toEqual([]);
  });

  test.each([
    ['a build', request, true],
    ['an image', { ...request, image: 'registry.fly.io/shop@sha256:1', dockerfile: undefined }, false],
  ])('gets what a local Docker needs for %s only where one may build', async (_, wanted, builds) => {
    const processes = scriptedProcesses({ 'flyctl deploy': [released] });
    await flyctl({ processes }).deploy(wanted);
    expect(processes.commands[0]?.inherits?.includes('DOCKER_HOST')).toBe(builds);
  });

  test.each([
    ['Error: unauthorized (Request ID: 1)', 'FLY_TOKEN_REFUSED'],
    ['Error: no access token available. Please login', 'FLY_TOKEN_MISSING'],
    ['Error: Could not find App "fechatter"', 'FLY_APP_MISSING'],
    ['Error: something new', 'FLY_COMMAND_FAILED'],
  ])('that fails with %j throws %s with the last words of flyctl', async (stderr, code) => {
    const fly = flyctl({ processes: scriptedProcesses({ flyctl: [failed(`\u001b[31m${stderr}\u001b[0m\n`)] }) });
    await expect(fly.releases('fechatter')).rejects.toMatchObject({ code, message: expect.stringContaining(stderr) });
  });

  test('without flyctl says how to get it', async () => {
    const fly = flyctl({ processes: scriptedProcesses({ flyctl: [{ kind: 'not-found', file: 'flyctl' }] }) });
    await expect(fly.version()).rejects.toMatchObject({ code: 'TOOL_MISSING' });
  });
});

describe('a question that Fly could not answer', () => {
  const busy = failed('Error: server returned a non-200 status code: 503');

  test('is asked again', async () => {
    const processes = scriptedProcesses({ 'flyctl ips list': [busy, busy, exited('[]')] });
    const pauses: number[] = [];
    const clock = { now: () => 0, sleep: async (ms: number) => void pauses.push(ms) };
    expect(await flyctl({ processes, clock }).addresses('x')).toEqual([]);
    expect(pauses).toEqual([1_000, 3_000]);
  });

  test('within its own time is asked again, and not when our time is used up', async () => {
    const clock = { now: () => 0, sleep: async () => {} };
    const own = scriptedProcesses({ flyctl: [exited('', 'Error: context deadline exceeded', 126), exited('[]')] });
    expect(await flyctl({ processes: own, clock }).addresses('x')).toEqual([]);
    const ours = scriptedProcesses({ flyctl: [{ kind: 'timed-out', afterMs: 120_000, stdout: '', stderr: '' }] });
    await expect(flyctl({ processes: ours, clock }).addresses('x')).rejects.toMatchObject({ code: 'FLY_TIMEOUT' });
    expect(ours.commands).toHaveLength(1);
  });

  test('is an error with the next step in the end; what changes something is not tried twice', async () => {
    const processes = scriptedProcesses({ flyctl: [busy] });
    const fly = flyctl({ processes, clock: { now: () => 0, sleep: async () => {} } });
    await expect(fly.machines('x')).rejects.toMatchObject({ hint: expect.stringContaining('status.fly.io') });
    const asked = processes.commands.length;
    await expect(fly.allocateAddress('x', 'v6')).rejects.toMatchObject({ code: 'FLY_COMMAND_FAILED' });
    expect(processes.commands.length - asked).toBe(1);
  });
});

test.each([
  ['0.4.80', true],
  ['0.4.79', false],
  ['0.3.999', false],
  ['0.5.0', true],
  ['1.0.0', true],
  ['unknown', true],
])('flyctl %s is good: %p', (version, good) => {
  expect(isGoodFlyctl(version)).toBe(good);
});

describe('an app', () => {
  test('that is not there is no error', async () => {
    const processes = scriptedProcesses({ 'flyctl status': [failed('Error: Could not find App "x"')] });
    expect(await flyctl({ processes }).findApp('x')).toBeUndefined();
  });

  test('that the token may not see at all is one', async () => {
    const processes = scriptedProcesses({ 'flyctl status': [failed('Error: unauthorized')] });
    await expect(flyctl({ processes }).findApp('x')).rejects.toMatchObject({ code: 'FLY_TOKEN_REFUSED' });
  });

  test('is read', async () => {
    const processes = scriptedProcesses({
      'flyctl status': [exited('{"Name":"x","Deployed":true,"Hostname":"x.fly.dev","Version":3}')],
      'flyctl machine list': [exited(JSON.stringify([machineJson()]))],
      'flyctl version': [exited('flyctl v0.4.87 linux/amd64 Commit: abc\n')],
      'flyctl machine exec': [exited('{"stdout":"hi\\n"}')],
    });
    const fly = flyctl({ processes });
    expect(await fly.findApp('x')).toMatchObject({ name: 'x', deployed: true, hostname: 'x.fly.dev' });
    expect(await fly.machines('x')).toHaveLength(1);
    expect(await fly.version()).toBe('0.4.87');
    expect(await fly.execute('x', 'm1', 'echo hi')).toEqual({ exitCode: 0, stdout: 'hi\n', stderr: '' });
  });
});

test.each([
  [exited('one\n\ntwo\n'), { kind: 'read', lines: ['one', 'two'] }],
  [failed('Error: 401 Unauthorized'), { kind: 'denied' }],
  [failed('Error: 500 Internal Server Error'), { kind: 'unavailable' }],
])('the log of a machine that answers %j is %j', async (outcome, log) => {
  const processes = scriptedProcesses({ 'flyctl logs': [outcome] });
  expect(await flyctl({ processes }).lastLogLines('x', 'm1')).toEqual(log);
});

test('secrets go through standard input and nowhere else', async () => {
  const processes = scriptedProcesses({ 'flyctl secrets import --stage': [exited('')] });
  await flyctl({ processes }).stageSecrets('x', new Map([['KEY', new Secret('s3cret')]]));
  const [{ stdin, ...rest } = { stdin: undefined }] = processes.commands;
  expect(stdin).toBe('KEY="s3cret"\n');
  expect(JSON.stringify(rest)).not.toContain('s3cret');
});

describe('a deploy', () => {
  test('names app, absolute paths and limits, and tells the release', async () => {
    const processes = scriptedProcesses({ 'flyctl deploy': [released] });
    const outcome = await flyctl({ processes }).deploy(request);
    expect(outcome).toEqual({
      kind: 'released',
      release: { version: 3, imageRef: 'registry.fly.io/fechatter:abc-1-1' },
    });
    expect(processes.commands[0]?.args.join(' ')).toBe(
      'deploy /src -c /src/fly.toml --dockerfile /src/Dockerfile --image-label abc-1-1 --build-arg A=b=c --env X=y ' +
        '--strategy rolling --ha=false --wait-timeout 90s -a fechatter',
    );
    expect(processes.commands[0]).toMatchObject({ timeoutMs: 600_000, env: { FLY_EMIT_RELEASE_JSON: '1' } });
  });

  test('of an image builds nothing', async () => {
    const processes = scriptedProcesses({ 'flyctl deploy': [released] });
    await flyctl({ processes }).deploy({ ...request, image: 'r/a@sha256:x' });
    expect(processes.commands[0]?.args.slice(0, 6)).toEqual([
      'deploy',
      '/src',
      '-c',
      '/src/fly.toml',
      '--image',
      'r/a@sha256:x',
    ]);
    expect(processes.commands[0]?.args).not.toContain('--dockerfile');
  });

  test('writes no line that a workflow would obey', async () => {
    const lines: string[] = [];
    const processes = scriptedProcesses({ 'flyctl deploy': [exited('::set-output name=x::y\nok\n')] });
    await flyctl({ processes, log: logTo(lines) }).deploy(request);
    expect(lines).toContain('flyctl | ::set-output name=x::y');
    expect(lines.filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
  });

  test('is tried once more when the builder gave no answer', async () => {
    const trouble = failed('Error: failed to fetch an image or build from source: deadline_exceeded');
    const processes = scriptedProcesses({ 'flyctl deploy': [trouble, released] });
    expect(await flyctl({ processes }).deploy(request)).toMatchObject({ kind: 'released' });
    expect(processes.commands).toHaveLength(2);
  });

  test.each([
    ['Error: failed to fetch an image or build from source: exit code: 1', 'FLY_BUILD_FAILED'],
    ['Error: timeout reached waiting for health checks to pass', 'DEPLOY_NOT_LIVE'],
    ['Error: Could not find App "fechatter"', 'FLY_APP_MISSING'],
  ])('that ends with %j is not tried again', async (stderr, code) => {
    const processes = scriptedProcesses({ 'flyctl deploy': [failed(stderr)] });
    expect(await flyctl({ processes }).deploy(request)).toMatchObject({ kind: 'failed', error: { code } });
    expect(processes.commands).toHaveLength(1);
  });

  test('that does not end is an outcome of its own, as it may have worked', async () => {
    const processes = scriptedProcesses({
      'flyctl deploy': [{ kind: 'timed-out', afterMs: 600_000, stdout: '', stderr: 'Clearing lease' }],
    });
    expect(await flyctl({ processes }).deploy(request)).toMatchObject({
      kind: 'timed-out',
      error: { code: 'FLY_TIMEOUT', message: expect.stringContaining('within 10 min') },
    });
  });
});
