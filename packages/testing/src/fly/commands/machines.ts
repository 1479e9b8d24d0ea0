import type { Machine } from '../machines/machine.js';
import { type App, machinesOf } from '../platform/model.js';
import { mayUse } from '../platform/tokens.js';
import { imageShowView, machineView } from '../platform/views.js';
import { type Command, findApp, type Invocation, printJson, wantsJson } from './command.js';
import { FlyctlError } from './flyctl-error.js';

const list: Command = {
  args: { kind: 'none' },
  run(call) {
    const app = findApp(call);
    call.strike('machines-api', { app: app.name, before: 'failed to list VMs: ' });
    const machines = machinesOf(app);
    if (wantsJson(call)) return printJson(call, machines.map(machineView));
    for (const machine of machines)
      call.out(
        call.flags.isOn('quiet') === true
          ? `${machine.id}\n`
          : `${machine.id}\t${machine.name}\t${machine.state}\t${machine.region}\n`,
      );
  },
};

const status: Command = {
  args: { kind: 'between', least: 0, most: 1 },
  run(call) {
    const [id] = call.flags.args;
    if (id === undefined) throw new FlyctlError('a machine ID must be specified when not running interactively');
    const { machine } = findMachine(call, id);
    call.out(`Machine ID: ${machine.id}\nState: ${machine.state}\n`);
  },
};

const start: Command = {
  async run(call) {
    for (const id of call.flags.args) {
      await findMachine(call, id).machine.start();
      call.out(`${id} has been started\n`);
    }
  },
};

const stop: Command = {
  async run(call) {
    for (const id of call.flags.args) {
      call.out(`Sending kill signal to machine ${id}...\n`);
      await findMachine(call, id).machine.stop();
      call.out(`${id} has been successfully stopped\n`);
    }
  },
};

const restart: Command = {
  async run(call) {
    for (const id of call.flags.args) {
      const { machine } = findMachine(call, id);
      await machine.stop();
      await machine.start();
      call.out(`Machine ${id} restarted successfully!\n`);
    }
  },
};

const destroy: Command = {
  async run(call) {
    for (const id of call.flags.args) {
      const { app, machine } = findMachine(call, id);
      if (machine.state === 'started' && call.flags.isOn('force') !== true) {
        throw new FlyctlError(`machine ${id} currently started, either stop first or use --force flag`);
      }
      await call.platform.destroyMachine(app, machine);
      call.out(`${id} has been destroyed\n`);
    }
  },
};

/** A command that fails does not make flyctl fail; its status is in the answer, and left out when 0. */
const exec: Command = {
  args: { kind: 'between', least: 1, most: 2 },
  async run(call) {
    const [id, command] = call.flags.args;
    if (id === undefined || command === undefined)
      throw new FlyctlError('a machine ID must be specified when not running interactively');
    const { machine } = findMachine(call, id);
    call.strike('exec', { app: machine.app, machine });
    const result = await machine.exec(command);
    if (result === undefined) throw new FlyctlError(`could not exec command on machine ${id}: machine not running`);
    const { exitCode, stdout, stderr } = result;
    if (wantsJson(call))
      return printJson(call, {
        ...(exitCode === 0 ? {} : { exit_code: exitCode }),
        ...(stdout === '' ? {} : { stdout }),
        ...(stderr === '' ? {} : { stderr }),
      });
    if (exitCode !== 0) call.out(`Exit code: ${exitCode}\n`);
    if (stdout !== '') call.out(stdout);
    if (stderr !== '') call.err(stderr);
  },
};

const clearLeases: Command = {
  run(call) {
    for (const id of call.flags.args) findMachine(call, id).machine.lease = undefined;
  },
};

const showImage: Command = {
  args: { kind: 'atMost', count: 1 },
  run(call) {
    const [id] = call.flags.args;
    const view =
      id === undefined ? machinesOf(findApp(call)).map(imageShowView) : imageShowView(findMachine(call, id).machine);
    if (wantsJson(call)) printJson(call, view);
    else call.out(`${JSON.stringify(view)}\n`);
  },
};

const listChecks: Command = {
  run(call) {
    const machines = machinesOf(findApp(call));
    if (wantsJson(call))
      return printJson(call, Object.fromEntries(machines.map((machine) => [machine.id, [...machine.checks.values()]])));
    for (const machine of machines)
      for (const check of machine.checks.values()) call.out(`${check.name}\t${check.status}\t${machine.id}\n`);
  },
};

/** Machine ids are global: without -a the app is found by the machine. */
export function findMachine(call: Invocation, id: string): { app: App; machine: Machine } {
  const named = call.flags.text('app');
  const apps = named === undefined ? [...call.platform.apps.values()] : [findApp(call, named)];
  for (const app of apps) {
    const machine = app.machines.get(id);
    if (machine !== undefined && mayUse(call.access, app.name)) return { app, machine };
  }
  throw new FlyctlError(`failed to get machine ${id}: machine not found`);
}

const commands: Readonly<Record<string, Command>> = {
  list,
  status,
  start,
  stop,
  restart,
  destroy,
  exec,
  'leases clear': clearLeases,
};

export const machineCommands: Readonly<Record<string, Command>> = {
  ...Object.fromEntries(Object.entries(commands).map(([name, command]) => [`machine ${name}`, command])),
  'image show': showImage,
  'checks list': listChecks,
};
