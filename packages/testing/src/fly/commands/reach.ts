import { until } from '../deploy/wait.js';
import { troubleOf } from '../misbehaviour-table.js';
import { lookUp } from '../network/internal-names.js';
import { machinesOf } from '../platform/model.js';
import { type Command, findApp, type Invocation } from './command.js';
import { FlyctlError } from './flyctl-error.js';

const proxy: Command = {
  args: { kind: 'between', least: 1, most: 2 },
  async run(call) {
    const [ports = '', remote] = call.flags.args;
    checkOrganisation(call);
    const app = findApp(call);
    const [local, far = local] = ports.split(':').map(Number);
    if (local === undefined || far === undefined || Number.isNaN(local) || Number.isNaN(far))
      throw new FlyctlError(`invalid port: ${ports}`);
    const agent = call.platform.agents.establish(call.env);
    call.strike('tunnel', { app: app.name });
    const host = remote ?? `${app.name}.internal`;
    if (!host.includes(':')) await waitForHost(call, { app: app.name, host });
    const bind = call.flags.text('bind-addr') ?? '127.0.0.1';
    call.listen({ port: local, host: bind, app: app.name, agent: agent.folder, target: { host, port: far } });
    call.out(`Proxying localhost:${local} to remote [${host}]:${far}\n`);
  },
};

/** Asked about before anything else, where the flag or the environment names one. */
function checkOrganisation(call: Invocation): void {
  const slug = call.flags.text('org') ?? call.env['FLY_ORG'] ?? '';
  if (slug !== '' && slug !== call.platform.options.org) throw new FlyctlError('Could not find Organization');
}

/** flyctl waits four minutes for the name; afterwards it is looked up anew for every connection. */
const HOST_WAIT_MS = 1500;

async function waitForHost(call: Invocation, { app, host }: { app: string; host: string }): Promise<void> {
  call.strike('host', { app });
  const isThere = () => (lookUp(host, call.platform.namedMachines())?.aaaa ?? []).length > 0;
  if (!(await until(isThere, HOST_WAIT_MS, call.interrupted)))
    throw new FlyctlError(`${host}: host was not found in DNS`);
}

const logs: Command = {
  args: { kind: 'none' },
  async run(call) {
    const app = findApp(call);
    for (const kind of ['logs-denied', 'logs-unavailable'] as const)
      if (call.platform.misbehaviours.take(kind, app.name) !== undefined)
        throw new FlyctlError(troubleOf(kind).error ?? '');
    const machine = call.flags.text('machine');
    let shown = 0;
    const print = () => {
      const wanted = app.logs.slice(shown).filter((line) => machine === undefined || line.includes(machine));
      shown = app.logs.length;
      call.out(wanted.map((line) => `${line}\n`).join(''));
    };
    print();
    while (call.flags.isOn('no-tail') !== true && !call.interrupted.aborted) {
      await new Promise((wake) => setTimeout(wake, 200));
      print();
    }
  },
};

const ssh: Command = {
  async run(call) {
    const group = call.flags.text('process-group');
    const id = call.flags.text('machine');
    const command = call.flags.text('command');
    if (command === undefined) throw new FlyctlError('a command (-C) is needed when not running interactively');
    const machines = machinesOf(findApp(call)).filter((machine) => machine.state === 'started');
    call.platform.agents.establish(call.env);
    const machine = machines.find(
      (one) => (id === undefined || one.id === id) && (group === undefined || one.group === group),
    );
    const result = await machine?.exec(command);
    if (result === undefined) throw new FlyctlError('app has no started VMs');
    call.out(result.stdout);
    call.err(result.stderr);
    if (result.exitCode !== 0) throw new FlyctlError(`ssh shell: Process exited with status ${result.exitCode}`);
  },
};

const stopAgent: Command = {
  args: { kind: 'none' },
  needsNoSession: true,
  run(call) {
    if (!call.platform.agents.stop(call.env)) throw new FlyctlError('failed dialing agent: agent not running');
  },
};

export const reachCommands: Readonly<Record<string, Command>> = {
  proxy,
  logs,
  'ssh console': ssh,
  'agent stop': stopAgent,
};
