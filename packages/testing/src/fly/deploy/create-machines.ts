import type { Invocation } from '../commands/command.js';
import { mountsOf, servicesOf } from '../config/group-config.js';
import type { Machine } from '../machines/machine.js';
import type { MachineDefinition } from '../machines/machine-definition.js';
import { withNewLease } from './leases.js';
import { type Definition, defineMachine } from './machine-definition.js';
import { type Waiting, waitForCreated } from './wait.js';

interface At {
  readonly group: string;
  readonly isHa: boolean;
  /** Undefined with "immediate": nothing is waited for. */
  readonly waiting: Waiting | undefined;
}

/** With mounts one machine; with services two; with neither one and a stopped standby. `ha` off: one. */
export async function createGroup(call: Invocation, from: Definition, at: At): Promise<void> {
  call.out(`No machines in group ${at.group}, launching a new machine\n`);
  const first = await launch(call, from, at);
  if (!at.isHa || mountsOf(from.config, at.group).length > 0) return;
  if (servicesOf(from.config, at.group).length > 0) {
    call.out('Creating a second machine for high availability and zero downtime deployments.\n');
    call.out('To disable this, set "min_machines_running = 0" in your fly.toml.\n');
    await launch(call, from, at);
    return;
  }
  call.out(`Creating a standby machine for ${first.id}\n`);
  const standby = standbyOf(first, defineMachine(from, at.group));
  call.platform.createMachine(from.app, { region: from.region, definition: standby });
}

/** A machine of each group is made, watched and destroyed again before anything else changes. */
export async function tryCanaries(
  call: Invocation,
  from: Definition,
  at: { groups: readonly string[]; waiting: Waiting },
): Promise<void> {
  for (const group of at.groups) {
    call.out(`> Creating canary machine for group ${group}\n`);
    const machine = await launch(call, from, { group, isHa: false, waiting: at.waiting }, asCanary);
    await call.platform.destroyMachine(from.app, machine);
  }
}

async function launch(
  call: Invocation,
  from: Definition,
  at: At,
  change: (definition: MachineDefinition) => MachineDefinition = (definition) => definition,
): Promise<Machine> {
  const definition = change(defineMachine(from, at.group));
  call.strike('create-machine', { app: from.app.name });
  call.strike('machines-api', { app: from.app.name, before: 'error creating a new machine: failed to launch VM: ' });
  const machine = call.platform.createMachine(from.app, { region: from.region, definition });
  await machine.start();
  call.out(`> Machine ${machine.id} [${machine.group}] was created\n`);
  const { waiting } = at;
  if (waiting === undefined) return machine;
  const waitMs = waiting.times.stateMs;
  await withNewLease(call, { machine, waitMs }, () => waitForCreated(call, machine, waiting));
  return machine;
}

function asCanary(definition: MachineDefinition): MachineDefinition {
  const { config } = definition;
  const metadata = { ...config.metadata, fly_canary: 'true' };
  return { ...definition, config: { ...config, metadata, dns: { skip_registration: true } } };
}

function standbyOf(first: Machine, definition: MachineDefinition): MachineDefinition {
  const { config } = definition;
  return {
    ...definition,
    config: { ...config, env: { ...config.env, FLY_STANDBY_FOR: first.id }, standbys: [first.id] },
  };
}
