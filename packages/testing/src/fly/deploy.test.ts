import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ECHO_DOCKERFILE, echoProject, eventually, startTrial, type Trial } from './trial.js';

// Real processes on a computer that others use too.
jest.setTimeout(30_000);

const WEB = '[http_service]\ninternal_port = 8080\n[[http_service.checks]]\npath = "/ok"\n';

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial({ foreignApps: ['taken'] });
});
afterAll(() => trial.stop());

async function created(app: string, toml: string): Promise<string> {
  await trial.flyctl(['apps', 'create', app]);
  return echoProject(trial, app, toml);
}

async function app(name: string): Promise<Awaited<ReturnType<Trial['fly']['state']>>['apps'][string] & object> {
  const found = (await trial.fly.state()).apps[name];
  if (found === undefined) throw new Error(`no app ${name}`);
  return found;
}

describe('flyctl', () => {
  test.each([
    [['deploy', '--region', 'nrt'], 'unknown flag: --region'],
    [['status', '-a', 'nobodys', '--json'], 'Could not find App "nobodys"'],
    [['apps', 'create', 'taken'], 'Name has already been taken'],
    [['deploy', '-a', 'x', '-c', '/nowhere/fly.toml'], 'config file not found at specified path'],
  ])('%j exits with 1', async (args, message) => {
    const result = await trial.flyctl(args);
    expect(result.code).toBe(1);
    expect(result.stderr).toContain(`Error: `);
    expect(result.stderr).toContain(message);
  });

  test('without a token it asks for a login, and an empty FLY_ACCESS_TOKEN hides a good FLY_API_TOKEN', async () => {
    for (const env of [{ FLY_API_TOKEN: undefined }, { FLY_ACCESS_TOKEN: '' }]) {
      const result = await trial.flyctl(['auth', 'whoami'], { env });
      expect(result).toMatchObject({
        code: 1,
        stderr: "Error: no access token available. Please login with 'flyctl auth login'\n",
      });
    }
  });

  test('a session in FLY_CONFIG_DIR does instead of a token', async () => {
    const env = { FLY_API_TOKEN: undefined, FLY_CONFIG_DIR: trial.fly.sessionEnvironment['FLY_CONFIG_DIR'] };
    expect((await trial.flyctl(['auth', 'whoami'], { env })).stdout).toBe('standin@example.com\n');
  });

  test('a token of one app sees no other and creates none; two joined by a comma see both', async () => {
    await trial.flyctl(['apps', 'create', 'one']);
    await trial.flyctl(['apps', 'create', 'two']);
    const one = await trial.fly.issueToken({ app: 'one' });
    const two = await trial.fly.issueToken({ app: 'two' });
    const run = (token: string, ...args: string[]) => trial.flyctl(args, { env: { FLY_API_TOKEN: token } });
    expect((await run(one, 'status', '-a', 'one')).code).toBe(0);
    expect((await run(one, 'status', '-a', 'two')).stderr).toContain('Could not find App "two"');
    expect((await run(one, 'apps', 'create', 'three')).stderr).toContain('Not authorized');
    expect((await run(`${one},${two.replace('FlyV1 ', '')}`, 'status', '-a', 'two')).code).toBe(0);
    expect((await run('FlyV1 fm2_wrong', 'status', '-a', 'one')).stderr).toContain('You must be authenticated');
  });
});

describe('a deploy', () => {
  test('makes two machines for a service, waits for its checks, and says what it released', async () => {
    const cwd = await created('web', WEB);
    const result = await trial.flyctl(['deploy', '--image-label', 'v1'], { cwd, env: { FLY_EMIT_RELEASE_JSON: '1' } });
    expect(result.code).toBe(0);
    expect(result.stderr).toContain('image: registry.fly.io/web:v1');
    const line = result.stdout.split('\n').find((text) => text.startsWith('{"id"')) ?? '';
    expect(JSON.parse(line)).toMatchObject({ version: 1, image_ref: 'registry.fly.io/web:v1' });
    const machines = await trial.json(['machine', 'list', '-a', 'web', '--json']);
    expect(machines).toHaveLength(2);
    expect(machines).toMatchObject([
      {
        state: 'started',
        image_ref: {
          registry: 'registry.fly.io',
          repository: 'web',
          tag: 'v1',
          digest: expect.stringMatching(/^sha256:/),
        },
        private_ip: expect.stringMatching(/^fdaa:/),
        checks: [{ name: 'servicecheck-00-http-8080', status: 'passing' }],
        config: { metadata: { fly_process_group: 'app', fly_release_version: '1', fly_platform_version: 'v2' } },
      },
      { state: 'started' },
    ]);
    expect(await trial.json(['status', '-a', 'web', '--json'])).toMatchObject({
      Name: 'web',
      Deployed: true,
      Version: 1,
    });
    expect(await trial.json(['releases', '-a', 'web', '--json'])).toMatchObject([
      { Version: 1, Status: 'complete', ImageRef: 'registry.fly.io/web:v1', InProgress: false },
    ]);
    expect(await trial.json(['ips', 'list', '-a', 'web', '--json'])).toMatchObject([
      { Type: 'v6' },
      { Type: 'shared_v4' },
    ]);
  });

  test('redeploys an image by its reference with the configuration given, and stopped machines stay stopped', async () => {
    const cwd = await created('again', WEB);
    await trial.flyctl(['deploy', '--ha=false', '--image-label', 'v1'], { cwd });
    const [first] = (await app('again')).machines;
    await trial.flyctl(['machine', 'stop', first?.id ?? '', '-a', 'again']);
    const result = await trial.flyctl(['deploy', '--image', 'registry.fly.io/again:v1', '-e', 'VERSION=2'], { cwd });
    expect(result.code).toBe(0);
    expect((await app('again')).machines).toMatchObject([
      { id: first?.id, state: 'stopped', digest: first?.digest, env: { VERSION: '2' } },
    ]);
    expect((await trial.flyctl(['deploy', '--image', 'registry.fly.io/again:v9'], { cwd })).stderr).toContain(
      'could not find image',
    );
  });

  test('fails when checks do not pass in time, and the release says so', async () => {
    const cwd = await created('sick', '[http_service]\ninternal_port = 9999\n[[http_service.checks]]\npath = "/"\n');
    const result = await trial.flyctl(['deploy', '--ha=false', '--wait-timeout', '1'], { cwd });
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('timeout reached waiting for health checks to pass');
    expect((await app('sick')).releases).toMatchObject([{ version: 1, status: 'failed' }]);
  });

  test('fails when the process crashes at once', async () => {
    const cwd = await created('crash', '[env]\nCRASH = "1"\n');
    const result = await trial.flyctl(['deploy', '--ha=false', '--wait-timeout', '5'], { cwd });
    expect(result).toMatchObject({ code: 1, stderr: expect.stringContaining('the app appears to be crashing') });
  });

  test('bluegreen replaces every machine, and keeps the old ones when the new ones do not get well', async () => {
    const cwd = await created('colours', WEB);
    await trial.flyctl(['deploy', '--ha=false'], { cwd });
    const [blue] = (await app('colours')).machines;
    expect((await trial.flyctl(['deploy', '--strategy', 'bluegreen'], { cwd })).code).toBe(0);
    const [green] = (await app('colours')).machines;
    expect(green).toMatchObject({ state: 'started', checks: [{ status: 'passing' }] });
    expect(green?.id).not.toBe(blue?.id);
    await trial.fly.misbehave({ kind: 'checks-never-pass', app: 'colours', times: 'always' });
    expect((await trial.flyctl(['deploy', '--strategy', 'bluegreen', '--wait-timeout', '1'], { cwd })).code).toBe(1);
    await trial.fly.behave();
    expect((await app('colours')).machines.map(({ id }) => id)).toEqual([green?.id]);
  });

  test('a second deploy at the same time waits for the leases of the first; one that lasts ends it', async () => {
    const cwd = await created('twice', WEB);
    await trial.flyctl(['deploy', '--ha=false'], { cwd });
    const both = await Promise.all([trial.flyctl(['deploy'], { cwd }), trial.flyctl(['deploy'], { cwd })]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    const [machine] = (await app('twice')).machines;
    await trial.fly.holdLease('twice', machine?.id ?? '', 60_000);
    const held = `failed to get lease on VM ${machine?.id}: lease currently held by standin@example.com, expires at `;
    const result = await trial.flyctl(['deploy'], { cwd });
    expect(result).toMatchObject({ code: 1, stderr: expect.stringContaining(`Error: ${held}`) });
    expect(result.stdout).toContain(`failed to acquire lease: ${held}`);
    const retried = await trial.flyctl(['deploy', '--deploy-retries', '1'], { cwd });
    expect(retried.stderr).toContain(`Error: failed to acquire leases: Unrecoverable error: ${held}`);
    await trial.flyctl(['machine', 'leases', 'clear', machine?.id ?? '', '-a', 'twice']);
    expect((await trial.flyctl(['deploy'], { cwd })).code).toBe(0);
    const statuses = (await app('twice')).releases.map(({ status }) => status);
    expect(statuses).toEqual(['complete', 'complete', 'complete', 'failed', 'failed', 'complete']);
  });

  test('immediate does not wait, so that its success proves nothing', async () => {
    const cwd = await created('rash', '[http_service]\ninternal_port = 9999\n[[http_service.checks]]\npath = "/"\n');
    for (const flags of [[], ['--ha=false']]) {
      expect((await trial.flyctl(['deploy', '--strategy', 'immediate', ...flags], { cwd })).code).toBe(0);
    }
    expect((await app('rash')).machines[0]?.checks).not.toMatchObject([{ status: 'passing' }]);
  });

  test('follows the process groups: new ones get machines, removed ones lose theirs', async () => {
    const cwd = await created('groups', '[processes]\na = "node service.mjs first"\nb = ""\n');
    await trial.flyctl(['deploy'], { cwd });
    expect((await app('groups')).machines.map(({ group, isStandby, state }) => [group, isStandby, state])).toEqual([
      ['a', false, 'started'],
      ['a', true, 'created'],
      ['b', false, 'started'],
      ['b', true, 'created'],
    ]);
    const answer = await trial.fly.fetchInside('http://a.process.groups.internal:8080/');
    expect(JSON.parse(answer.body)).toMatchObject({
      argv: ['first'],
      uid: trial.fly.honoursUsers ? 1000 : expect.anything(),
    });
    const next = echoProject(trial, 'groups', '[processes]\nb = ""\n');
    await trial.flyctl(['deploy'], { cwd: next });
    expect(new Set((await app('groups')).machines.map(({ group }) => group))).toEqual(new Set(['b']));
  });

  test('a release command runs first and stops the deploy when it fails', async () => {
    const cwd = await created('migrate', '[deploy]\nrelease_command = "sh -c \'exit 3\'"\n');
    const result = await trial.flyctl(['deploy', '--ha=false'], { cwd });
    expect(result).toMatchObject({ code: 1, stderr: expect.stringContaining('release command failed') });
    expect(await app('migrate')).toMatchObject({ machines: [], releases: [{ status: 'failed' }] });
  });

  test('an extra public port leaves the app without any address, and stays green', async () => {
    const extra =
      '[[services]]\ninternal_port = 8080\nprotocol = "tcp"\n[[services.ports]]\nport = 9091\nhandlers = ["tls", "http"]\n';
    const cwd = await created('trap', WEB + extra);
    expect((await trial.flyctl(['deploy', '--ha=false'], { cwd })).code).toBe(0);
    expect(await trial.json(['ips', 'list', '-a', 'trap', '--json'])).toEqual([]);
    await trial.flyctl(['ips', 'allocate-v6', '-a', 'trap']);
    await trial.flyctl(['ips', 'allocate-v4', '--shared', '-a', 'trap']);
    expect((await app('trap')).ips.map(({ type }) => type)).toEqual(['v6', 'shared_v4']);
  });

  test('a volume is made on the first deploy only, belongs to root, and outlives the machine', async () => {
    const mounts =
      '[env]\nVOLUME = "/data"\n[[mounts]]\nsource = "data"\ndestination = "/data"\ninitial_size = "10gb"\n';
    const cwd = await created('disk', mounts);
    writeFileSync(path.join(cwd, 'Dockerfile'), ECHO_DOCKERFILE.replace('USER node', 'USER root'));
    expect((await trial.flyctl(['deploy'], { cwd })).code).toBe(0);
    const volumes = await trial.json(['volumes', 'list', '-a', 'disk', '--json']);
    const [machine] = (await app('disk')).machines;
    expect(volumes).toMatchObject([{ name: 'data', size_gb: 10, region: 'nrt', attached_machine_id: machine?.id }]);
    const owner = await trial.fly.exec('disk', machine?.id ?? '', 'stat -c %u /data');
    expect(owner).toMatchObject({ exitCode: 0, stdout: '0\n' });
    expect((await trial.flyctl(['deploy'], { cwd })).code).toBe(0);
    const answer = await trial.fly.fetchInside('http://disk.internal:8080/');
    expect(JSON.parse(answer.body).volume).toHaveLength(2);
    await trial.flyctl(['machine', 'destroy', '--force', machine?.id ?? '', '-a', 'disk']);
    expect((await trial.flyctl(['deploy'], { cwd })).code).toBe(0);
    expect((await app('disk')).volumes).toHaveLength(1);
  });

  test('a volume that is not there is missed on a later deploy', async () => {
    await trial.flyctl(['deploy', '--ha=false'], { cwd: await created('later', '') });
    const cwd = echoProject(trial, 'later', '[[mounts]]\nsource = "data"\ndestination = "/data"\n');
    expect(await trial.flyctl(['deploy'], { cwd })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(
        "needs volumes with name 'data' to fulfill mounts defined in fly.toml; Run `fly volume create data -r REGION -n COUNT` for the following regions and counts: nrt=1",
      ),
    });
  });

  test('an interrupt ends it with 127 and leaves an interrupted release', async () => {
    const cwd = await created('halt', '[checks.never]\ntype = "tcp"\nport = 1\n');
    const child = trial.start(['deploy', '--ha=false'], { cwd });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    child.stderr?.resume();
    await new Promise<void>((resolve) =>
      child.stdout?.on('data', (text: Buffer) => text.includes('launching a new machine') && resolve()),
    );
    child.kill('SIGTERM');
    expect(await ended).toBe(127);
    // Fly learns of it when the connection of flyctl has ended.
    const statuses = async () => (await app('halt')).releases.map(({ status }) => status).join();
    expect(await eventually(statuses, (seen) => seen !== 'running')).toBe('interrupted');
  });

  test('the live configuration can be saved, and its rules are checked', async () => {
    const cwd = await created('conf', '[env]\nA = "1"\n');
    await trial.flyctl(['deploy', '--ha=false'], { cwd });
    const target = path.join(trial.project({}), 'saved.toml');
    expect((await trial.flyctl(['config', 'save', '-a', 'conf', '-c', target, '--yes'])).code).toBe(0);
    expect(readFileSync(target, 'utf8')).toContain('A = "1"');
    const bad = echoProject(trial, 'conf', 'typo = 1\n[processes]\na = ""\n[http_service]\ninternal_port = 1\n');
    const refused = await trial.flyctl(['config', 'validate', '--strict'], { cwd: bad });
    expect(refused).toMatchObject({ code: 1, stderr: 'Error: App configuration is not valid\n' });
    expect(refused.stdout).toContain('has no processes set');
    expect(refused.stdout).toContain('  - typo\n');
    const deployed = await trial.flyctl(['deploy'], { cwd: bad });
    expect(deployed.stdout).toContain('has no processes set');
    expect(deployed.stderr).toMatch(/Error: App configuration is not valid\n$/);
  });
});
