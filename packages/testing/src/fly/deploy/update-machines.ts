import type { Invocation } from '../commands/command.js';
import { FlyctlError } from '../commands/flyctl-error.js';
import type { Machine, MachineDefinition } from '../machines/machine.js';
import type { App } from '../platform/model.js';
import { deployBluegreen } from './bluegreen.js';
import { type Waiting, waitForMachine } from './wait.js';

export interface Update {
  readonly machine: Machine;
  readonly definition: MachineDefinition;
}

export interface UpdateOptions {
  readonly strategy: string;
  readonly maxUnavailable: number;
  /** Undefined with --detach: nothing is waited for. */
  readonly waiting: Waiting | undefined;
}

interface Plan {
  readonly updates: readonly Update[];
  readonly options: UpdateOptions;
}

/** One machine goes first; then a third at a time, each batch waiting for the one before. */
export async function updateMachines(call: Invocation, app: App, plan: Plan): Promise<void> {
  const { updates, options } = plan;
  if (updates.length === 0) return;
  call.out(`Updating existing machines in '${app.name}' with ${options.strategy} strategy\n`);
  await withLeases(updates, () => runStrategy(call, app, plan));
}

/** A second deploy of the same machines fails at once. */
async function withLeases(updates: readonly Update[], work: () => Promise<void>): Promise<void> {
  const held = updates.find(({ machine }) => machine.isLeased);
  if (held !== undefined) throw leaseHeld(held.machine);
  for (const { machine } of updates) machine.isLeased = true;
  try {
    await work();
  } finally {
    for (const { machine } of updates) machine.isLeased = false;
  }
}

async function runStrategy(call: Invocation, app: App, { updates, options }: Plan): Promise<void> {
  if (options.strategy === 'bluegreen') {
    await deployBluegreen(call, app, { updates, waiting: options.waiting });
    return;
  }
  const share =
    options.maxUnavailable < 1 ? Math.ceil(updates.length * options.maxUnavailable) : options.maxUnavailable;
  const size = options.strategy === 'immediate' ? updates.length : Math.max(1, share);
  const first = options.strategy === 'immediate' ? size : 1;
  for (let at = 0; at < updates.length; at += at === 0 ? first : size) {
    const batch = updates.slice(at, at + (at === 0 ? first : size));
    await Promise.all(batch.map((update) => updateOne(call, app, { update, options })));
  }
}

async function updateOne(call: Invocation, app: App, one: { update: Update; options: UpdateOptions }): Promise<void> {
  const { machine, definition } = one.update;
  if (call.platform.misbehaviours.take('lease-held', app.name) !== undefined) throw leaseHeld(machine);
  call.err(`  Updating ${machine.id} [${machine.group}]\n`);
  const before = machine.definition;
  const wasRunning = machine.state === 'started' || machine.state === 'starting' || machine.isComingBack;
  const next =
    call.platform.misbehaviours.take('stale-secrets', app.name) === undefined
      ? definition
      : { ...definition, secrets: before.secrets };
  await machine.update(next);
  if (call.platform.misbehaviours.take('image-reverted', app.name) !== undefined) await machine.update(before);
  // A machine that is stopped gets the release, and is neither started nor checked.
  const skipsLaunch = machine.isStandby || !wasRunning;
  if (!skipsLaunch) await machine.start();
  if (!skipsLaunch && one.options.strategy !== 'immediate' && one.options.waiting !== undefined)
    await waitForMachine(machine, one.options.waiting);
  call.err(`  ✔ Machine ${machine.id} [${machine.group}] update finished: success\n`);
}

function leaseHeld(machine: Machine): FlyctlError {
  const why = `failed to obtain lease: lease currently held by standin@example.com, expires at ${new Date(Date.now() + 13_000).toISOString()}`;
  return new FlyctlError(
    `failed to acquire leases: Unrecoverable error: failed to get lease on VM ${machine.id}: ${why}`,
  );
}
