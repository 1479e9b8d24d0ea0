import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { MACHINE_INIT } from '../places.js';
import { childOf, commandLineOf, processesIn } from './machine-processes.js';
import { mustRun, runTool } from './run-tool.js';
import type { BootEvents, BootedMachine, BootSpec, ExecResult, Runtime } from './runtime.js';

const BRIDGE = 'br0';
const BRIDGE_ADDRESS = '02:00:00:00:00:03';
/** Where Fly answers DNS inside machines. */
export const DNS_ADDRESS = 'fdaa::3';

export interface NamespaceOptions {
  readonly folder: string;
  /** Only a real root may become somebody else inside a machine. */
  readonly honoursUsers: boolean;
}

/** Runs each machine in its own network, mount and process namespaces, on one bridge. The platform is in one too. */
export class NamespaceRuntime implements Runtime {
  readonly #options: NamespaceOptions;
  #cards = 0;

  private constructor(options: NamespaceOptions) {
    this.#options = options;
  }

  static async open(options: NamespaceOptions): Promise<NamespaceRuntime> {
    await mustRun('ip', ['link', 'set', 'lo', 'up']);
    // Without an address of its own the bridge takes a card's, and changes it when that machine goes.
    await mustRun('ip', ['link', 'add', BRIDGE, 'address', BRIDGE_ADDRESS, 'type', 'bridge']);
    await mustRun('ip', ['link', 'set', BRIDGE, 'up']);
    await mustRun('ip', ['-6', 'addr', 'add', `${DNS_ADDRESS}/16`, 'dev', BRIDGE, 'nodad']);
    await mustRun('ip', ['addr', 'add', '172.19.0.1/16', 'dev', BRIDGE]);
    // Secrets reach machines through files; this keeps them off the disk.
    const machines = path.join(options.folder, 'machines');
    mkdirSync(machines, { recursive: true });
    await mustRun('mount', ['-t', 'tmpfs', '-o', 'mode=700', 'none', machines]);
    return new NamespaceRuntime(options);
  }

  async boot(spec: BootSpec, events: BootEvents): Promise<BootedMachine> {
    const folder = path.join(this.#options.folder, 'machines', spec.id);
    writeMachineFolder(folder, spec);
    const child = this.#launch(folder, spec);
    const booted = new NamespacedMachine(child, { folder, spec });
    booted.listen(events);
    this.#cards += 1;
    await connectCard(`v${this.#cards}`, { pid: child.pid ?? 0, mac: cardAddress(spec.addresses.four) });
    booted.write('go\n');
    return booted;
  }

  /** The machines end with the namespaces of the platform; their folder has to be let go before. */
  async close(): Promise<void> {
    await mustRun('umount', ['-l', path.join(this.#options.folder, 'machines')]);
  }

  #launch(folder: string, spec: BootSpec): ChildProcess {
    const user = userArgument(spec.user, this.#options);
    const init = [MACHINE_INIT, folder, spec.addresses.six, spec.addresses.four, user, spec.workdir, ...spec.command];
    return spawn('unshare', ['-n', '-m', '-p', '-f', '--kill-child', '/bin/sh', ...init], {
      env: { ...spec.env },
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    });
  }
}

const NOBODY = '65534:65534';

function userArgument(user: string, options: NamespaceOptions): string {
  if (!options.honoursUsers) return `only:${user === '0:0' ? NOBODY : user}`;
  return user === '0:0' ? '-' : user;
}

function writeMachineFolder(folder: string, spec: BootSpec): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'files'), { recursive: true });
  symlinkSync(spec.imageFolder, path.join(folder, 'image'));
  for (const file of spec.files) {
    const target = path.join(folder, 'files', file.path);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, file.content, { mode: 0o644 });
  }
  const mounts = [...spec.mounts].sort((a, b) => (a.target < b.target ? -1 : 1));
  const lines = mounts.map((mount) => `${mount.writable ? 'rw' : 'ro'}\t${mount.source}\t${mount.target}\n`);
  writeFileSync(path.join(folder, 'mounts'), lines.join(''));
}

/** A machine that is updated keeps its addresses; its neighbours remember the card behind them for half a minute. */
function cardAddress(four: string): string {
  const parts = four.split('.').map((part) => Number(part).toString(16).padStart(2, '0'));
  return ['02', '00', ...parts].join(':');
}

/** `unshare` needs a moment to be in its new namespace; a card given too early lands in the platform's own. */
async function connectCard(card: string, machine: { pid: number; mac: string }): Promise<void> {
  const { pid, mac } = machine;
  const own = await runTool('readlink', ['/proc/self/ns/net']);
  for (let tries = 0; tries < 200; tries += 1) {
    const theirs = await runTool('readlink', [`/proc/${pid}/ns/net`]);
    if (theirs.exitCode === 0 && theirs.stdout !== own.stdout) break;
  }
  await mustRun('ip', [
    'link',
    'add',
    card,
    'type',
    'veth',
    'peer',
    'name',
    'eth0',
    'address',
    mac,
    'netns',
    String(pid),
  ]);
  await mustRun('ip', ['link', 'set', card, 'master', BRIDGE, 'up']);
}

class NamespacedMachine implements BootedMachine {
  readonly #child: ChildProcess;
  readonly #spec: BootSpec;
  readonly #folder: string;
  readonly #closed: Promise<void>;

  constructor(child: ChildProcess, at: { folder: string; spec: BootSpec }) {
    this.#child = child;
    this.#folder = at.folder;
    this.#spec = at.spec;
    this.#closed = new Promise((resolve) => child.on('close', () => resolve()));
    child.stdin?.on('error', () => undefined);
  }

  write(text: string): void {
    this.#child.stdin?.write(text);
  }

  listen(events: BootEvents): void {
    const { stdout, stderr, stdio } = this.#child;
    for (const stream of [stdout, stderr]) if (stream !== null) readLines(stream, (line) => events.output(line));
    const ends: number[] = [];
    const exited = (code: number) => {
      if (ends.push(code) === 1) events.exited(code);
    };
    const status = stdio[3];
    if (isReadable(status)) {
      readLines(status, (line) => (line === 'started' ? events.started() : exited(Number(line.split(' ')[1]))));
    }
    this.#child.on('close', (code) => exited(code ?? 137));
  }

  signal(signal: NodeJS.Signals): void {
    const init = this.#initId();
    const main = init === undefined ? undefined : childOf(init);
    if (main !== undefined) process.kill(main, signal);
  }

  killProcesses(matching = ''): void {
    const init = this.#initId();
    if (init === undefined) return;
    const victims = processesIn(init).filter((id) => commandLineOf(id).includes(matching));
    for (const id of victims) process.kill(id, 'SIGKILL');
  }

  async exec(command: string): Promise<ExecResult> {
    const init = this.#initId();
    if (init === undefined) return { exitCode: 1, stdout: '', stderr: 'machine is not running' };
    const root = path.join(this.#folder, 'root');
    const inside = ['chroot', root, '/bin/sh', '-c', 'cd "$0" && eval "exec $1"', this.#spec.workdir, command];
    // The machine's environment may hold secrets, so that it is handed over as one, never as arguments.
    return await runTool('nsenter', ['-t', String(init), '-n', '-m', '-p', ...inside], this.#spec.env);
  }

  connect(port: number, family: 4 | 6): net.Socket {
    const { six, four } = this.#spec.addresses;
    return net.connect({ host: family === 4 ? four : six, port });
  }

  async release(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#closed;
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #initId(): number | undefined {
    return this.#child.pid === undefined ? undefined : childOf(this.#child.pid);
  }
}

function readLines(stream: Readable, onLine: (line: string) => void): void {
  createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on('line', onLine);
}

function isReadable(stream: Readable | Writable | null | undefined): stream is Readable {
  return stream !== null && stream !== undefined && 'read' in stream;
}
