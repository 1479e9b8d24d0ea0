import type { Invocation } from '../commands/command.js';
import { groupConfig } from '../config/group-config.js';
import type { Machine, MachineDefinition } from '../machines/machine.js';
import { type Definition, defineMachine } from './machine-definition.js';
import { type Waiting, waitForMachine } from './wait.js';

/** With mounts one machine; with services two; with neither one and a stopped standby. `ha` off: one. */
export async function createGroup(
  call: Invocation,
  from: Definition,
  at: { group: string; isHa: boolean; waiting: Waiting | undefined },
): Promise<void> {
  call.out(`No machines in group ${at.group}, launching a new machine\n`);
  const first = await launch(call, from, defineMachine(from, at.group));
  if (at.waiting !== undefined) await waitForMachine(first, at.waiting);
  const { wanted, services } = groupConfig(from.config, at.group);
  if (!at.isHa || wanted.length > 0) return;
  const second = defineMachine(from, at.group);
  if (services.length > 0) {
    call.out('Creating a second machine to increase service availability\n');
    const machine = await launch(call, from, second);
    if (at.waiting !== undefined) await waitForMachine(machine, at.waiting);
    return;
  }
  call.out(`Creating a standby machine for ${first.id}\n`);
  call.platform.createMachine(from.app, {
    region: from.region,
    definition: standbyOf(first, second),
  });
}

async function launch(call: Invocation, from: Definition, definition: MachineDefinition): Promise<Machine> {
  const machine = call.platform.createMachine(from.app, { region: from.region, definition });
  await machine.start();
  return machine;
}

function standbyOf(first: Machine, definition: MachineDefinition): MachineDefinition {
  const { config } = definition;
  return {
    ...definition,
    config: { ...config, env: { ...config.env, FLY_STANDBY_FOR: first.id }, standbys: [first.id] },
  };
}
