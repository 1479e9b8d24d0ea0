import { describe, expect, test } from '@jest/globals';
import { parse } from 'smol-toml';
import type { AppConfig } from './app-config.js';
import { configJson, configToml } from './config-view.js';
import { groupConfig, mountsOf } from './group-config.js';
import { patchOldForms } from './old-forms.js';

function config(toml: string): AppConfig {
  return { raw: parse(toml), file: '/x/fly.toml', workingDirectory: '/x' };
}

const SECTIONS = `
[http_service]
internal_port = 8080
[[services]]
internal_port = 9000
[checks.up]
type = "tcp"
port = 1
[[metrics]]
port = 9091
[[mounts]]
source = "data"
destination = "/data"
[[files]]
guest_path = "/f"
raw_value = "x"
[[restart]]
policy = "always"
`;

describe('a section without processes', () => {
  test.each([
    ['web = ""\napp = ""\n', 'app', 'web'],
    ['worker = ""\nbatch = ""\n', 'batch', 'worker'],
  ])('of the groups in %j belongs to "%s" alone', (groups, owner, other) => {
    const file = config(`${SECTIONS}[processes]\n${groups}`);
    const own = groupConfig(file, owner);
    expect([own.services.length, Object.keys(own.checks), own.metrics?.port, own.files.length]).toEqual([
      2,
      ['up'],
      9091,
      1,
    ]);
    expect([own.restart.policy, mountsOf(file, owner).length]).toEqual(['always', 1]);
    const rest = groupConfig(file, other);
    expect(rest).toMatchObject({ services: [], checks: {}, files: [], restart: { policy: 'on-failure' } });
    expect([rest.metrics, mountsOf(file, other)]).toEqual([undefined, []]);
  });

  test('holds for the one group of a file without [processes]', () => {
    expect(groupConfig(config(SECTIONS), 'app').services).toHaveLength(2);
  });
});

describe('[[vm]]', () => {
  const file = config(
    '[[vm]]\nmemory = "1gb"\n[[vm]]\nsize = "shared-cpu-2x"\nprocesses = ["b"]\n[[vm]]\nmemory_mb = 2048\nprocesses = ["b"]\n[processes]\na = ""\nb = ""\n',
  );

  test('without processes is for every group, and the last that names a group beats it', () => {
    expect(groupConfig(file, 'a').guest).toEqual({ cpu_kind: 'shared', cpus: 1, memory_mb: 1024 });
    expect(groupConfig(file, 'b').guest).toEqual({ cpu_kind: 'shared', cpus: 1, memory_mb: 2048 });
  });

  test('that names other groups only leaves the size to what is there', () => {
    expect(groupConfig(config('[[vm]]\nmemory = "1gb"\nprocesses = ["x"]\n'), 'app').guest).toBeUndefined();
  });
});

test('of several [[restart]] the last counts', () => {
  const file = config('[[restart]]\npolicy = "always"\n[[restart]]\npolicy = "never"\n');
  expect(groupConfig(file, 'app').restart.policy).toBe('no');
});

test('a check without a port takes the one of its own [http_service], or is refused', () => {
  const check = '[checks.up]\ntype = "tcp"\n';
  expect(groupConfig(config(`[http_service]\ninternal_port = 3000\n${check}`), 'app').checks['up']?.port).toBe(3000);
  expect(() => groupConfig(config(check), 'app')).toThrow(
    "Check 'up' for process group 'app' has no port set and the group has no http_service to take it from",
  );
});

test.each([
  ['10gb', 10],
  ['1tb', 1000],
  ['5', 5],
])('an initial size of %s is %i GB', (size, gb) => {
  const file = config(`[[mounts]]\nsource = "a"\ndestination = "/a"\ninitial_size = "${size}"\n`);
  expect(mountsOf(file, 'app')[0]?.initialSizeGb).toBe(gb);
});

test('files of earlier years mean what they meant', () => {
  const old = patchOldForms(
    parse(
      '[[env]]\nA = 1\n[[env]]\nB = "2"\n[[processes]]\nname = "app"\ncommand = "run"\n[mount]\nsource = "a"\ndestination = "/a"\n[compute]\nmemory = "1gb"\n[[checks]]\nname = "up"\nport = 1\n',
    ),
  );
  const file: AppConfig = { raw: old, file: '/x/fly.toml', workingDirectory: '/x' };
  expect(groupConfig(file, 'app')).toMatchObject({
    env: { A: '1', B: '2' },
    init: { cmd: ['run'] },
    guest: { memory_mb: 1024 },
    checks: { up: { port: 1 } },
  });
  expect(mountsOf(file, 'app')).toMatchObject([{ source: 'a' }]);
});

describe('a printed configuration', () => {
  const raw = config(
    'kill_timeout = "300s"\n[env]\ntimeout = "5"\n[mounts]\nsource = "a"\n[http_service]\nauto_stop_machines = "stop"\n[[services]]\nauto_stop_machines = "off"\n[[services]]\nauto_stop_machines = "suspend"\n',
  ).raw;

  test('has autostop as false, true or "suspend" in JSON and as a word in TOML', () => {
    expect(configJson(raw)).toMatchObject({
      http_service: { auto_stop_machines: true },
      services: [{ auto_stop_machines: false }, { auto_stop_machines: 'suspend' }],
    });
    expect(configToml(raw)).toMatchObject({ http_service: { auto_stop_machines: 'stop' } });
  });

  test('has durations as Go writes them, single tables as lists, and leaves [env] alone', () => {
    expect(configJson(raw)).toMatchObject({
      kill_timeout: '5m0s',
      env: { timeout: '5' },
      mounts: [{ source: 'a' }],
    });
  });
});
