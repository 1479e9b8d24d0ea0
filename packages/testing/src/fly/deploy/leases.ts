import { type Invocation, isKilled } from '../commands/command.js';
import { Cancelled, FlyctlError } from '../commands/flyctl-error.js';
import type { Machine } from '../machines/machine.js';

/** A lease that is held is asked for again and again; flyctl does it for a minute. */
const RETRY_MS = 3000;
const POLL_MS = 50;
/** Leases of a deploy are short and refreshed; what a killed deploy leaves is over after this. flyctl: 13 seconds. */
const LIFE_MS = 650;
/** A machine that is made is leased for the whole wait timeout; time is shorter here, as for the retries. */
const SHORTER = 20;

/** Holds the machines while the work goes on. With deploy retries the text of a refusal has words before it. */
export async function withLeases(
  call: Invocation,
  machines: readonly Machine[],
  work: () => Promise<void>,
): Promise<void> {
  const prefix =
    Number(call.flags.text('deploy-retries') ?? 0) > 0 ? 'failed to acquire leases: Unrecoverable error: ' : '';
  for (const machine of machines) call.strike('lease', { app: machine.app, machine, before: prefix });
  const held = await waitForLeases(call, machines);
  if (held !== undefined) throw refusal(call, held, prefix);
  for (const machine of machines) machine.lease = { expiresAt: Date.now() + LIFE_MS, isRefreshed: true };
  try {
    await work();
  } finally {
    const left = isKilled(call) ? { expiresAt: Date.now() + LIFE_MS, isRefreshed: false } : undefined;
    for (const machine of machines) machine.lease = left;
  }
}

/** Nobody else may change a new machine while it is waited for; a killed flyctl leaves the lease to run out. */
export async function withNewLease(
  call: Invocation,
  at: { machine: Machine; waitMs: number },
  work: () => Promise<void>,
): Promise<void> {
  at.machine.lease = { expiresAt: Date.now() + at.waitMs / SHORTER, isRefreshed: false };
  try {
    await work();
  } finally {
    if (!isKilled(call)) at.machine.lease = undefined;
  }
}

async function waitForLeases(call: Invocation, machines: readonly Machine[]): Promise<Machine | undefined> {
  const deadline = Date.now() + RETRY_MS;
  for (;;) {
    const held = machines.find((machine) => machine.isLeased);
    if (held === undefined || Date.now() >= deadline) return held;
    if (call.interrupted.aborted) throw new Cancelled();
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

function refusal(call: Invocation, machine: Machine, prefix: string): FlyctlError {
  const until = new Date(machine.lease?.expiresAt ?? Date.now()).toISOString();
  const text = `failed to get lease on VM ${machine.id}: lease currently held by standin@example.com, expires at ${until}`;
  if (prefix === '') call.out(`\u001b[33mWARN\u001b[0m failed to acquire lease: ${text}\n\n`);
  return new FlyctlError(`${prefix}${text}`);
}
