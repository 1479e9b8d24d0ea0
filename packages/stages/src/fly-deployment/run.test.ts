import {
  type DeployOutcome,
  type Flyctl,
  type Machine,
  parseFlyToml,
  parseMachines,
  type Release,
} from '@fly-monitoring/fly';
import { Secret, SuiteError } from '@fly-monitoring/kit';
import { describe, expect, test } from '@jest/globals';
import { recordingTools } from '../../test/stage-tools.js';
import type { DeploymentPlan } from './plan.js';
import { type DeploymentOutcome, runDeployment } from './run.js';
import type { WantedDeployment } from './wanted.js';

const wanted: WantedDeployment = {
  app: 'shop',
  config: parseFlyToml('app = "shop"', 'fly.toml'),
  image: { kind: 'image', reference: 'r/shop:2' },
  secrets: new Map([['KEY', new Secret('s3cret')]]),
  otherSecrets: 'kept',
  fingerprint: { image: undefined, config: 'c', secrets: new Map() },
  create: undefined,
  force: 'when-changed',
};
const plan: DeploymentPlan = {
  steps: [
    { kind: 'stage-secrets', names: ['KEY'] },
    { kind: 'deploy', why: 'the image changes' },
  ],
  live: undefined,
  previous: { version: 1, image: 'r/shop:1' },
  newestVersion: 1,
};
const request = {
  app: 'shop',
  contextFolder: '/w',
  configFile: '/w/fly.toml',
  waitTimeoutMs: 5_000,
  totalTimeoutMs: 9_000,
};

const release = (version: number, status = 'complete'): Release => ({
  version,
  status,
  imageRef: undefined,
  createdAt: undefined,
});
function machines(version: number, state = 'started'): readonly Machine[] {
  const metadata = { fly_release_version: String(version), fly_process_group: 'app', fly_platform_version: 'v2' };
  const image_ref = { registry: 'r', repository: 'shop', tag: '2', digest: 'sha256:aa' };
  return parseMachines([{ id: 'm1', state, image_ref, config: { metadata } }]);
}

interface World {
  readonly deploy: DeployOutcome;
  readonly releases?: readonly Release[];
  /** One after the other; the last one stays. */
  readonly machines?: readonly (readonly Machine[])[];
}

async function run(world: World): Promise<{ outcome: DeploymentOutcome; calls: readonly string[] }> {
  const calls: string[] = [];
  const seen = [...(world.machines ?? [machines(2)])];
  const unused = () => Promise.reject(new Error('not expected here'));
  const flyctl: Flyctl = {
    version: unused,
    findApp: unused,
    createApp: unused,
    volumes: unused,
    createVolume: unused,
    addresses: unused,
    allocateAddress: unused,
    secrets: unused,
    stageSecretRemoval: unused,
    liveConfig: unused,
    execute: unused,
    startProxy: () => {
      throw new Error('not expected here');
    },
    stageSecrets: async (_, secrets) => void calls.push(`stage ${[...secrets.keys()].join()}`),
    deploy: async () => {
      calls.push('deploy');
      return world.deploy;
    },
    releases: async () => world.releases ?? [release(2), release(1)],
    machines: async () => (seen.length > 1 ? seen.shift() : seen[0]) ?? [],
  };
  const { tools } = recordingTools({ workspace: '/w' });
  return { outcome: await runDeployment({ flyctl, wanted, plan, request }, tools), calls };
}

const released = (version: number): DeployOutcome => ({ kind: 'released', release: { version, imageRef: 'r/shop:2' } });
const timedOut: DeployOutcome = {
  kind: 'timed-out',
  error: new SuiteError({ code: 'FLY_TIMEOUT', message: 'flyctl did not end.', hint: 'Look.' }),
};

describe('a deploy is believed', () => {
  test('when the machines run what flyctl released, after secrets were staged', async () => {
    const { outcome, calls } = await run({ deploy: released(2) });
    expect(outcome).toMatchObject({ kind: 'deployed', live: { version: 2, image: 'r/shop:2@sha256:aa' } });
    expect(calls).toEqual(['stage KEY', 'deploy']);
  });

  test('when a machine needs a moment to be listed as started', async () => {
    const { outcome } = await run({ deploy: released(2), machines: [machines(2, 'starting'), machines(2)] });
    expect(outcome.kind).toBe('deployed');
  });

  test('by the list of releases, when flyctl does not tell which one', async () => {
    const { outcome } = await run({ deploy: { kind: 'released', release: undefined } });
    expect(outcome).toMatchObject({ kind: 'deployed', live: { version: 2 } });
  });

  test('when flyctl hung after all was done, and that is said', async () => {
    const { outcome } = await run({ deploy: timedOut });
    expect(outcome).toMatchObject({ kind: 'deployed', notice: 'flyctl did not end.' });
  });
});

describe('a deploy is not believed', () => {
  test.each<[string, World, string, string]>([
    [
      'the old version was put back',
      { deploy: released(2), machines: [machines(1)] },
      'DEPLOY_NOT_LIVE',
      'runs release 1, expected 2',
    ],
    [
      'Fly lists the release as failed',
      { deploy: released(2), releases: [release(2, 'failed')] },
      'DEPLOY_NOT_LIVE',
      'lists release 2 as failed',
    ],
    [
      'there is no new release',
      { deploy: { kind: 'released', release: undefined }, releases: [release(1)] },
      'DEPLOY_NOT_LIVE',
      'made no release',
    ],
    ['flyctl hung before it released', { deploy: timedOut, releases: [release(1)] }, 'FLY_TIMEOUT', 'did not end'],
    [
      'flyctl hung half way',
      { deploy: timedOut, machines: [machines(2, 'stopped')] },
      'FLY_TIMEOUT',
      'is stopped, expected started',
    ],
  ])('when %s', async (_, world, code, seen) => {
    const { outcome } = await run(world);
    expect(outcome).toMatchObject({ kind: 'failed', error: { code, message: expect.stringContaining(seen) } });
  });
});
