import http from 'node:http';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { freePort, runOrSkip } from '../engines/index.js';
import { detectIsolation } from './isolation.js';
import type { MachineSnapshot } from './snapshot.js';
import { echoProject, eventually, finish, startTrial, type Trial } from './trial.js';

// Real processes on a computer that others use too.
jest.setTimeout(30_000);

const WEB = '[http_service]\ninternal_port = 8080\n[[http_service.checks]]\npath = "/"\n';

let trial: Trial;
let receiver: http.Server;
const received: string[] = [];

beforeAll(async () => {
  receiver = http.createServer((request, response) => {
    // Whoever had this port before, in a test beside this one, may still be asked by a Prometheus.
    if (request.headers.host === 'receiver.example') received.push(request.url ?? '');
    response.end('thanks');
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const address = receiver.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  trial = await startTrial({ outside: { 'receiver.example:80': `127.0.0.1:${port}` } });
});
afterAll(async () => {
  await trial.stop();
  receiver.close();
});

async function deployed(app: string, toml: string, ...flags: string[]): Promise<readonly MachineSnapshot[]> {
  await trial.flyctl(['apps', 'create', app]);
  const result = await trial.flyctl(['deploy', ...flags], { cwd: echoProject(trial, app, toml) });
  if (result.code !== 0) throw new Error(result.stderr);
  return await machines(app);
}

async function machines(app: string): Promise<readonly MachineSnapshot[]> {
  return (await trial.fly.state()).apps[app]?.machines ?? [];
}

function idOf(machine: MachineSnapshot | undefined): string {
  return machine?.id ?? '';
}

async function inside(app: string, code: string): Promise<string> {
  const [machine] = (await machines(app)).filter(({ state }) => state === 'started');
  const result = await trial.fly.exec(app, idOf(machine), `node -e '${code}'`);
  return result.stdout.trim() || result.stderr;
}

const noNamespaces = 'this computer allows no network namespaces: try "unshare -Urnm true".';
const describeNamespaces = runOrSkip(describe, detectIsolation() === 'none' ? noNamespaces : undefined);

describeNamespaces('the private network', () => {
  test('started machines are found by name from inside, stopped ones are gone', async () => {
    const [first, second] = await deployed('web', WEB);
    const look = () =>
      inside(
        'web',
        'require("dns").resolve6("app.process.web.internal", {ttl: true}, (e, a) => console.log(JSON.stringify(a)))',
      );
    const both = JSON.parse(await look());
    expect(both).toEqual([first, second].map((machine) => ({ address: machine?.privateIp, ttl: 5 })));
    await trial.fly.stopMachine('web', idOf(second));
    expect(JSON.parse(await look())).toEqual([{ address: first?.privateIp, ttl: 5 }]);
    expect(
      await inside('web', 'require("dns").resolveTxt("all.vms.web.internal", (e, a) => console.log(a[0][0]))'),
    ).toBe(`${idOf(first)} nrt,${idOf(second)} nrt`);
    expect(await inside('web', 'require("dns").resolve6("no.internal", (e) => console.log(e.code))')).toBe('ENOTFOUND');
    await trial.fly.misbehave({ kind: 'dns-fails', times: 'always' });
    expect(await inside('web', 'require("dns").resolve6("web.internal", (e) => console.log(e.code))')).toBe(
      'ESERVFAIL',
    );
    await trial.fly.behave();
  });

  test('machines talk to each other by name, and an IPv4-only server is refused though its checks pass', async () => {
    await deployed('client', '');
    const [server] = await deployed('four', `[env]\nHOST = "0.0.0.0"\n${WEB}`, '--ha=false');
    expect(server?.checks).toMatchObject([{ status: 'passing' }]);
    const fetch = (name: string) =>
      inside(
        'client',
        `fetch("http://${name}:8080/").then((r) => r.text()).then(() => console.log("ok"), (e) => console.log(e.cause.code))`,
      );
    expect(await fetch('four.internal')).toBe('ECONNREFUSED');
    expect(await fetch('client.internal')).toBe('ok');
    await expect(trial.fly.fetchInside('http://four.internal:8080/')).rejects.toThrow('ECONNREFUSED');
  });

  test('servers outside are reached under their own name', async () => {
    await deployed('outward', '');
    expect(
      await inside('outward', 'fetch("http://receiver.example/push").then((r) => r.text()).then(console.log)'),
    ).toBe('thanks');
    expect(received).toEqual(['/push']);
  });

  test('a machine sees its own root folder, not this computer', async () => {
    await deployed('root', '');
    expect(
      await inside(
        'root',
        `console.log(require("fs").existsSync("${process.cwd()}"), process.cwd(), require("fs").readdirSync("/app").join())`,
      ),
    ).toBe('false /app service.mjs');
  });
});

/** A machine is started before its process listens; whoever asks it to end too early is not heard. */
async function crash(app: string): Promise<void> {
  const url = `http://${app}.internal:8080/`;
  const look = () => trial.fly.fetchInside(url).then(() => 'answers', String);
  await eventually(look, (seen) => seen === 'answers');
  await trial.fly.fetchInside(`${url}exit`).catch(() => undefined);
}

describe('machines', () => {
  test('a dead process leaves the machine started and refusing', async () => {
    const [machine] = await deployed('dead', '', '--ha=false');
    await trial.fly.killProcess('dead', idOf(machine));
    const look = () => trial.fly.fetchInside('http://dead.internal:8080/').then(() => 'answers', String);
    expect(await eventually(look, (text) => text.includes('ECONNREFUSED'))).toContain('ECONNREFUSED');
    expect(await machines('dead')).toMatchObject([{ state: 'started', restarts: 0 }]);
  });

  test('"always" starts a crashed process again', async () => {
    await deployed('phoenix', '[[restart]]\npolicy = "always"\n', '--ha=false');
    await crash('phoenix');
    await eventually(
      () => machines('phoenix'),
      ([machine]) => machine?.restarts === 1 && machine.state === 'started',
    );
  });

  test('"never" leaves it stopped, with its last exit in the events', async () => {
    await deployed('mortal', '[[restart]]\npolicy = "never"\n[env]\nEXIT_CODE = "7"\n', '--ha=false');
    await crash('mortal');
    await eventually(
      () => machines('mortal'),
      ([machine]) => machine?.state === 'stopped',
    );
    const [view] = [await trial.json(['machine', 'list', '-a', 'mortal', '--json'])].flat();
    expect(view).toMatchObject({
      events: [{ type: 'exit', request: { exit_event: { exit_code: 7, requested_stop: false } } }, {}, {}, {}],
    });
  });

  test('gets its kill signal first, and is killed after its kill timeout', async () => {
    const [machine] = await deployed(
      'stubborn',
      'kill_signal = "SIGTERM"\nkill_timeout = 1\n[env]\nSTUBBORN = "1"\n',
      '--ha=false',
    );
    const start = Date.now();
    expect((await trial.flyctl(['machine', 'stop', idOf(machine), '-a', 'stubborn'])).code).toBe(0);
    expect(Date.now() - start).toBeGreaterThanOrEqual(1000);
    expect((await trial.fly.logs('stubborn')).join('\n')).toContain('got SIGTERM');
    expect(await machines('stubborn')).toMatchObject([{ state: 'stopped' }]);
  });

  test('runs commands: machine exec exits with 0 and tells the status, ssh console fails with it', async () => {
    const [machine] = await deployed('shell', '', '--ha=false');
    const exec = (command: string) => trial.json(['machine', 'exec', idOf(machine), command, '-a', 'shell', '--json']);
    expect(await exec('sh -c "echo $FLY_APP_NAME; exit 0"')).toEqual({ stdout: 'shell\n' });
    expect(await exec('sh -c "echo no >&2; exit 4"')).toEqual({ exit_code: 4, stderr: 'no\n' });
    expect((await trial.flyctl(['ssh', 'console', '-a', 'shell', '-C', 'false'])).code).toBe(1);
  });

  test('are reached through flyctl proxy, which ends with 127 when interrupted', async () => {
    await deployed('private', '', '--ha=false');
    const port = await freePort();
    const child = trial.start(['proxy', `${port}:8080`, '-a', 'private', '-q']);
    const ended = finish(child, '');
    const look = () =>
      fetch(`http://127.0.0.1:${port}/through`).then(
        (answer) => answer.json(),
        () => ({}),
      );
    expect(await eventually(look, (body) => 'url' in Object(body))).toMatchObject({ url: '/through' });
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 127, stderr: '' });
  });

  test('of an app that has none started cannot be proxied to', async () => {
    await trial.flyctl(['apps', 'create', 'void']);
    expect(await trial.flyctl(['proxy', '9090', '-a', 'void'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('host was not found in DNS'),
    });
  });
});
