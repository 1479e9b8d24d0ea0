import type { Invocation } from '../commands/command.js';
import { FlyctlError } from '../commands/flyctl-error.js';
import { type AppConfig, processGroups } from '../config/app-config.js';
import { mountsOf, servicesOf } from '../config/group-config.js';
import type { Machine } from '../machines/machine.js';
import { chosenGroups } from './chosen-machines.js';
import { createGroup, tryCanaries } from './create-machines.js';
import { type Definition, redefineMachine } from './machine-definition.js';
import { runReleaseCommand } from './release-command.js';
import type { Update } from './update.js';
import { planUpdate, type UpdateOptions, updateMachines } from './update-machines.js';
import { mountsForUpdate } from './volumes.js';

export interface DeployPlan {
  /** The machines this deploy is about. */
  readonly machines: readonly Machine[];
  readonly isFirst: boolean;
  readonly options: UpdateOptions;
}

/** The release command, the canaries, the groups that are gone, the new ones, then what was there. */
export async function deployMachines(call: Invocation, from: Definition, plan: DeployPlan): Promise<void> {
  const { options } = plan;
  await runReleaseCommand(call, from, options.waiting);
  const groups = chosenGroups(call, [...processGroups(from.config).keys()]);
  const removed = plan.machines.filter(({ group }) => !groups.includes(group));
  const kept = plan.machines.filter(({ group }) => groups.includes(group));
  const missing = groups.filter((group) => !kept.some((machine) => machine.group === group));
  announce(call, from.config, { removed, missing, isFirst: plan.isFirst });
  if (options.strategy === 'canary' && !plan.isFirst)
    await tryCanaries(call, from, { groups, waiting: options.waiting });
  for (const machine of removed) await call.platform.destroyMachine(from.app, machine);
  if (call.flags.isOn('update-only') !== true) await createMissing(call, from, { missing, options });
  await updateMachines(call, from.app, { updates: kept.map((machine) => updateOf(from, machine)), options });
}

async function createMissing(
  call: Invocation,
  from: Definition,
  at: { missing: readonly string[]; options: UpdateOptions },
): Promise<void> {
  const isHa = call.flags.isOn('ha') !== false;
  const waiting = at.options.strategy === 'immediate' ? undefined : at.options.waiting;
  for (const group of at.missing) await createGroup(call, from, { group, isHa, waiting });
  if (at.missing.length > 0) call.err('Finished launching new machines\n');
}

/** A machine whose host does not answer is replaced, unless its volume is on that host. */
function updateOf(from: Definition, machine: Machine): Update {
  const { mounts, isNew } = mountsForUpdate(from.app, from.config, machine);
  const [mounted] = machine.config.mounts;
  const isLost = machine.hostStatus !== 'ok';
  if (isLost && mounted !== undefined && mounts.length > 0 && !isNew)
    throw new FlyctlError(
      `failed to update machine configuration for ${machine.id} [${machine.group}]: machine '${machine.id}' requires manual intervention, it can't be automatically replaced because its volume '${mounted.volume}' is on an unreachable host`,
    );
  return planUpdate(machine, redefineMachine(from, machine, mounts), isNew || isLost);
}

function announce(
  call: Invocation,
  config: AppConfig,
  at: { removed: readonly Machine[]; missing: readonly string[]; isFirst: boolean },
): void {
  if (at.removed.length === 0 && at.missing.length === 0) return;
  call.out(at.isFirst ? 'This deployment will:\n' : 'Process groups have changed. This will:\n');
  for (const group of new Set(at.removed.map((machine) => machine.group))) {
    const count = at.removed.filter((machine) => machine.group === group).length;
    call.out(` * destroy ${count} "${group}" machine${count === 1 ? '' : 's'}\n`);
  }
  for (const group of at.missing) call.out(` * create ${madeFor(call, config, group)}\n`);
  call.out('\n');
}

function madeFor(call: Invocation, config: AppConfig, group: string): string {
  if (call.flags.isOn('ha') === false || mountsOf(config, group).length > 0) return `1 "${group}" machine`;
  return servicesOf(config, group).length > 0
    ? `2 "${group}" machines`
    : `1 "${group}" machine and 1 standby machine for it`;
}
