import type { Invocation } from '../commands/command.js';
import { Cancelled, FlyctlError } from '../commands/flyctl-error.js';
import type { Machine } from '../machines/machine.js';
import type { MachineDefinition } from '../machines/machine-definition.js';
import type { App } from '../platform/model.js';
import { deployBluegreen } from './bluegreen.js';
import { withLeases } from './leases.js';
import type { Update } from './update.js';
import { rollGroups } from './update-groups.js';
import { type Waiting, waitForUpdated } from './wait.js';

export interface UpdateOptions {
  readonly strategy: string;
  readonly maxUnavailable: number;
  readonly waiting: Waiting;
}

interface Plan {
  readonly updates: readonly Update[];
  readonly options: UpdateOptions;
}

/** Only what is started, starting or failed is launched by a deploy. */
export function planUpdate(machine: Machine, definition: MachineDefinition, isReplaced = false): Update {
  const runs = machine.state === 'started' || machine.state === 'starting' || machine.isComingBack;
  return { machine, definition, isReplaced, skipsLaunch: machine.isStandby || !runs };
}

export async function updateMachines(call: Invocation, app: App, plan: Plan): Promise<void> {
  if (plan.updates.length === 0) return;
  await withLeases(
    call,
    plan.updates.map(({ machine }) => machine),
    async () => {
      call.out(`Updating existing machines in '${app.name}' with ${plan.options.strategy} strategy\n`);
      await runStrategy(call, app, plan);
    },
  );
}

async function runStrategy(call: Invocation, app: App, { updates, options }: Plan): Promise<void> {
  if (options.strategy === 'bluegreen') {
    await deployBluegreen(call, app, { updates, waiting: options.waiting });
    return;
  }
  const members = updates.map((update) => ({
    update,
    id: update.machine.id,
    group: update.machine.group,
    isWarm: update.machine.state === 'started',
  }));
  const isImmediate = options.strategy === 'immediate';
  const work = async ({ update }: { update: Update }, interrupted: AbortSignal) => {
    const waiting = isImmediate ? undefined : { ...options.waiting, interrupted };
    await updateOne(call, app, { update, waiting });
  };
  if (isImmediate) await Promise.all(members.map((member) => work(member, call.interrupted)));
  else await rollGroups(members, { maxUnavailable: options.maxUnavailable, signal: call.interrupted, work });
}

async function updateOne(
  call: Invocation,
  app: App,
  one: { update: Update; waiting: Waiting | undefined },
): Promise<void> {
  const { machine } = one.update;
  const label = `${machine.id} [${machine.group}]`;
  call.out(`> Updating ${label}\n`);
  try {
    const updated = await bringUp(call, app, one.update);
    if (one.waiting !== undefined && !one.update.skipsLaunch) await waitForUpdated(call, updated, one.waiting);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const how = error instanceof Cancelled ? 'canceled while it was in progress' : `failed: ${why}`;
    call.out(`✖ Machine ${label} update ${how}\n`);
    throw error;
  }
  call.out(`✔ Machine ${label} update succeeded\n`);
}

/** A host without room makes flyctl replace the machine, unless a volume binds it there. */
async function bringUp(call: Invocation, app: App, update: Update): Promise<Machine> {
  const { machine } = update;
  if (update.isReplaced) return await replace(call, app, update);
  if (call.platform.misbehaviours.take('host-full-on-update', app.name) !== undefined) {
    const why = `failed to update VM ${machine.id}: aborted: could not reserve resource for machine: insufficient memory available to fulfill request`;
    if (machine.config.mounts.length > 0) throw new FlyctlError(why);
    return await replace(call, app, update);
  }
  call.strike('update-machine', { app: app.name, machine });
  await updateInPlace(call, app, update);
  return machine;
}

async function updateInPlace(call: Invocation, app: App, { machine, definition, skipsLaunch }: Update): Promise<void> {
  const before = machine.definition;
  const isStale = call.platform.misbehaviours.take('stale-secrets', app.name) !== undefined;
  await machine.update(isStale ? { ...definition, secrets: before.secrets } : definition);
  if (call.platform.misbehaviours.take('image-reverted', app.name) !== undefined) await machine.update(before);
  if (!skipsLaunch) await machine.start();
}

async function replace(call: Invocation, app: App, { machine, definition, skipsLaunch }: Update): Promise<Machine> {
  call.out(`Replacing ${machine.id} [${machine.group}] by new machine\n`);
  await call.platform.destroyMachine(app, machine);
  const made = call.platform.createMachine(app, { region: machine.region, definition });
  if (!skipsLaunch) await made.start();
  call.out(`Created machine ${made.id} [${made.group}]\n`);
  return made;
}
