import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { findKeyring, openSuite } from './debian.js';
import { type EngineName, engineOrSkip, ensureEngines, findEngine, runOrSkip } from './index.js';
import { withLock } from './lock.js';
import { pathWithoutEngines } from './path-without.js';

const hasApt = spawnSync('apt-get', ['--version']).status === 0;
const testWithApt = runOrSkip(test, hasApt ? undefined : 'this computer has no apt-get.');
const networkTimeoutMs = 180_000;

let folder = '';
const before = { path: process.env['PATH'], engines: process.env['FLY_MONITORING_ENGINES'] };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'engines-'));
});

afterEach(() => {
  process.env['PATH'] = before.path;
  if (before.engines === undefined) delete process.env['FLY_MONITORING_ENGINES'];
  else process.env['FLY_MONITORING_ENGINES'] = before.engines;
  rmSync(folder, { recursive: true, force: true });
});

/** A machine with nothing: an empty engines folder and, on PATH, only what the test puts there. */
function onAnEmptyMachine(): void {
  process.env['FLY_MONITORING_ENGINES'] = join(folder, 'engines');
  process.env['PATH'] = folder;
}

function putOnPath(command: string, answer: string): void {
  writeFileSync(join(folder, command), `#!/bin/sh\necho '${answer}'\n`, { mode: 0o755 });
}

/** Stands in for jest's `test` and writes down how it was called. */
function recordingDoor() {
  const calls: { kind: string; title: string; body: () => void | Promise<void> }[] = [];
  const door = (title: string, body: () => void | Promise<void>) => void calls.push({ kind: 'run', title, body });
  const skip = (title: string, body: () => void | Promise<void>) => void calls.push({ kind: 'skip', title, body });
  return { door: Object.assign(door, { skip }), calls };
}

describe('findEngine', () => {
  test('says in one sentence how to get an engine that is not here', () => {
    onAnEmptyMachine();
    expect(findEngine('nats-server')).toEqual({
      found: false,
      reason:
        'nats-server is not here: run "node scripts/engines.mjs nats-server" (Debian or Ubuntu), or put it on PATH from https://nats.io/download/.',
    });
  });

  test('takes a command on PATH only when its version fits', () => {
    onAnEmptyMachine();
    putOnPath('prometheus', 'prometheus, version 3.13.2 (branch: HEAD)');
    expect(findEngine('prometheus-3')).toEqual({ found: true, path: join(folder, 'prometheus'), version: '3.13.2' });
    expect(findEngine('prometheus-2')).toMatchObject({ found: false });
  });

  test('takes a folder of files when it is there, which no PATH replaces', () => {
    onAnEmptyMachine();
    expect(findEngine('ceph-dashboards')).toEqual({
      found: false,
      reason: 'ceph-dashboards is not here: run "node scripts/engines.mjs ceph-dashboards" (Debian or Ubuntu).',
    });
    const path = join(folder, 'engines/ceph-dashboards/etc/grafana/dashboards/ceph-dashboard');
    mkdirSync(path, { recursive: true });
    writeFileSync(join(folder, 'engines/ceph-dashboards/VERSION'), '16.2.15');
    expect(findEngine('ceph-dashboards')).toEqual({ found: true, path, version: '16.2.15' });
  });

  test('does not take a command that cannot run', () => {
    onAnEmptyMachine();
    writeFileSync(join(folder, 'nats-server'), '#!/nowhere/sh\n', { mode: 0o755 });
    expect(findEngine('nats-server')).toMatchObject({ found: false });
  });
});

describe('a PATH without engines', () => {
  test('lacks those that are on PATH, and has what is beside them', () => {
    process.env['FLY_MONITORING_ENGINES'] = join(folder, 'engines');
    putOnPath('shellcheck', 'version: 0.10.0');
    putOnPath('beside', 'still here');
    process.env['PATH'] = `${folder}:${before.path}`;
    expect(findEngine('shellcheck')).toMatchObject({ found: true, version: '0.10.0' });
    process.env['PATH'] = pathWithoutEngines(folder);
    expect(findEngine('shellcheck')).toMatchObject({ found: false });
    expect(spawnSync('beside', { encoding: 'utf8', env: process.env }).stdout).toBe('still here\n');
  });
});

describe('runOrSkip', () => {
  test('registers where nothing is in the way, and else skips with the reason in the title', () => {
    const { door, calls } = recordingDoor();
    runOrSkip(door, undefined)('works', () => undefined);
    runOrSkip(door, 'this is no root.')('works', () => undefined);
    expect(calls.map(({ kind, title }) => [kind, title])).toEqual([
      ['run', 'works'],
      ['skip', 'works [skipped: this is no root.]'],
    ]);
  });
});

describe('engineOrSkip', () => {
  const missing: readonly EngineName[] = ['nats-server'];

  test('hands the path of each engine to the body', () => {
    onAnEmptyMachine();
    putOnPath('nats-server', 'nats-server: v2.10.0');
    const { door, calls } = recordingDoor();
    let path = '';
    engineOrSkip(door, ['nats-server'])('publishes', (paths) => {
      path = paths['nats-server'];
    });
    void calls[0]?.body();
    expect(calls).toMatchObject([{ kind: 'run', title: 'publishes' }]);
    expect(path).toBe(join(folder, 'nats-server'));
  });

  test('skips, with the reason in the title, on a laptop', () => {
    onAnEmptyMachine();
    const { door, calls } = recordingDoor();
    engineOrSkip(door, missing, { CI: 'false' })('publishes', () => undefined);
    expect(calls).toMatchObject([{ kind: 'skip', title: expect.stringContaining('nats-server is not here') }]);
  });

  test('fails in CI', () => {
    onAnEmptyMachine();
    const { door, calls } = recordingDoor();
    engineOrSkip(door, missing, { CI: 'true' })('publishes', () => undefined);
    expect(calls).toMatchObject([{ kind: 'run', title: 'publishes' }]);
    expect(() => calls[0]?.body()).toThrow('nats-server is not here');
  });
});

describe('an engine whose files are below /usr/share', () => {
  test('is skipped with the reason where nothing may be mounted', () => {
    onAnEmptyMachine();
    const unpacked = join(folder, 'engines/alertmanager');
    mkdirSync(join(unpacked, 'start'), { recursive: true });
    writeFileSync(join(unpacked, 'VERSION'), '0.25.0');
    writeFileSync(join(unpacked, 'start/prometheus-alertmanager'), '', { mode: 0o755 });
    const { door, calls } = recordingDoor();
    engineOrSkip(door, ['alertmanager'], {})('tells', () => undefined);
    expect(calls).toMatchObject([
      {
        kind: 'skip',
        title: expect.stringMatching(/^tells \[skipped: alertmanager needs files below .* no mount namesp/),
      },
    ]);
  });

  test('is not held up by that when it comes from PATH', () => {
    onAnEmptyMachine();
    putOnPath('alertmanager', 'alertmanager, version 0.28.1');
    const { door, calls } = recordingDoor();
    engineOrSkip(door, ['alertmanager'], {})('tells', () => undefined);
    expect(calls).toMatchObject([{ kind: 'run', title: 'tells' }]);
  });

  engineOrSkip(test, ['alertmanager'])('sees them, and nobody else does', async ({ alertmanager }) => {
    const before = readdirSync('/usr/share');
    writeFileSync(join(folder, 'a.yml'), 'route: { receiver: nobody }\nreceivers: [{ name: nobody }]\n');
    const started = spawn(
      alertmanager,
      [
        `--config.file=${folder}/a.yml`,
        `--storage.path=${folder}`,
        '--web.listen-address=127.0.0.1:0',
        '--cluster.listen-address=',
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let log = '';
    await new Promise<void>((resolve) => {
      started.once('exit', () => resolve());
      started.stderr.setEncoding('utf8').on('data', (text: string) => {
        log += text;
        if (log.includes('Listening on')) started.kill('SIGTERM');
      });
    });
    expect(log).toContain('Completed loading of configuration file');
    expect(log).not.toContain('default.tmpl');
    expect(readdirSync('/usr/share')).toEqual(before);
  });
});

describe('ensureEngines', () => {
  test('names the reason when an engine cannot be fetched', async () => {
    onAnEmptyMachine();
    const found = await ensureEngines(['nats-server']);
    expect(found.get('nats-server')).toEqual({
      found: false,
      reason: expect.stringMatching(/^nats-server could not be fetched \(.*apt-get.*\); put it on PATH from https/s),
    });
    expect(readdirSync(join(folder, 'engines'))).toEqual([]);
  });

  testWithApt(
    'fetches once when two ask at the same time, and leaves only the engine',
    async () => {
      const fetched = join(folder, 'engines');
      process.env['FLY_MONITORING_ENGINES'] = fetched;
      // Where shellcheck is installed there would be nothing to fetch.
      process.env['PATH'] = pathWithoutEngines(folder);
      const lines: string[] = [];
      const log = (line: string) => void lines.push(line);
      const both = await Promise.all([ensureEngines(['shellcheck'], { log }), ensureEngines(['shellcheck'], { log })]);
      expect(lines).toEqual(['fetching shellcheck (Debian bookworm: shellcheck)']);
      const lookups = both.map((found) => found.get('shellcheck'));
      expect(lookups[0]).toMatchObject({ found: true, path: join(fetched, 'shellcheck/start/shellcheck') });
      expect(lookups[1]).toEqual(lookups[0]);
      expect(readdirSync(fetched)).toEqual(['shellcheck']);
    },
    networkTimeoutMs,
  );

  testWithApt(
    "finds Debian's keys through the system's own archive where they are not installed",
    async () => {
      await openSuite('bookworm', folder);
      const keyring = await findKeyring(folder, join(folder, 'not-installed.gpg'));
      expect(keyring.startsWith(folder)).toBe(true);
      expect(existsSync(keyring)).toBe(true);
    },
    networkTimeoutMs,
  );
});

describe('withLock', () => {
  test('lets one in at a time', async () => {
    const order: string[] = [];
    const visit = (name: string) =>
      withLock(join(folder, 'lock'), async () => {
        order.push(`${name} in`);
        await Promise.resolve();
        order.push(`${name} out`);
      });
    await Promise.all([visit('a'), visit('b')]);
    expect(order.map((line) => line.slice(2))).toEqual(['in', 'out', 'in', 'out']);
  });

  test('takes over the lock of a process that died, and removes its own', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(join(folder, 'lock'), String(dead));
    const owner = await withLock(join(folder, 'lock'), async () => readFileSync(join(folder, 'lock'), 'utf8'));
    expect(owner).toBe(String(process.pid));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is given back when the work fails', async () => {
    await expect(withLock(join(folder, 'lock'), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(readdirSync(folder)).toEqual([]);
  });
});
