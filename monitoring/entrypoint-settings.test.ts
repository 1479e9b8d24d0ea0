import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { entrypoint, monitoringFolder } from './entrypoint-run.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly status: number | null;
  /** What Prometheus would have been started with, one a line, and the entrypoint's own words. */
  readonly output: string;
}

/** Runs the entrypoint with a Prometheus that only shows its arguments. */
function run(shell: readonly string[], path: string, environment: Readonly<Record<string, string>>): Run {
  const program = (name: string, body: string) => {
    writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(folder, name), 0o755);
    return join(folder, name);
  };
  mkdirSync(join(folder, 'data'));
  const env = {
    PATH: path,
    PROMETHEUS_BIN: program('prometheus', 'printf "%s\\n" "$@"'),
    PROMTOOL_BIN: program('promtool', 'echo promtool, version 3.5.0'),
    PROMETHEUS_CONFIG: join(monitoringFolder, 'prometheus-fly.yml'),
    PROMETHEUS_DATA_DIR: join(folder, 'data'),
    PROMETHEUS_RUN_DIR: join(folder, 'run'),
    PROMETHEUS_ACCESS: 'private',
    ...environment,
  };
  const [file = 'sh', ...args] = shell;
  chmodSync(folder, 0o755);
  const { status, stdout, stderr } = spawnSync(file, [...args, entrypoint], { env, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}

const remote = { GRAFANA_PROMETHEUS_USER: '1', GRAFANA_PROMETHEUS_API_KEY: 'glc_x' };
const push = (host: string, allowed = '') => ({
  ...remote,
  GRAFANA_PROMETHEUS_URL: `http://${host}/push`,
  ALLOW_INSECURE_HTTP: allowed,
});
const oneGigabyte = '--storage.tsdb.retention.size=819MB';

const taken: [environment: Record<string, string>, words: string][] = [
  [{ PROMETHEUS_VOLUME_GB: '1' }, oneGigabyte],
  [{ PROMETHEUS_VOLUME_GB: '001' }, oneGigabyte],
  [{ PROMETHEUS_VOLUME_GB: '010' }, 'retention.size=8192MB'],
  [{ PROMETHEUS_VOLUME_GB: '08' }, 'retention.size=6553MB'],
  [{ PROMETHEUS_VOLUME_GB: '99999' }, 'retention.size=81919180MB'],
  [{ PROMETHEUS_VOLUME_GB: '' }, 'retention.size='],
  [{ PROMETHEUS_RETENTION_TIME: '08d' }, 'retention.time=08d'],
  [{ PROMETHEUS_RETENTION_TIME: '1y6w2d3h4m5s6ms' }, 'retention.time=1y6w'],
  [{ PROMETHEUS_RETENTION_TIME: '100y' }, 'retention.time=100y'],
  [{ PROMETHEUS_RETENTION_TIME: '' }, 'retention.time=15d'],
  [{ PROMETHEUS_LISTEN: '[::]:09090' }, 'listen-address=[::]:09090'],
  [{ PROMETHEUS_LISTEN: ':9090' }, 'listen-address=:9090'],
  [push('mimir.lan', 'other.lan, Mimir.LAN'), 'remote write: to http://mimir.lan'],
  [push('[fdaa::3]:9009', '[fdaa::3]'), 'remote write: to'],
  [push('127.8.0.1:9009'), 'remote write: to'],
  [push('LOCALHOST.:9009'), 'remote write: to'],
  [push('[::1]:9009'), 'remote write: to'],
  [push('[::ffff:7f00:1]'), 'remote write: to'],
  [push('mimir.internal:9009'), 'remote write: to'],
];

const refused: [environment: Record<string, string>, words: string][] = [
  ...[
    '0',
    '000',
    '-1',
    '+1',
    '1.5',
    ' ',
    ' 10',
    '1 0',
    '10gb',
    '0x10',
    '1e3',
    '100000',
    '9'.repeat(40),
    '1\n2',
    '*',
  ].map((size): [Record<string, string>, string] => [
    { PROMETHEUS_VOLUME_GB: size },
    `PROMETHEUS_VOLUME_GB is "${size}"`,
  ]),
  ...['0d', '5ms', '30', 'd', '-1d', '1d1d', '1d2y', '1sm', '30 d', ' ', '30d\n1d', '1.5d', '300y', '9'.repeat(30)].map(
    (time): [Record<string, string>, string] => [
      { PROMETHEUS_RETENTION_TIME: time },
      `PROMETHEUS_RETENTION_TIME is "${time}"`,
    ],
  ),
  ...['0.0.0.0', '0.0.0.0:', ':0', ':65536', ':x', ' :9090', ':9090"', ':-1', ':9090\n'].map(
    (listen): [Record<string, string>, string] => [{ PROMETHEUS_LISTEN: listen }, 'PROMETHEUS_LISTEN'],
  ),
  ...[
    'mimir.lan',
    '127.0.0.1.evil.com',
    'localhost.evil.com',
    'notlocalhost',
    '10.0.0.1',
    '[fdaa::3]',
    'a.internal.b',
  ].map((host): [Record<string, string>, string] => [push(host), `ALLOW_INSECURE_HTTP=${host}`]),
  [push('mimir.lan', '*, mimir, lan, mimirxlan'), 'ALLOW_INSECURE_HTTP=mimir.lan'],
];

function suite(shell: readonly string[], pathOf: () => string): void {
  test.each(taken)('takes %j', (environment, words) => {
    const { status, output } = run(shell, pathOf(), environment);
    expect(output).toContain(words);
    expect(status).toBe(0);
  });

  test.each(refused)('refuses %j in a sentence', (environment, words) => {
    const { status, output } = run(shell, pathOf(), environment);
    expect(output).toContain(words);
    expect(output).toMatch(/entrypoint: Prometheus was not started: (?:.|\n)+\nentrypoint: Next: .+\n$/);
    expect(status).toBe(78);
  });
}

describe("with this machine's shell, the entrypoint", () => suite(['/bin/sh'], () => process.env['PATH'] ?? ''));

engineOrSkip(describe, ['busybox'])('with the shell of the image, the entrypoint', ({ busybox }) => {
  suite([busybox, 'sh'], () => {
    mkdirSync(join(folder, 'bin'));
    spawnSync(busybox, ['--install', '-s', join(folder, 'bin')]);
    return join(folder, 'bin');
  });
});
