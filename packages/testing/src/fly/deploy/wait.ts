import type { Invocation } from '../commands/command.js';
import { Cancelled, FlyctlError } from '../commands/flyctl-error.js';
import type { Machine } from '../machines/machine.js';
import type { WaitTimes } from './flag-readers.js';
import { smokeError } from './smoke-error.js';
import { startTimeout } from './timeouts.js';

/** How long a machine is watched for a crash loop; flyctl takes ten seconds. */
const SMOKE_MS = 500;
/** A computer that is busy starts processes slowly: a machine that keeps restarting is watched longer. */
const LONGEST_SMOKE_MS = 6000;
/** A machine that is up again for so long does not crash any more. */
const UP_AGAIN_MS = 2000;
const POLL_MS = 50;

export interface Waiting {
  readonly times: WaitTimes;
  readonly smoke: boolean;
  /** False with --detach: neither the start nor the checks are waited for. */
  readonly health: boolean;
  readonly interrupted: AbortSignal;
}

/** A machine that was updated: started, not crashing, every check passing; each with its own time. */
export async function waitForUpdated(call: Invocation, machine: Machine, waiting: Waiting): Promise<void> {
  if (waiting.health) await waitForStart(call, machine, { waiting, hasStarted: () => machine.hasBeenStarted });
  if (waiting.smoke) await watchForCrashes(call, machine, waiting.interrupted);
  if (waiting.health) await waitForChecks(call, machine, waiting);
}

/** A machine that was made: watched for crashes first, so that one that ends at once never "reaches" its start. */
export async function waitForCreated(call: Invocation, machine: Machine, waiting: Waiting): Promise<void> {
  if (waiting.smoke) await watchForCrashes(call, machine, waiting.interrupted);
  if (!waiting.health) return;
  await waitForStart(call, machine, { waiting, hasStarted: () => machine.state === 'started' });
  await waitForChecks(call, machine, waiting);
}

async function waitForStart(
  call: Invocation,
  machine: Machine,
  at: { waiting: Waiting; hasStarted: () => boolean },
): Promise<void> {
  call.strike('wait-start', { app: machine.app, machine });
  const { times, interrupted } = at.waiting;
  if (!(await until(at.hasStarted, times.stateMs, interrupted))) throw startTimeout('started');
}

/** Fails only while the machine restarts again and again; one that ended and stays stopped passes. */
async function watchForCrashes(call: Invocation, machine: Machine, interrupted: AbortSignal): Promise<void> {
  if (call.platform.misbehaviours.take('smoke-fails', machine.app) !== undefined) {
    await until(() => machine.printed.length > 0, LONGEST_SMOKE_MS, interrupted);
    throw smokeError(call, machine);
  }
  const began = Date.now();
  const isOver = () => Date.now() - began >= SMOKE_MS && isSettled(machine);
  await until(() => machine.isConstantlyRestarting || isOver(), LONGEST_SMOKE_MS, interrupted);
  if (machine.isConstantlyRestarting) throw smokeError(call, machine);
}

/** A machine that has ended once is watched until it stays stopped, or stays up for a while. */
function isSettled(machine: Machine): boolean {
  if (machine.isComingBack || machine.state === 'starting') return false;
  return machine.restarts === 0 || machine.state === 'stopped' || machine.upForMs > UP_AGAIN_MS;
}

async function waitForChecks(call: Invocation, machine: Machine, { times, interrupted }: Waiting): Promise<void> {
  if (Object.keys(machine.checkConfigs()).length === 0) return;
  call.strike('wait-checks', { app: machine.app, machine });
  if (await until(() => machine.isHealthy, times.checksMs, interrupted)) return;
  const why = `failed to get VM ${machine.id}: Get "https://api.machines.dev/v1/apps/${machine.app}/machines/${machine.id}": context deadline exceeded`;
  throw new FlyctlError(`timeout reached waiting for health checks to pass for machine ${machine.id}: ${why}`);
}

/** Polls until the condition holds; false when the time is over. */
export async function until(condition: () => boolean, timeoutMs: number, interrupted: AbortSignal): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (!condition()) {
    if (interrupted.aborted) throw new Cancelled();
    if (Date.now() >= deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return true;
}
