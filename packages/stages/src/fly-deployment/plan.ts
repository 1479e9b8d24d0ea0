import {
  describeProblem,
  type GoodRelease,
  hasPublicServices,
  lastGoodRelease,
  proveRelease,
  type ReleaseProof,
  sleepingGroups,
} from '@fly-monitoring/fly';
import { SuiteError } from '@fly-monitoring/kit';
import type { AppState } from './app-state.js';
import { type Fingerprint, liveFingerprint } from './fingerprint.js';
import { type CreateVolume, volumeSteps } from './plan-volumes.js';
import { imageReason, keptSentence, movingReason } from './source-reason.js';
import type { WantedDeployment } from './wanted.js';

/** What has to be there before the deploy. */
export type PreparationStep =
  | { readonly kind: 'create-app'; readonly organisation: string }
  | { readonly kind: 'allocate-address'; readonly type: 'v6' | 'shared-v4' }
  | CreateVolume
  | { readonly kind: 'stage-secrets'; readonly names: readonly string[] }
  | { readonly kind: 'remove-secrets'; readonly names: readonly string[] };

export type DeploymentStep = PreparationStep | { readonly kind: 'deploy'; readonly why: string };

type Present = AppState & { readonly kind: 'present' };
type Proved = ReleaseProof & { readonly kind: 'proved' };

/** A release that stays. */
export type KeptRelease = Proved & {
  /** When its deploy began, in ISO 8601; undefined when Fly does not tell. */
  readonly startedAt: string | undefined;
  /** What its processes show as their revision; undefined when its deploy did not write it down. */
  readonly revision: string | undefined;
  /** What was compared, in a sentence. */
  readonly note: string | undefined;
};

export interface DeploymentPlan {
  readonly steps: readonly DeploymentStep[];
  /** What is live already and stays, when there is nothing to deploy. */
  readonly live: KeptRelease | undefined;
  /** What to go back to; known only before the deploy. */
  readonly previous: GoodRelease | undefined;
  /** Newest release of any kind, to tell a new one from. */
  readonly newestVersion: number;
}

/** @throws SuiteError FLY_APP_MISSING when the app is not there and may not be created */
export function planDeployment(wanted: WantedDeployment, state: AppState): DeploymentPlan {
  if (state.kind === 'missing') return firstDeployment(wanted);
  const newestVersion = state.releases[0]?.version ?? 0;
  const before = liveFingerprint(state.machines);
  const staged = secretsToStage(wanted, state, before);
  const removed = secretsToRemove(wanted, state, before);
  const live = proveLive(wanted, state);
  const previous = unfinishedButLive(state, live) ?? lastGoodRelease(state.releases, state.machines);
  const why = deployReason({ wanted, before, secrets: [...staged, ...removed], live });
  const steps: DeploymentStep[] = [
    ...addressSteps(wanted, state.addresses),
    ...volumeSteps(wanted.config, state),
    ...(staged.length === 0 ? [] : [{ kind: 'stage-secrets' as const, names: staged }]),
    ...(removed.length === 0 ? [] : [{ kind: 'remove-secrets' as const, names: removed }]),
    ...(why === undefined ? [] : [{ kind: 'deploy' as const, why }]),
  ];
  const kept = why === undefined && live.kind === 'proved' ? keptRelease(live, { wanted, state, before }) : undefined;
  return { steps, previous, newestVersion, live: kept };
}

interface Known {
  readonly wanted: WantedDeployment;
  readonly state: Present;
  readonly before: Fingerprint | undefined;
}

function keptRelease(live: Proved, { wanted, state, before }: Known): KeptRelease {
  const createdAt = state.releases.find(({ version }) => version === live.version)?.createdAt;
  const createdMs = Date.parse(createdAt ?? '');
  return {
    ...live,
    startedAt: Number.isNaN(createdMs) ? undefined : new Date(createdMs).toISOString(),
    revision: before?.revision,
    note: keptSentence(wanted.source, live.version),
  };
}

function firstDeployment(wanted: WantedDeployment): DeploymentPlan {
  const { app, create, secrets } = wanted;
  if (create === undefined) {
    throw new SuiteError({
      code: 'FLY_APP_MISSING',
      message: `Fly app "${app}" does not exist, or the token may not see it; Fly gives the same answer for both.`,
      hint: `Create it once with "fly apps create ${app}", set "create: true" and "org", or use a token of this app.`,
    });
  }
  const steps: DeploymentStep[] = [
    { kind: 'create-app', organisation: create.organisation },
    ...addressSteps(wanted, []),
    ...(secrets.size === 0 ? [] : [{ kind: 'stage-secrets' as const, names: [...secrets.keys()] }]),
    { kind: 'deploy', why: 'first deploy' },
  ];
  return { steps, live: undefined, previous: undefined, newestVersion: 0 };
}

/**
 * flyctl allocates on a first deploy only, and not at all when a public port other than 80 and 443 makes it ask which
 * kind; it stays green then, and the app has no address.
 */
function addressSteps(wanted: WantedDeployment, addresses: Present['addresses']): readonly DeploymentStep[] {
  if (!hasPublicServices(wanted.config)) return [];
  const has = (...types: readonly string[]) => addresses.some(({ type }) => types.includes(type));
  return [
    ...(has('v6') ? [] : [{ kind: 'allocate-address' as const, type: 'v6' as const }]),
    ...(has('v4', 'shared_v4') ? [] : [{ kind: 'allocate-address' as const, type: 'shared-v4' as const }]),
  ];
}

function secretsToStage(
  { secrets, fingerprint }: WantedDeployment,
  state: Present,
  before: Fingerprint | undefined,
): readonly string[] {
  const settled = new Set(state.secrets.filter(({ status }) => status !== 'staged').map(({ name }) => name));
  return [...secrets.keys()].filter(
    (name) => !settled.has(name) || before?.secrets.get(name) !== fingerprint.secrets.get(name),
  );
}

/** Only what an earlier deployment of ours has set: secrets that somebody set by hand are theirs. */
function secretsToRemove(
  { secrets, otherSecrets }: WantedDeployment,
  state: Present,
  before: Fingerprint | undefined,
): readonly string[] {
  if (otherSecrets === 'kept' || before === undefined) return [];
  const stored = new Set(state.secrets.map(({ name }) => name));
  return [...before.secrets.keys()].filter((name) => !secrets.has(name) && stored.has(name));
}

/** Whether what runs now runs well, whichever release it is. */
function proveLive({ config }: WantedDeployment, state: Present): ReleaseProof {
  const version = Math.max(0, ...state.machines.map((machine) => machine.config?.releaseVersion ?? 0));
  return proveRelease(state.machines, { version, sleepingGroups: sleepingGroups(config, state.machines) });
}

/**
 * flyctl goes on when it cannot write down that a release is complete, and Fly lists it as running for ever; the release
 * that Fly lists as the last complete one is then an older one than what ran well before this deploy.
 */
function unfinishedButLive({ releases }: Present, live: ReleaseProof): GoodRelease | undefined {
  if (live.kind === 'unproved') return undefined;
  const status = releases.find(({ version }) => version === live.version)?.status;
  return status === 'running' || status === 'pending' ? { version: live.version, image: live.image } : undefined;
}

interface Comparison {
  readonly wanted: WantedDeployment;
  readonly before: Fingerprint | undefined;
  readonly secrets: readonly string[];
  readonly live: ReleaseProof;
}

/** Undefined when a deploy would change nothing. */
function deployReason({ wanted, before, secrets, live }: Comparison): string | undefined {
  if (wanted.force === 'always') return 'it was asked for with force';
  if (live.kind === 'unproved') return live.problems.map(describeProblem).join(' ');
  if (before === undefined) return 'nothing tells what is live now';
  // A fly.toml mostly is in the build context too, so that both change at once.
  const config = before.config === wanted.fingerprint.config ? undefined : 'the configuration changes';
  const changes = [imageReason(wanted, before), config].filter((change) => change !== undefined);
  if (changes.length > 0) return changes.join(', ');
  return secrets.length === 0 ? movingReason(wanted.source, live.version) : `secrets change: ${secrets.join(', ')}`;
}

/** One line each, for a dry run and for the log. */
export function describeStep(step: DeploymentStep, app: string): string {
  switch (step.kind) {
    case 'create-app':
      return `create the app ${app} in the organisation ${step.organisation}`;
    case 'allocate-address':
      return `allocate ${step.type === 'v6' ? 'an IPv6 address' : 'a shared IPv4 address'} for ${app}`;
    case 'create-volume':
      return `create the volume ${step.name} (${step.sizeGb} GB, ${step.region})`;
    case 'stage-secrets':
      return `stage the secrets ${step.names.join(', ')}`;
    case 'remove-secrets':
      return `remove the secrets ${step.names.join(', ')}`;
    case 'deploy':
      return `deploy ${app}: ${step.why}`;
  }
}
