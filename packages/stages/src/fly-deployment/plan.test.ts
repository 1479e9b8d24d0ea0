import { parseFlyToml, parseMachines } from '@fly-monitoring/fly';
import { Secret } from '@fly-monitoring/kit';
import { describe, expect, test } from '@jest/globals';
import type { AppState } from './app-state.js';
import { type Fingerprint, fingerprintVariable, writeFingerprint } from './fingerprint.js';
import { planDeployment } from './plan.js';
import type { WantedDeployment } from './wanted.js';

const toml = `primary_region = "nrt"
[http_service]
internal_port = 80
[[mounts]]
source = "data"
destination = "/data"
initial_size = "10gb"`;

function wantedWith(over: Partial<WantedDeployment> = {}, secrets: Readonly<Record<string, string>> = { KEY: 'a' }) {
  const map = new Map(Object.entries(secrets).map(([name, value]) => [name, new Secret(value)]));
  const wanted: WantedDeployment = {
    app: 'mon',
    config: parseFlyToml(toml, 'fly.toml'),
    image: { kind: 'build', dockerfile: '/D', buildArgs: new Map() },
    secrets: map,
    otherSecrets: 'owned',
    fingerprint: fingerprintOf('i', secrets),
    create: undefined,
    force: 'when-changed',
    ...over,
  };
  return wanted;
}

/** Digests are not what is tested here: the values stand for themselves. */
function fingerprintOf(
  image: string | undefined,
  secrets: Readonly<Record<string, string>>,
  config = 'c',
): Fingerprint {
  return { image, config, secrets: new Map(Object.entries(secrets)) };
}

type Present = Extract<AppState, { kind: 'present' }>;

/** What is there after `wanted` has been deployed. */
function stateAfter(wanted: WantedDeployment, over: Partial<Present> = {}): Present {
  return {
    kind: 'present',
    status: { name: 'mon', deployed: true, status: 'deployed', hostname: 'mon.fly.dev' },
    releases: [{ version: 4, status: 'complete', imageRef: 'r/mon:t', createdAt: undefined }],
    machines: machinesWith(writeFingerprint(wanted.fingerprint)),
    secrets: [...wanted.secrets.keys()].map((name) => ({ name, status: 'deployed' })),
    addresses: [
      { address: '::1', type: 'v6' },
      { address: '1.2.3.4', type: 'shared_v4' },
    ],
    volumes: [],
    ...over,
  };
}

function machinesWith(fingerprint: string, state = 'started') {
  const metadata = { fly_release_version: '4', fly_process_group: 'app', fly_platform_version: 'v2' };
  const image_ref = { registry: 'r', repository: 'mon', tag: 't', digest: 'sha256:aa' };
  return parseMachines([
    {
      id: 'm1',
      state,
      image_ref,
      config: { env: { [fingerprintVariable]: fingerprint }, metadata, mounts: [{ volume: 'v', path: '/data' }] },
    },
  ]);
}

const kinds = (wanted: WantedDeployment, state: AppState) =>
  planDeployment(wanted, state).steps.map(({ kind }) => kind);
const why = (wanted: WantedDeployment, state: AppState) =>
  planDeployment(wanted, state).steps.flatMap((step) => (step.kind === 'deploy' ? [step.why] : []))[0];

describe('an app that is not there', () => {
  test('is an error with the next step', () => {
    expect(() => planDeployment(wantedWith(), { kind: 'missing' })).toThrow(
      expect.objectContaining({ code: 'FLY_APP_MISSING', hint: expect.stringContaining('fly apps create mon') }),
    );
  });

  test('is created with address and secrets before its first deploy, when that is wanted', () => {
    const wanted = wantedWith({ create: { organisation: 'personal' } });
    expect(kinds(wanted, { kind: 'missing' })).toEqual([
      'create-app',
      'allocate-address',
      'allocate-address',
      'stage-secrets',
      'deploy',
    ]);
  });
});

describe('a second run', () => {
  const wanted = wantedWith();

  test('with the same inputs does nothing, and knows what is live', () => {
    const plan = planDeployment(wanted, stateAfter(wanted));
    expect(plan).toMatchObject({
      steps: [],
      live: { version: 4, image: 'r/mon:t@sha256:aa', startedAt: undefined, revision: undefined },
      previous: { version: 4 },
    });
  });

  test('tells of the release that stays when its deploy began and which revision it shows', () => {
    const before = wantedWith({ fingerprint: { ...fingerprintOf('i', { KEY: 'a' }), revision: 'one' } });
    const release = { version: 4, status: 'complete', imageRef: 'r/mon:t', createdAt: '2026-01-31T10:00:00Z' };
    const { live } = planDeployment(wanted, stateAfter(before, { releases: [release] }));
    expect(live).toMatchObject({ startedAt: '2026-01-31T10:00:00.000Z', revision: 'one' });
  });

  test('stages only the secret that changed, and deploys once', () => {
    const before = wantedWith({}, { KEY: 'a', OTHER: 'b' });
    const steps = planDeployment(wantedWith({}, { KEY: 'a', OTHER: 'c' }), stateAfter(before)).steps;
    expect(steps).toEqual([
      { kind: 'stage-secrets', names: ['OTHER'] },
      { kind: 'deploy', why: 'secrets change: OTHER' },
    ]);
  });

  test('takes away a secret of its own that is not wanted any more, and no other', () => {
    const before = wantedWith({}, { KEY: 'a', OLD: 'b' });
    const secrets = [...stateAfter(before).secrets, { name: 'BY_HAND', status: 'deployed' }];
    expect(planDeployment(wanted, stateAfter(before, { secrets })).steps).toEqual([
      { kind: 'remove-secrets', names: ['OLD'] },
      { kind: 'deploy', why: 'secrets change: OLD' },
    ]);
    expect(kinds({ ...wanted, otherSecrets: 'kept' }, stateAfter(before, { secrets }))).toEqual([]);
  });

  test('stages again what was removed by hand, or was staged and never deployed', () => {
    expect(kinds(wanted, stateAfter(wanted, { secrets: [] }))).toEqual(['stage-secrets', 'deploy']);
    const staged = [{ name: 'KEY', status: 'staged' }];
    expect(kinds(wanted, stateAfter(wanted, { secrets: staged }))).toEqual(['stage-secrets', 'deploy']);
  });

  test('deploys for a changed image or configuration, and says why', () => {
    const state = stateAfter(wanted);
    expect(why(wantedWith({ fingerprint: fingerprintOf('other', { KEY: 'a' }) }), state)).toBe('the image changes');
    expect(why(wantedWith({ fingerprint: fingerprintOf('i', { KEY: 'a' }, 'other') }), state)).toBe(
      'the configuration changes',
    );
    expect(why(wantedWith({ fingerprint: fingerprintOf(undefined, { KEY: 'a' }) }), state)).toContain(
      'always released',
    );
    expect(why(wantedWith({ force: 'always' }), state)).toContain('force');
  });

  test('repairs machines that do not run', () => {
    const machines = machinesWith(writeFingerprint(wanted.fingerprint), 'stopped');
    expect(why(wanted, stateAfter(wanted, { machines }))).toBe('Machine m1 (app) is stopped, expected started.');
  });

  test('deploys over an app of which nothing tells what is live', () => {
    expect(kinds(wanted, stateAfter(wanted, { machines: machinesWith('') }))).toEqual(['stage-secrets', 'deploy']);
  });
});

describe('before a deploy', () => {
  test('addresses are allocated only where a public service has none', () => {
    const wanted = wantedWith();
    const state = stateAfter(wanted, { addresses: [{ address: '::1', type: 'v6' }] });
    expect(planDeployment(wanted, state).steps).toEqual([{ kind: 'allocate-address', type: 'shared-v4' }]);
    const hidden = wantedWith({ config: parseFlyToml('app = "mon"', 'fly.toml') });
    expect(kinds(hidden, stateAfter(hidden, { addresses: [] }))).toEqual([]);
  });
});

describe('what to go back to', () => {
  const releases = (status: string) => [
    { version: 4, status, imageRef: 'r/mon:t', createdAt: undefined },
    { version: 3, status: 'complete', imageRef: 'r/mon:old', createdAt: undefined },
  ];

  test.each([
    ['running', 4],
    ['complete', 4],
    ['failed', 3],
  ])('when the newest release is live and Fly lists it as %s is release %i', (status, version) => {
    const wanted = wantedWith();
    const { previous } = planDeployment(wanted, stateAfter(wanted, { releases: releases(status) }));
    expect(previous?.version).toBe(version);
  });
});
