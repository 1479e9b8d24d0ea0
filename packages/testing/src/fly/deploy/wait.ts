import { FlyctlError } from '../commands/flyctl-error.js';
import type { Machine } from '../machines/machine.js';
import type { WaitTimes } from './flag-readers.js';

/** How long a machine is watched for a crash loop; flyctl takes about ten seconds. */
const SMOKE_MS = 500;
const POLL_MS = 50;

export class Interrupted extends FlyctlError {
  constructor() {
    super('context canceled', 127);
  }
}

export interface Waiting {
  readonly times: WaitTimes;
  readonly smoke: boolean;
  readonly interrupted: AbortSignal;
}

/** Started, not crashing, every check passing: in this order, each with its own time. */
export async function waitForMachine(machine: Machine, waiting: Waiting): Promise<void> {
  const label = `${machine.id} [${machine.group}]`;
  const started = await until(() => machine.state === 'started', waiting.times.stateMs, waiting.interrupted);
  if (!started)
    throw timedOut(`timeout reached waiting for machine's state to change: machine ${label} is ${machine.state}`);
  if (waiting.smoke) await watchForCrashes(machine, waiting.interrupted);
  const healthy = await until(() => machine.isHealthy, waiting.times.checksMs, waiting.interrupted);
  if (!healthy) throw timedOut(`timeout reached waiting for health checks to pass for machine ${label}`);
}

function timedOut(text: string): FlyctlError {
  return new FlyctlError(`${text}\nYou can increase the timeout with the --wait-timeout flag`);
}

async function watchForCrashes(machine: Machine, interrupted: AbortSignal): Promise<void> {
  const before = machine.restarts;
  const crashed = await until(() => machine.restarts > before + 1 || hasFailed(machine), SMOKE_MS, interrupted);
  if (crashed) throw new FlyctlError(`smoke checks for ${machine.id} failed: the app appears to be crashing`);
}

function hasFailed(machine: Machine): boolean {
  return machine.state === 'stopped' && (machine.events[0]?.request?.exit_event.exit_code ?? 0) !== 0;
}

/** Polls until the condition holds; false when the time is over. */
export async function until(condition: () => boolean, timeoutMs: number, interrupted: AbortSignal): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (!condition()) {
    if (interrupted.aborted) throw new Interrupted();
    if (Date.now() >= deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return true;
}
