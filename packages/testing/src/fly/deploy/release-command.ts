import type { Invocation } from '../commands/command.js';
import { FlyctlError } from '../commands/flyctl-error.js';
import { fieldsOf, textOf } from '../config/fields.js';
import { splitCommand } from '../config/group-config.js';
import { RELEASE_COMMAND_GROUP } from '../config/machine-config.js';
import { type Definition, defineMachine } from './machine-definition.js';
import { until } from './wait.js';

const RELEASE_COMMAND_MS = 5 * 60_000;

/** Runs before any machine is touched, on a machine of its own, without volumes, services or a name in DNS. */
export async function runReleaseCommand(call: Invocation, from: Definition, group: string): Promise<void> {
  const command = textOf(fieldsOf(from.config.raw['deploy'])['release_command']);
  if (command === undefined || call.flags.isOn('skip-release-command') === true) return;
  call.out(`Running ${from.app.name} release_command: ${command}\n`);
  const base = defineMachine(from, group, []);
  const metadata = { ...base.config.metadata, fly_process_group: RELEASE_COMMAND_GROUP };
  const config = {
    ...base.config,
    metadata,
    services: [],
    checks: {},
    init: { cmd: splitCommand(command) },
    dns: { skip_registration: true },
    restart: { policy: 'no' as const, max_retries: 0 },
  };
  const env = { ...config.env, RELEASE_COMMAND: '1', FLY_PROCESS_GROUP: RELEASE_COMMAND_GROUP };
  const machine = call.platform.createMachine(from.app, {
    region: from.region,
    definition: { ...base, config: { ...config, env } },
  });
  try {
    await machine.start();
    await until(() => machine.state === 'stopped', RELEASE_COMMAND_MS, call.interrupted);
    const code = machine.events.find((event) => event.type === 'exit')?.request?.exit_event.exit_code ?? 1;
    if (code !== 0)
      throw new FlyctlError(
        `release command failed - aborting deployment. error release_command machine ${machine.id} exited with non-zero status of ${code}`,
      );
    call.out(`  release_command ${machine.id} completed successfully\n`);
  } finally {
    await call.platform.destroyMachine(from.app, machine);
  }
}
