import type { Invocation } from '../commands/command.js';
import { FlyctlError } from '../commands/flyctl-error.js';
import { defaultGroup, primaryRegion } from '../config/app-config.js';
import { fieldsOf, stringMapOf, textOf } from '../config/fields.js';
import { GROUP_KEY, RELEASE_COMMAND_GROUP } from '../config/machine-config.js';
import { splitCommand } from '../config/shell-words.js';
import type { Machine } from '../machines/machine.js';
import type { MachineDefinition } from '../machines/machine-definition.js';
import { type Definition, definitionOf } from './machine-definition.js';
import { startTimeout } from './timeouts.js';
import { until, type Waiting } from './wait.js';

const FAILED = 'release command failed - aborting deployment. ';

/** Runs before any machine is touched, on a machine of its own, without volumes, services or a name in DNS. */
export async function runReleaseCommand(call: Invocation, from: Definition, waiting: Waiting): Promise<void> {
  const command = textOf(fieldsOf(from.config.raw['deploy'])['release_command']) ?? '';
  if (command === '' || call.flags.isOn('skip-release-command') === true) return;
  const { app } = from;
  call.err(`Running ${app.name} release_command: ${command}\n`);
  call.strike('create-release-command', { app: app.name });
  const machine = call.platform.createMachine(app, {
    region: from.region,
    definition: commandDefinition(from, command),
  });
  try {
    call.out(`> Created release_command machine ${machine.id}\n`);
    call.err('Starting machine\n');
    await machine.start();
    call.strike('run-release-command', { app: app.name, machine });
    const hasEnded = await until(() => machine.state === 'stopped', waiting.times.releaseCommandMs, call.interrupted);
    if (!hasEnded) throw unfinished(machine);
    requireSuccess(call, machine);
    call.out(`✔ release_command ${machine.id} completed successfully\n`);
  } finally {
    await call.platform.destroyMachine(app, machine);
  }
}

function unfinished(machine: Machine): FlyctlError {
  const error = startTimeout('destroyed', 'release-command-timeout');
  return error.wrapped(`${FAILED}error waiting for release_command machine ${machine.id} to finish running: `);
}

/** The machine's last lines come before the error, on standard error. */
function requireSuccess(call: Invocation, machine: Machine): void {
  const code = machine.events.find((event) => event.type === 'exit')?.request?.exit_event.exit_code ?? 1;
  if (code === 0) return;
  call.out('✖ release_command failed\n');
  call.err(`Error release_command failed running on machine ${machine.id} with exit code ${code}.\n`);
  call.err('Checking logs: fetching the last 100 lines below:\n');
  if (call.platform.misbehaviours.take('logs-denied', machine.app) === undefined) {
    call.err(machine.printed.map((line) => `${new Date().toISOString()} ${line}\n`).join(''));
  } else {
    const page = `https://fly.io/apps/${machine.app}/monitoring?region=&instance=${machine.id}`;
    call.err(
      `Warn: not authorized to retrieve app logs (this can happen when using deploy tokens). Use \`fly logs -i ${machine.id}\` or open the monitoring dashboard to see them: ${page}\n`,
    );
  }
  throw new FlyctlError(`${FAILED}machine ${machine.id} exited with non-zero status of ${code}`);
}

/** Only [env], [[files]] and the stop settings go along; no group's own sections do. */
function commandDefinition(from: Definition, command: string): MachineDefinition {
  const base = definitionOf(from, { group: defaultGroup(from.config), mounts: [], guest: from.guest });
  const region = primaryRegion(from.config);
  const config = {
    ...base.config,
    metadata: { ...base.config.metadata, [GROUP_KEY]: RELEASE_COMMAND_GROUP },
    env: {
      ...stringMapOf(from.config.raw['env']),
      ...from.extraEnv,
      RELEASE_COMMAND: '1',
      FLY_PROCESS_GROUP: RELEASE_COMMAND_GROUP,
      ...(region === undefined ? {} : { PRIMARY_REGION: region }),
    },
    services: [],
    checks: {},
    init: { cmd: splitCommand(command) },
    dns: { skip_registration: true },
    restart: { policy: 'no' as const, max_retries: 0 },
  };
  return { ...base, config };
}
