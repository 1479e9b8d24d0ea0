import type { Invocation } from '../commands/command.js';
import { FlyctlError } from '../commands/flyctl-error.js';
import type { Machine } from '../machines/machine.js';
import type { App } from '../platform/model.js';
import type { Update } from './update-machines.js';
import { type Waiting, waitForMachine } from './wait.js';

/**
 * A green machine is made for every blue one; only when all are healthy do the blue ones go. A green machine inherits
 * "do not launch" from a stopped blue one, and is then counted as healthy without having run.
 */
export async function deployBluegreen(
  call: Invocation,
  app: App,
  plan: { updates: readonly Update[]; waiting: Waiting | undefined },
): Promise<void> {
  if (
    plan.updates.some(
      ({ definition }) =>
        Object.keys(definition.config.checks).length === 0 &&
        definition.config.services.every(({ checks }) => checks.length === 0),
    )
  ) {
    throw new FlyctlError(
      'bluegreen deployments require health checks to be defined. Define at least one check for every process group',
    );
  }
  call.out('\nCreating green machines\n');
  const greens: Machine[] = [];
  try {
    for (const { machine: blue, definition } of plan.updates) {
      const green = call.platform.createMachine(app, { region: blue.region, definition });
      greens.push(green);
      if (blue.state === 'started') await green.start();
      call.out(`  Created machine ${green.id} [${green.group}]\n`);
    }
    const launched = plan.waiting === undefined ? [] : greens.filter(({ state }) => state !== 'created');
    for (const green of launched) if (plan.waiting !== undefined) await waitForMachine(green, plan.waiting);
  } catch (error) {
    call.err(`Deployment failed after error: ${error instanceof Error ? error.message : String(error)}\n`);
    await destroyAll(call, app, greens);
    throw error;
  }
  call.out('\nDestroying all blue machines\n');
  await destroyAll(
    call,
    app,
    plan.updates.map(({ machine }) => machine),
  );
}

async function destroyAll(call: Invocation, app: App, machines: readonly Machine[]): Promise<void> {
  for (const machine of machines) await call.platform.destroyMachine(app, machine);
}
