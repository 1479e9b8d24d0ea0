import {
  type DeployOutcome,
  isOfRelease,
  type Machine,
  type MachineProblem,
  proveRelease,
  type Release,
  type ReleaseProof,
  sleepingGroups,
} from '@fly-monitoring/fly';
import { isSuiteError, type StageTools, waitUntil } from '@fly-monitoring/kit';
import type { DeploymentOutcome, DeploymentRun } from './deployment.js';
import { failedDeployment, leftBehind, notLive } from './failed-deployment.js';

type Proved = ReleaseProof & { readonly kind: 'proved' };
type Unproved = ReleaseProof & { readonly kind: 'unproved' };

/**
 * What the machines say after flyctl has ended, whatever it said itself: it has been seen to report success for a
 * release that was put back, to fail after all was done, and to hang.
 */
export async function judgeDeploy(
  run: DeploymentRun,
  outcome: DeployOutcome,
  tools: StageTools,
): Promise<DeploymentOutcome> {
  const list = await listReleases(run);
  const version = await newVersion(list, run, outcome);
  if (version === undefined) return failedDeployment(run, { outcome, error: noRelease(run, outcome) });
  const doubt = doubtOf(list, version);
  const proof = await proveSoon(run, version, tools);
  if (proof.kind === 'proved' && outcome.kind === 'released' && doubt === '') {
    return deployed(proof, unfinished(list, version));
  }
  const started = proof.kind === 'unproved' ? await startStopped(run, proof, tools) : [];
  const isWorthWatching = proof.kind === 'proved' ? keepsRunning(outcome) : started.length > 0;
  const watched = isWorthWatching ? await proveSteady(run, version, tools) : proof;
  if (isWorthWatching && watched.kind === 'proved') return deployed(watched, noticeOf(outcome, { doubt, started }));
  const problems = watched.kind === 'unproved' ? watched.problems : [];
  const error = outcome.kind === 'released' ? unproved(run, { version, doubt, problems }) : outcome.error;
  return failedDeployment(run, { outcome, error, problems });
}

interface Unlive {
  readonly version: number;
  readonly doubt: string;
  readonly problems: readonly MachineProblem[];
}

function unproved(run: DeploymentRun, { version, doubt, problems }: Unlive): Error {
  const left = problems.flatMap((problem) =>
    problem.kind === 'other-release' && problem.machine.state === 'stopped' ? [problem.machine.id] : [],
  );
  const isOnlyLeft = left.length > 0 && left.length === problems.length;
  return isOnlyLeft && strategyOf(run) === 'bluegreen'
    ? leftBehind(run.wanted.app, version, left)
    : notLive(run.wanted.app, `release ${version} of`, doubt);
}

function strategyOf({ request, wanted }: DeploymentRun): string | undefined {
  return request.strategy ?? wanted.config.deploy.strategy;
}

function deployed(live: Proved, notice: string | undefined): DeploymentOutcome {
  return { kind: 'deployed', live, notice };
}

/** What Fly has written down about releases; it decorates what the machines prove, so it may be missing. */
type ReleaseList =
  | { readonly kind: 'listed'; readonly releases: readonly Release[] }
  | { readonly kind: 'unlisted'; readonly why: string };

async function listReleases({ flyctl, wanted: { app } }: DeploymentRun): Promise<ReleaseList> {
  try {
    return { kind: 'listed', releases: await flyctl.releases(app) };
  } catch (thrown) {
    if (!isSuiteError(thrown)) throw thrown;
    return { kind: 'unlisted', why: thrown.message.replace(/\n[\s\S]*/, '') };
  }
}

/** Undefined when this deploy made none. */
async function newVersion(
  list: ReleaseList,
  { flyctl, plan, wanted: { app } }: DeploymentRun,
  outcome: DeployOutcome,
): Promise<number | undefined> {
  const told = outcome.kind === 'released' ? outcome.release?.version : undefined;
  const version = told ?? (list.kind === 'listed' ? list.releases[0]?.version : newestOf(await flyctl.machines(app)));
  return version !== undefined && version > plan.newestVersion ? version : undefined;
}

/** A machine tells the release that it was made for. */
function newestOf(machines: readonly Machine[]): number {
  return Math.max(0, ...machines.filter(isOfRelease).map(({ config }) => config?.releaseVersion ?? 0));
}

/**
 * flyctl has ended with 0 for releases that it wrote down as failed (flyctl#2651): then, and when it cannot be known, the
 * machines are watched.
 */
function doubtOf(list: ReleaseList, version: number): string {
  if (list.kind === 'unlisted') return `Whether Fly lists release ${version} as complete is not known: ${list.why}`;
  const status = statusIn(list, version);
  return status === 'failed' || status === 'interrupted' ? `Fly lists release ${version} as ${status}.` : '';
}

/** flyctl goes on when it cannot write down how a release ended (flyctl machines_deploymachinesapp.go:111-119). */
function unfinished(list: ReleaseList, version: number): string | undefined {
  const status = statusIn(list, version);
  return status === 'running' || status === 'pending' ? `Fly lists release ${version} as ${status}.` : undefined;
}

function statusIn(list: ReleaseList, version: number): string | undefined {
  return list.kind === 'listed' ? list.releases.find((release) => release.version === version)?.status : undefined;
}

function noRelease({ wanted: { app } }: DeploymentRun, outcome: DeployOutcome): Error {
  if (outcome.kind !== 'released') return outcome.error;
  return notLive(app, 'a new release of', 'flyctl ended without an error and made no release.');
}

/** flyctl has watched a machine crash again and again: that it is up at the moment proves nothing. */
function keepsRunning(outcome: DeployOutcome): boolean {
  if (outcome.kind !== 'failed') return true;
  const { kind } = outcome.failure;
  return kind !== 'smoke-check-failed' && !kind.startsWith('release-command-');
}

interface Circumstances {
  readonly doubt: string;
  readonly started: readonly string[];
}

function noticeOf(outcome: DeployOutcome, { doubt, started }: Circumstances): string {
  const told = outcome.kind === 'released' ? doubt : outcome.error.message;
  const start =
    started.length === 0 ? '' : `Stopped machines, which a deploy does not start, were started: ${started.join(', ')}.`;
  return [told, start].filter((part) => part !== '').join(' ');
}

/**
 * Starts each machine that has the release and is stopped, once. A deploy updates such a machine and leaves it stopped
 * (flyctl machines_launchinput.go:299-317), so after a crash loop the release that mends it would never run.
 */
async function startStopped(
  { flyctl, wanted: { app } }: DeploymentRun,
  { problems }: Unproved,
  { log }: StageTools,
): Promise<readonly string[]> {
  const stopped = problems.flatMap((problem) => (isStopped(problem) ? [problem.machine.id] : []));
  for (const id of stopped) {
    log.info(`→ start machine ${id}, which has the release and is stopped`);
    try {
      await flyctl.startMachine(app, id);
    } catch (thrown) {
      if (!isSuiteError(thrown)) throw thrown;
      log.info(thrown.message);
    }
  }
  return stopped;
}

function isStopped(problem: MachineProblem): problem is MachineProblem & { readonly kind: 'not-started' } {
  return problem.kind === 'not-started' && ['stopped', 'suspended', 'created'].includes(problem.machine.state);
}

/** flyctl has waited already; this is for what is written a moment later. */
const settleMs = 10_000;
/** As long as flyctl watches for a crash loop. */
const watchMs = 10_000;

/** `immediate` waits for nothing, so all the waiting is to be done here (flyctl machines_deploymachinesapp.go:776). */
async function proveSoon(run: DeploymentRun, version: number, tools: StageTools): Promise<ReleaseProof> {
  return proveWithin(strategyOf(run) === 'immediate' ? run.request.waitTimeout.ms : settleMs, { run, version, tools });
}

interface Proving {
  readonly run: DeploymentRun;
  readonly version: number;
  readonly tools: StageTools;
}

async function proveWithin(budgetMs: number, { run, version, tools }: Proving): Promise<ReleaseProof> {
  let latest: ReleaseProof = { kind: 'unproved', problems: [] };
  await waitUntil(tools.clock, { budgetMs, firstDelayMs: 1_000, maxDelayMs: 5_000, factor: 2 }, async () => {
    latest = await proveNow(run, version);
    return latest.kind === 'proved' ? { kind: 'done', value: latest } : { kind: 'retry', observed: 'not proved yet' };
  });
  return latest;
}

async function proveNow({ flyctl, wanted }: DeploymentRun, version: number): Promise<ReleaseProof> {
  const machines = await flyctl.machines(wanted.app);
  return proveRelease(machines, { version, sleepingGroups: sleepingGroups(wanted.config, machines) });
}

/** Proved, and still proved after the time in which a crash shows, without an exit meanwhile. */
async function proveSteady(run: DeploymentRun, version: number, tools: StageTools): Promise<ReleaseProof> {
  const first = await proveWithin(run.request.waitTimeout.ms, { run, version, tools });
  if (first.kind === 'unproved') return first;
  await tools.clock.sleep(watchMs);
  const second = await proveNow(run, version);
  if (second.kind === 'unproved') return second;
  const exited = second.machines.filter((machine) => hasExitedSince(machine, first.machines));
  const problems = exited.map((machine) => ({ kind: 'not-started' as const, machine }));
  return exited.length === 0 ? second : { kind: 'unproved', problems };
}

function hasExitedSince({ id, lastExit }: Machine, before: readonly Machine[]): boolean {
  return before.find((machine) => machine.id === id)?.lastExit?.at !== lastExit?.at;
}
