import {
  type DeployOutcome,
  type DeployRequest,
  describeProblem,
  type Flyctl,
  type Machine,
  proveRelease,
  type ReleaseProof,
  sleepingGroups,
} from '@fly-monitoring/fly';
import { isInterruption, type StageTools, SuiteError, toSuiteError, waitUntil } from '@fly-monitoring/kit';
import { interruptedDeployment } from './interrupted.js';
import { type DeploymentPlan, describeStep, type PreparationStep } from './plan.js';
import type { WantedDeployment } from './wanted.js';

export interface LiveRelease {
  readonly version: number;
  readonly image: string;
  readonly digest: string;
  readonly machines: readonly Machine[];
  readonly asleep: readonly Machine[];
  readonly unreachable: readonly Machine[];
}

export type DeploymentOutcome =
  | { readonly kind: 'unchanged'; readonly live: LiveRelease }
  /** `notice`: flyctl had to be stopped, but its work was done. */
  | { readonly kind: 'deployed'; readonly live: LiveRelease; readonly notice: string | undefined }
  | { readonly kind: 'failed'; readonly error: SuiteError }
  /** The run was cancelled half way; the error says during what. */
  | { readonly kind: 'interrupted'; readonly error: SuiteError };

export interface DeploymentRun {
  readonly flyctl: Flyctl;
  readonly wanted: WantedDeployment;
  readonly plan: DeploymentPlan;
  readonly request: DeployRequest;
}

/**
 * Does the steps of the plan.
 * @throws SuiteError from a step before the deploy; then what was live is still live
 */
export async function runDeployment(run: DeploymentRun, tools: StageTools): Promise<DeploymentOutcome> {
  const { plan, wanted } = run;
  const done: string[] = [];
  for (const step of plan.steps) {
    const during = describeStep(step, wanted.app);
    tools.log.info(`→ ${during}`);
    try {
      if (step.kind === 'deploy') return await deployAndProve(run, tools);
      await prepareApp(run, step);
    } catch (thrown) {
      if (!isInterruption(thrown)) throw thrown;
      const error = interruptedDeployment({ app: wanted.app, plan, during, done, cause: thrown });
      return { kind: 'interrupted', error };
    }
    done.push(during);
  }
  if (plan.live === undefined) throw new Error('A plan without a deploy needs a live release.');
  return { kind: 'unchanged', live: plan.live };
}

async function prepareApp({ flyctl, wanted: { app, secrets } }: DeploymentRun, step: PreparationStep): Promise<void> {
  switch (step.kind) {
    case 'create-app':
      return flyctl.createApp(app, step.organisation);
    case 'allocate-address':
      return flyctl.allocateAddress(app, step.type);
    case 'create-volume':
      return flyctl.createVolume(app, step);
    case 'stage-secrets':
      return flyctl.stageSecrets(app, new Map([...secrets].filter(([name]) => step.names.includes(name))));
    case 'remove-secrets':
      return flyctl.stageSecretRemoval(app, step.names);
  }
}

async function deployAndProve(run: DeploymentRun, tools: StageTools): Promise<DeploymentOutcome> {
  const outcome = await run.flyctl.deploy(run.request);
  if (outcome.kind === 'failed') return { kind: 'failed', error: toSuiteError(outcome.error) };
  try {
    return await believe(run, outcome, tools);
  } catch (thrown) {
    if (isInterruption(thrown)) throw thrown;
    return { kind: 'failed', error: toSuiteError(thrown) };
  }
}

/** flyctl says it is done, or was stopped while it hung: the machines tell what is true. */
async function believe(
  run: DeploymentRun,
  outcome: Exclude<DeployOutcome, { kind: 'failed' }>,
  tools: StageTools,
): Promise<DeploymentOutcome> {
  const version = await releasedVersion(run, outcome);
  const proof = await proveSoon(run, version, tools);
  if (proof.kind === 'proved') {
    return { kind: 'deployed', live: proof, notice: outcome.kind === 'timed-out' ? outcome.error.message : undefined };
  }
  const seen = proof.problems.map(describeProblem).join('\n');
  if (outcome.kind === 'timed-out') return { kind: 'failed', error: timedOut(outcome.error, seen) };
  return { kind: 'failed', error: notLive(run.wanted.app, `release ${version} of`, seen) };
}

async function releasedVersion(
  { flyctl, wanted: { app }, plan }: DeploymentRun,
  outcome: Exclude<DeployOutcome, { kind: 'failed' }>,
): Promise<number> {
  const releases = await flyctl.releases(app);
  const told = outcome.kind === 'released' ? outcome.release?.version : undefined;
  const version = told ?? releases[0]?.version ?? 0;
  const status = releases.find((release) => release.version === version)?.status;
  if (version <= plan.newestVersion) {
    if (outcome.kind === 'timed-out') throw outcome.error;
    throw notLive(app, 'a new release of', 'flyctl ended without an error and made no release.');
  }
  if (status === 'failed' || status === 'interrupted') {
    throw notLive(app, `release ${version} of`, `Fly lists release ${version} as ${status}.`);
  }
  return version;
}

/** flyctl has waited already; this is for what is written a moment later. `immediate` waits for nothing. */
const settleMs = 10_000;

async function proveSoon(
  { flyctl, wanted, request }: DeploymentRun,
  version: number,
  { clock }: StageTools,
): Promise<ReleaseProof> {
  const budgetMs = request.strategy === 'immediate' ? request.waitTimeoutMs : settleMs;
  let latest: ReleaseProof = { kind: 'unproved', problems: [] };
  await waitUntil(clock, { budgetMs, firstDelayMs: 1_000, maxDelayMs: 5_000, factor: 2 }, async () => {
    const machines = await flyctl.machines(wanted.app);
    latest = proveRelease(machines, { version, sleepingGroups: sleepingGroups(wanted.config, machines) });
    return latest.kind === 'proved' ? { kind: 'done', value: latest } : { kind: 'retry', observed: 'not proved yet' };
  });
  return latest;
}

function notLive(app: string, what: string, seen: string): SuiteError {
  return new SuiteError({
    code: 'DEPLOY_NOT_LIVE',
    message: `flyctl reported success, but ${what} "${app}" is not live:\n${seen}`,
    hint: `Look at "fly machine list -a ${app}" and "fly logs -a ${app}"; an image that cannot be pulled makes Fly put the old version back silently.`,
  });
}

function timedOut(cause: Error, seen: string): SuiteError {
  const { hint, message } = toSuiteError(cause);
  return new SuiteError({ code: 'FLY_TIMEOUT', message: `${message}\nThe machines meanwhile:\n${seen}`, hint, cause });
}
