import {
  type DeployOutcome,
  type FailureKind,
  type Flyctl,
  type Machine,
  parseFlyToml,
  parseMachines,
  type Release,
} from '@fly-monitoring/fly';
import { Secret, SuiteError } from '@fly-monitoring/kit';
import type { DeploymentOutcome } from '../src/fly-deployment/deployment.js';
import type { DeploymentPlan } from '../src/fly-deployment/plan.js';
import { runDeployment } from '../src/fly-deployment/run.js';
import type { WantedDeployment } from '../src/fly-deployment/wanted.js';
import { recordingTools } from './stage-tools.js';

const wantedWith = (strategy = 'rolling'): WantedDeployment => ({
  app: 'shop',
  config: parseFlyToml(`app = "shop"\n[deploy]\nstrategy = "${strategy}"`, 'fly.toml'),
  image: { kind: 'image', reference: 'r/shop:2' },
  secrets: new Map([['KEY', new Secret('s3cret')]]),
  otherSecrets: 'kept',
  fingerprint: { image: undefined, config: 'c', secrets: new Map() },
  create: undefined,
  force: 'when-changed',
});
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
  waitTimeout: { ms: 5_000, from: 'input' as const },
  totalTimeoutMs: 9_000,
};

export const release = (version: number, status = 'complete'): Release => ({
  version,
  status,
  imageRef: undefined,
  createdAt: undefined,
});
export function machines(version: number, state = 'started', exitedAt?: number): readonly Machine[] {
  const metadata = { fly_release_version: String(version), fly_process_group: 'app', fly_platform_version: 'v2' };
  const image_ref = { registry: 'r', repository: 'shop', tag: '2', digest: 'sha256:aa' };
  const events =
    exitedAt === undefined
      ? []
      : [{ timestamp: exitedAt, request: { exit_event: { exit_code: 1, oom_killed: false } } }];
  return parseMachines([{ id: 'm1', state, image_ref, config: { metadata }, events }]);
}

export interface World {
  readonly deploy: DeployOutcome;
  /** Fly answers no question after the deploy. */
  readonly isAsleep?: boolean;
  /** Questions that Fly does not answer, while it answers others. */
  readonly unanswered?: readonly (keyof Flyctl)[];
  /** `immediate` waits for nothing. */
  readonly strategy?: string;
  readonly releases?: readonly Release[];
  /** Undefined: the token may not read it. */
  readonly log?: readonly string[];
  /** One after the other; the last one stays. */
  readonly machines?: readonly (readonly Machine[])[];
}

export interface Run {
  readonly outcome: DeploymentOutcome;
  /** What changes something. */
  readonly calls: readonly string[];
  /** Questions after the deploy. */
  readonly asked: readonly (keyof Flyctl)[];
}

export async function run(world: World): Promise<Run> {
  const calls: string[] = [];
  const asked: (keyof Flyctl)[] = [];
  const seen = [...(world.machines ?? [machines(2)])];
  const answered = <T>(question: keyof Flyctl, answer: T): T => {
    asked.push(question);
    if (world.isAsleep !== true && world.unanswered?.includes(question) !== true) return answer;
    throw new SuiteError({ code: 'FLY_COMMAND_FAILED', message: 'Fly is asleep.', hint: 'Wait.' });
  };
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
    openAgent: unused,
    startProxy: () => {
      throw new Error('not expected here');
    },
    stageSecrets: async (_, secrets) => void calls.push(`stage ${[...secrets.keys()].join()}`),
    deploy: async () => {
      calls.push('deploy');
      return world.deploy;
    },
    startMachine: async (_, id) => void calls.push(`start ${id}`),
    lastLogLines: async () =>
      answered('lastLogLines', world.log === undefined ? { kind: 'denied' } : { kind: 'read', lines: world.log }),
    releases: async () => answered('releases', world.releases ?? [release(2), release(1)]),
    machines: async () => answered('machines', (seen.length > 1 ? seen.shift() : seen[0]) ?? []),
  };
  const { tools } = recordingTools({ workspace: '/w' });
  const outcome = await runDeployment({ flyctl, wanted: wantedWith(world.strategy), plan, request }, tools);
  return { outcome, calls, asked };
}

export const released = (version: number): DeployOutcome => ({
  kind: 'released',
  release: { version, imageRef: 'r/shop:2' },
});
/** By a flyctl that does not print the version. */
export const releasedSilently: DeployOutcome = { kind: 'released', release: undefined };
export const timedOut: DeployOutcome = {
  kind: 'timed-out',
  error: new SuiteError({ code: 'FLY_TIMEOUT', message: 'flyctl did not end.', hint: 'Look.' }),
};

export const failed = (kind: FailureKind): DeployOutcome => ({
  kind: 'failed',
  failure: { kind, said: '' },
  error: new SuiteError({ code: 'DEPLOY_NOT_LIVE', message: `It failed: ${kind}.`, hint: 'Look.' }),
});
