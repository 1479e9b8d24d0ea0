import { lookUp } from '../network/internal-names.js';
import { machinesOf } from '../platform/model.js';
import { type Command, findApp, type Invocation } from './command.js';
import { FlyctlError } from './flyctl-error.js';

/** A token of one app may not read its logs; this flyctl says so and goes on. */
const LOGS_DENIED = 'not authorized to retrieve app logs (this can happen when using deploy tokens)';

const proxy: Command = {
  args: { kind: 'between', least: 1, most: 2 },
  run(call) {
    const [ports = '', remote] = call.flags.args;
    const app = findApp(call);
    const [local, far = local] = ports.split(':').map(Number);
    if (local === undefined || far === undefined || Number.isNaN(local) || Number.isNaN(far))
      throw new FlyctlError(`invalid port: ${ports}`);
    const name = remote ?? `${app.name}.internal`;
    const host = name.includes(':') ? name : resolve(call, name);
    call.listen({
      port: local,
      host: call.flags.text('bind-addr') ?? '127.0.0.1',
      app: app.name,
      target: { host, port: far },
    });
    if (call.flags.isOn('quiet') !== true) call.out(`Proxying local port ${local} to remote [${host}]:${far}\n`);
  },
};

/** Names are looked up once, when the proxy starts. */
function resolve(call: Invocation, name: string): string {
  const [first] = lookUp(name, call.platform.namedMachines())?.aaaa ?? [];
  if (first === undefined) throw new FlyctlError(`host unavailable at ${name}: host was not found in DNS`);
  return first;
}

const logs: Command = {
  args: { kind: 'none' },
  async run(call) {
    const app = findApp(call);
    if (call.platform.misbehaviours.take('logs-denied', app.name) !== undefined) throw new FlyctlError(LOGS_DENIED);
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

export const reachCommands: Readonly<Record<string, Command>> = { proxy, logs, 'ssh console': ssh };
