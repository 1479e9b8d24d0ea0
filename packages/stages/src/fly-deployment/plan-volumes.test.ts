import { parseFlyToml, parseMachines, parseVolumes } from '@fly-monitoring/fly';
import { describe, expect, test } from '@jest/globals';
import type { AppState } from './app-state.js';
import { volumeSteps } from './plan-volumes.js';

type Present = Extract<AppState, { kind: 'present' }>;

const mounts = (size: string, group = 'web') => `app = "shop"
primary_region = "nrt"
[processes]
  web = "a"
  worker = "b"
[[mounts]]
  source = "data"
  destination = "/data"
  initial_size = ${size}
  processes = ["${group}"]`;

function machine(id: string, over: { group?: string; region?: string; mounted?: true; host?: string } = {}) {
  const { group = 'web', region = 'nrt', mounted, host = 'ok' } = over;
  const metadata = { fly_process_group: group, fly_platform_version: 'v2' };
  const volumes = mounted ? [{ volume: 'vol_1', path: '/data' }] : [];
  return { id, state: 'started', region, host_status: host, config: { metadata, mounts: volumes } };
}

const volume = (over: Readonly<Record<string, unknown>> = {}) => ({ id: 'v', name: 'data', region: 'nrt', ...over });

function state(machines: readonly unknown[], volumes: readonly unknown[] = [], status = 'deployed'): Present {
  return {
    kind: 'present',
    status: { name: 'shop', deployed: status === 'deployed', status, hostname: 'shop.fly.dev' },
    releases: [],
    machines: parseMachines(machines),
    secrets: [],
    addresses: [],
    volumes: parseVolumes(volumes),
  };
}

const wanted = (toml: string, present: Present) =>
  volumeSteps(parseFlyToml(toml, 'fly.toml'), present).map(({ region, sizeGb }) => `${region} ${sizeGb}`);

describe('a volume is made', () => {
  test.each([
    ['for an app that has lost its machines', state([])],
    ['for a new group of an app that has machines', state([machine('w', { group: 'worker' })])],
    ['where the only one is attached', state([], [volume({ attached_machine_id: 'm' })])],
    ['where the only one is in another region', state([], [volume({ region: 'fra' })])],
    ['where the host of the only one does not answer', state([], [volume({ host_status: 'unreachable' })])],
    ['where the only one has another name', state([], [volume({ name: 'other' })])],
    ['for a suspended app without machines', state([], [], 'suspended')],
    ['for a machine that mounts nothing yet', state([machine('m')])],
    ['beside a machine whose host does not answer', state([machine('m', { mounted: true, host: 'unreachable' })])],
  ])('%s', (_, present) => {
    expect(wanted(mounts('"10gb"'), present)).toEqual(['nrt 10']);
  });

  test('in the region of each machine that has none, less those that are free there', () => {
    const machines = [machine('a'), machine('b', { region: 'fra' }), machine('c', { region: 'fra' })];
    expect(wanted(mounts('3'), state(machines, [volume({ region: 'fra' })]))).toEqual(['nrt 3', 'fra 3']);
  });

  test.each([
    ['"1tb"', 'nrt 1000'],
    ['"1.5gb"', 'nrt 1'],
    ['20', 'nrt 20'],
    ['"2048 MB"', 'nrt 2'],
  ])('of size %s as flyctl reads it', (size, seen) => {
    expect(wanted(mounts(size), state([]))).toEqual([seen]);
  });
});

describe('no volume is made', () => {
  test.each([
    ['on a first deploy: flyctl makes it', state([], [], 'pending')],
    ['where one is free', state([], [volume()])],
    ['for a machine that has its volume', state([machine('m', { mounted: true })])],
  ])('%s', (_, present) => {
    expect(wanted(mounts('"10gb"'), present)).toEqual([]);
  });

  test('for a size that is none: the file is wrong', () => {
    expect(() => wanted(mounts('"big"'), state([]))).toThrow('expected a size such as 10gb');
  });
});
