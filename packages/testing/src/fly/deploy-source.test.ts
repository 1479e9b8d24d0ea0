import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { echoProject, eventually, finish, startTrial, type Trial } from './trial.js';

// Real processes on a computer that others use too.
jest.setTimeout(40_000);

const WEB = '[http_service]\ninternal_port = 8080\n[[http_service.checks]]\npath = "/ok"\n';
const DISK = '[[mounts]]\nsource = "data"\ndestination = "/data"\n';

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial();
});
afterAll(() => trial.stop());

async function created(app: string, toml: string): Promise<string> {
  await trial.flyctl(['apps', 'create', app]);
  return echoProject(trial, app, toml);
}

async function appNamed(name: string) {
  const found = (await trial.fly.state()).apps[name];
  if (found === undefined) throw new Error(`no app ${name}`);
  return found;
}

interface MachineView {
  readonly id: string;
  readonly config?: { readonly metadata: unknown; readonly services: unknown };
}

async function machineViews(app: string): Promise<readonly MachineView[]> {
  return JSON.parse((await trial.flyctl(['machine', 'list', '-a', app, '--json'])).stdout);
}

describe('a first deploy', () => {
  test('is one as long as no machine was made, whatever releases there are', async () => {
    const cwd = await created('first', `[deploy]\nrelease_command = "false"\n${DISK}`);
    expect(await trial.json(['releases', '-a', 'first', '--json'])).toBeNull();
    const failed = await trial.flyctl(['deploy'], { cwd });
    const id =
      /^Error: release command failed - aborting deployment\. machine (\w+) exited with non-zero status of 1$/m.exec(
        failed.stderr,
      )?.[1];
    expect(failed.stderr).toContain(
      `Error release_command failed running on machine ${id} with exit code 1.\nChecking logs: fetching the last 100 lines below:\n`,
    );
    expect(failed.stderr).toMatch(/Main child exited normally with code: 1\nError: release command failed/);
    const status = () => trial.json(['status', '-a', 'first', '--json']);
    expect(await status()).toMatchObject({ Status: 'pending', Deployed: false, Version: 1 });
    expect((await appNamed('first')).volumes).toHaveLength(1);
    expect((await trial.flyctl(['deploy'], { cwd: echoProject(trial, 'first', DISK) })).code).toBe(0);
    expect(await status()).toMatchObject({ Status: 'deployed', Deployed: true });
    expect((await appNamed('first')).volumes).toHaveLength(1);
  });

  test('names no region of its own where the file has none', async () => {
    await trial.flyctl(['apps', 'create', 'nowhere']);
    const cwd = echoProject(trial, 'nowhere', '').toString();
    const toml = 'app = "nowhere"\n';
    const project = trial.project({ 'fly.toml': toml });
    await trial.flyctl(['deploy', '--ha=false', '--image-label', 'x'], { cwd });
    const env = { FLY_REGION: 'syd' };
    await trial.flyctl(['deploy', '--image', 'registry.fly.io/nowhere:x'], { cwd: project, env });
    const [machine] = (await appNamed('nowhere')).machines;
    expect(machine?.env).not.toHaveProperty('PRIMARY_REGION');
  });

  test('does not look at the region of a volume before there is a release', async () => {
    const cwd = await created('abroad', DISK);
    await trial.flyctl(['volumes', 'create', 'data', '-r', 'ams', '--yes', '-a', 'abroad']);
    const result = await trial.flyctl(['deploy'], { cwd });
    expect(result).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(
        "Error: error creating machine configuration: New machine in group 'app' needs an unattached volume named 'data' in region 'nrt'\n",
      ),
    });
    expect(await appNamed('abroad')).toMatchObject({ releases: [{ status: 'failed' }], machines: [] });
    expect((await appNamed('abroad')).volumes).toHaveLength(1);
  });
});

describe('a machine that ends', () => {
  test('and stays stopped passes an update, and fails where it is new', async () => {
    const cwd = await created('ends', '');
    await trial.flyctl(['deploy', '--ha=false'], { cwd });
    const ending = echoProject(trial, 'ends', '[env]\nCRASH = "1"\n[[restart]]\npolicy = "never"\n');
    expect((await trial.flyctl(['deploy'], { cwd: ending })).code).toBe(0);
    expect(await appNamed('ends')).toMatchObject({ machines: [{ state: 'stopped' }] });
    await trial.flyctl(['machine', 'destroy', (await appNamed('ends')).machines[0]?.id ?? '', '-a', 'ends']);
    const result = await trial.flyctl(['deploy', '--ha=false', '--wait-timeout', '1'], { cwd: ending });
    expect(result.stderr).toContain(
      "Error: timeout reached waiting for machine's state to change\nYour machine was created, but never started",
    );
  });

  test('and restarts again and again fails it, with its lines after the error', async () => {
    const cwd = await created('loops', '');
    await trial.flyctl(['deploy', '--ha=false'], { cwd });
    const loops = echoProject(trial, 'loops', '[processes]\napp = "sh -c \'exit 7\'"\n');
    const { code, stderr } = await trial.flyctl(['deploy'], { cwd: loops });
    expect(code).toBe(1);
    const [id] = (await appNamed('loops')).machines.map((machine) => machine.id);
    expect(stderr).toContain(`Error: smoke checks for ${id} failed: the app appears to be crashing\n`);
    expect(stderr.slice(stderr.indexOf('Error: '))).toContain('Main child exited normally with code: 7\n');
    expect(stderr).not.toContain('increasing the timeout');
  });

  test('in one group ends the deploy of two with 127, without a word', async () => {
    const groups = '[processes]\na = ""\nb = ""\n';
    const cwd = await created('pair', groups);
    await trial.flyctl(['deploy', '--ha=false'], { cwd });
    const bad = `${groups}[checks.never]\ntype = "tcp"\nport = 1\nprocesses = ["a"]\n[checks.later]\ntype = "tcp"\nport = 2\nprocesses = ["b"]\n`;
    await trial.fly.misbehave({ kind: 'machine-lost', app: 'pair' });
    const result = await trial.flyctl(['deploy'], { cwd: echoProject(trial, 'pair', bad) });
    expect(result.code).toBe(127);
    expect(result.stderr).not.toContain('Error: ');
    expect(result.stdout).toContain('update canceled while it was in progress');
    expect((await appNamed('pair')).releases.at(-1)).toMatchObject({ status: 'interrupted' });
  });
});

describe('flyctl that is killed', () => {
  test('leaves the release running and the lease of a new machine for the whole wait timeout', async () => {
    const cwd = await created('killed', '[checks.never]\ntype = "tcp"\nport = 1\n');
    const child = trial.start(['deploy', '--ha=false'], { cwd });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    await new Promise<void>((resolve) =>
      child.stdout?.on('data', (text: Buffer) => text.includes('was created') && resolve()),
    );
    child.kill('SIGKILL');
    await ended;
    const next = await trial.flyctl(['deploy', '--ha=false', '--wait-timeout', '1'], { cwd });
    expect(next.stderr).toContain('Error: failed to get lease on VM ');
    expect((await appNamed('killed')).releases.map(({ status }) => status)).toEqual(['running', 'failed']);
  });
});

describe('bluegreen', () => {
  test('needs a check in one group only, and starts one machine of a group that sleeps', async () => {
    const groups = `[processes]\nweb = ""\njob = ""\n[http_service]\ninternal_port = 8080\nprocesses = ["web"]\n[[http_service.checks]]\npath = "/ok"\n`;
    const cwd = await created('some', groups);
    await trial.flyctl(['deploy', '--ha=false'], { cwd });
    await trial.fly.sleepGroup('some', 'web');
    const result = await trial.flyctl(['deploy', '--strategy', 'bluegreen'], { cwd });
    expect(result).toMatchObject({ code: 0, stderr: expect.stringContaining("doesn't have healthchecks setup") });
    expect((await appNamed('some')).machines.map(({ group, state }) => [group, state]).sort()).toEqual([
      ['job', 'started'],
      ['web', 'started'],
    ]);
  });

  test('is refused where no machine has a check, and where they run different images', async () => {
    const cwd = await created('bare', '');
    await trial.flyctl(['deploy', '--ha=false'], { cwd });
    const bare = await trial.flyctl(['deploy', '--strategy', 'bluegreen'], { cwd });
    expect(bare.stderr).toContain('You need to define at least 1 check in order to use blue-green deployments');
    expect(bare.stderr).toMatch(/Error: app not in valid state for bluegreen deployments\n$/);
  });

  test('with mounts is refused by nobody but the platform', async () => {
    const cwd = await created('mounted', `${DISK}${WEB}`);
    await trial.flyctl(['deploy'], { cwd });
    const result = await trial.flyctl(['deploy', '--strategy', 'bluegreen'], { cwd });
    expect(result).toMatchObject({ code: 1, stderr: expect.stringContaining('failed to create green machines') });
    const canary = await trial.flyctl(['deploy', '--strategy', 'canary'], { cwd });
    expect(canary.stderr).toMatch(
      /not supported when using mounted volumes[\s\S]*Error: App configuration is not valid\n$/,
    );
    expect((await appNamed('mounted')).releases).toHaveLength(2);
  });

  test('canary makes a machine that is gone again before the others are updated', async () => {
    const cwd = await created('bird', '');
    await trial.flyctl(['deploy', '--ha=false'], { cwd });
    const [before] = (await appNamed('bird')).machines;
    const result = await trial.flyctl(['deploy', '--strategy', 'canary'], { cwd });
    expect(result).toMatchObject({ code: 0, stdout: expect.stringContaining('Creating canary machine for group app') });
    expect((await appNamed('bird')).machines).toMatchObject([{ id: before?.id, releaseVersion: '2' }]);
  });
});

describe('machines of no release', () => {
  test('are left alone by a deploy, and only the list of machines shows them all', async () => {
    const cwd = await created('extra', WEB);
    await trial.flyctl(['deploy', '--ha=false'], { cwd });
    const console = await trial.fly.addMachine('extra', 'console');
    const run = await trial.fly.addMachine('extra', 'machine-run');
    expect((await trial.flyctl(['deploy'], { cwd })).code).toBe(0);
    const list = await machineViews('extra');
    expect(list).toHaveLength(3);
    const named = new Map(list.map((machine) => [machine.id, machine.config?.metadata]));
    expect(named.get(console)).toMatchObject({ fly_process_group: 'fly_app_console', fly_platform_version: 'v2' });
    expect(named.get(console)).not.toHaveProperty('fly_release_version');
    expect(named.get(run)).not.toHaveProperty('fly_platform_version');
    expect(await trial.json(['status', '-a', 'extra', '--json'])).toMatchObject({ Machines: [{ state: 'started' }] });
    const one = await trial.flyctl(['deploy', '--only-machines', list[0]?.id ?? ''], { cwd });
    expect(one.stderr).toContain('--only-machines filter applied, deploying to 1/1 machines\n');
  });

  test('on a computer that does not answer have no configuration, and are replaced unless a volume binds them', async () => {
    const cwd = await created('dark', '');
    await trial.flyctl(['deploy', '--ha=false'], { cwd });
    const [machine] = (await appNamed('dark')).machines;
    await trial.fly.setHostStatus('dark', machine?.id ?? '', 'unreachable');
    const [view] = await machineViews('dark');
    expect(view).toMatchObject({
      host_status: 'unreachable',
      incomplete_config: { metadata: { fly_process_group: 'app' } },
    });
    expect(view).not.toHaveProperty('config');
    expect((await trial.flyctl(['deploy'], { cwd })).code).toBe(0);
    const [replacement] = (await appNamed('dark')).machines;
    expect(replacement).toMatchObject({ hostStatus: 'ok', state: 'started' });
    const disk = await created('bound', DISK);
    await trial.flyctl(['deploy'], { cwd: disk });
    const [bound] = (await appNamed('bound')).machines;
    await trial.fly.setHostStatus('bound', bound?.id ?? '', 'unreachable');
    expect((await trial.flyctl(['deploy'], { cwd: disk })).stderr).toContain(
      `machine '${bound?.id}' requires manual intervention, it can't be automatically replaced because its volume '${bound?.mounts[0]?.volume}' is on an unreachable host`,
    );
  });
});

describe('what is printed', () => {
  test('has autostop as false, true or "suspend"', async () => {
    const cwd = await created(
      'stops',
      `${WEB}auto_stop_machines = "off"\n`.replace('[[', 'auto_stop_machines = "stop"\n[['),
    );
    await trial.flyctl(['deploy', '--ha=false'], { cwd });
    const [machine] = await machineViews('stops');
    expect(machine?.config?.services).toMatchObject([{ autostop: true }]);
    expect(await trial.json(['config', 'show', '-a', 'stops'])).toMatchObject({
      http_service: { auto_stop_machines: true },
    });
  });

  test('by logs goes on until it is interrupted', async () => {
    const cwd = await created('talks', '');
    await trial.flyctl(['deploy', '--ha=false'], { cwd });
    const child = trial.start(['logs', '-a', 'talks']);
    const ended = finish(child, '');
    let seen = '';
    child.stdout?.on('data', (text: Buffer) => (seen += text.toString()));
    await eventually(
      async () => seen,
      (text) => text.includes('listening'),
    );
    const [machine] = (await appNamed('talks')).machines;
    await trial.flyctl(['machine', 'stop', machine?.id ?? '', '-a', 'talks']);
    await eventually(
      async () => seen,
      (text) => text.includes('got SIGINT'),
    );
    child.kill('SIGTERM');
    expect((await ended).code).toBe(127);
  });

  test('by proxy waits for the name, and every connection looks it up anew', async () => {
    const cwd = await created('moves', WEB);
    const early = await trial.flyctl(['proxy', '18081:8080', '-a', 'moves']);
    expect(early).toMatchObject({ code: 1, stderr: 'Error: moves.internal: host was not found in DNS\n' });
    await trial.flyctl(['deploy', '--ha=false'], { cwd });
    const child = trial.start(['proxy', '18082:8080', '-q', '-a', 'moves']);
    const ended = finish(child, '');
    await new Promise<void>((resolve) => child.stdout?.once('data', () => resolve()));
    const ask = async () => JSON.parse(await (await fetch('http://127.0.0.1:18082/')).text()).env.FLY_MACHINE_ID;
    const [before] = (await appNamed('moves')).machines;
    expect(await ask()).toBe(before?.id);
    await trial.flyctl(['deploy', '--strategy', 'bluegreen'], { cwd });
    const [after] = (await appNamed('moves')).machines;
    expect(await ask()).toBe(after?.id);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ stdout: 'Proxying localhost:18082 to remote [moves.internal]:8080\n' });
  });
});
