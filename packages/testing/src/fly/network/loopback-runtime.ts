import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../../engines/free-port.js';
import { commandLineOf } from './machine-processes.js';
import { runTool } from './run-tool.js';
import type { BootEvents, BootedMachine, BootSpec, ExecResult, Runtime } from './runtime.js';

/** Where a machine's ports are on this computer: its own port → ours. */
export type PortMap = ReadonlyMap<number, number>;

export interface LoopbackOptions {
  readonly folder: string;
  /** First in PATH of machines: programs that stand before others of their name. */
  readonly shims: string;
  /** Rewrites a value that speaks of the private network or of the image's root folder. */
  readonly translate: (text: string, root: string) => string;
}

/**
 * Runs machines as plain processes that share this computer's network, where namespaces are refused. Only the port a
 * machine is called on first is moved (PORT); users, mounts and the private network's names are not there.
 */
export class LoopbackRuntime implements Runtime {
  readonly #options: LoopbackOptions;
  readonly #ports = new Map<string, PortMap>();
  readonly #running = new Set<LoopbackMachine>();

  constructor(options: LoopbackOptions) {
    this.#options = options;
  }

  portOf(machine: string, port: number): number {
    return this.#ports.get(machine)?.get(port) ?? port;
  }

  async boot(spec: BootSpec, events: BootEvents): Promise<BootedMachine> {
    const root = path.join(this.#options.folder, 'machines', spec.id, 'root');
    layOut(root, spec);
    const own = await freePort();
    this.#ports.set(spec.id, new Map(spec.port === undefined ? [] : [[spec.port, own]]));
    const translate = (text: string) => this.#options.translate(text, root);
    const [file = '', ...args] = spec.command;
    // A program that takes its port from its command line is moved there; PORT moves the others.
    const moved = args.map((arg) => (arg === String(spec.port) ? String(own) : translate(arg)));
    const child = spawn(translate(file), moved, {
      cwd: path.join(root, spec.workdir),
      env: this.#environment(spec, { root, own }),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const machine = new LoopbackMachine(child, { root, portOf: (port) => this.portOf(spec.id, port) });
    this.#running.add(machine);
    listen(child, events);
    return machine;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#running].map((machine) => machine.release()));
  }

  #environment(spec: BootSpec, at: { root: string; own: number }): Record<string, string> {
    const translated = Object.entries({ ...spec.env, ...spec.loopbackEnv }).map(([name, value]) => [
      name,
      this.#options.translate(value, at.root),
    ]);
    const inImage = ['/usr/local/bin', '/bin', '/usr/bin'].map((folder) => path.join(at.root, folder));
    const PATH = [
      this.#options.shims,
      ...inImage,
      path.dirname(process.execPath),
      '/usr/local/bin',
      '/usr/bin',
      '/bin',
    ].join(':');
    // A machine's temporary files end with it.
    const TMPDIR = path.join(at.root, 'tmp');
    return { ...Object.fromEntries(translated), PATH, TMPDIR, PORT: String(at.own), FLY_STANDIN_ROOT: at.root };
  }
}

function layOut(root: string, spec: BootSpec): void {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  cpSync(spec.imageFolder, root, { recursive: true, verbatimSymlinks: true });
  for (const mount of spec.mounts) link(mount.source, path.join(root, mount.target));
  for (const file of spec.files) {
    mkdirSync(path.dirname(path.join(root, file.path)), { recursive: true });
    writeFileSync(path.join(root, file.path), file.content);
  }
  mkdirSync(path.join(root, spec.workdir), { recursive: true });
  mkdirSync(path.join(root, 'tmp'), { recursive: true });
  chmodSync(path.join(root, 'tmp'), 0o1777);
  // An entrypoint of root's may become somebody else, who has to get here.
  chmodSync(path.join(root, '../../..'), 0o755);
}

function link(source: string, target: string): void {
  mkdirSync(path.dirname(target), { recursive: true });
  rmSync(target, { recursive: true, force: true });
  symlinkSync(source, target);
}

/** The start is told once the caller has the machine in hand. */
function listen(child: ChildProcess, events: BootEvents): void {
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null) createInterface({ input: stream }).on('line', (line) => events.output(line));
  }
  child.on('error', (error) => {
    events.output(error.message);
    events.exited(127);
  });
  child.on('spawn', () => setImmediate(() => events.started()));
  child.on('exit', (code) => events.exited(code ?? 137));
}

class LoopbackMachine implements BootedMachine {
  readonly #child: ChildProcess;
  readonly #root: string;
  readonly #portOf: (port: number) => number;

  constructor(child: ChildProcess, at: { root: string; portOf: (port: number) => number }) {
    this.#child = child;
    this.#root = at.root;
    this.#portOf = at.portOf;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  killProcesses(matching = ''): void {
    const { pid } = this.#child;
    if (pid === undefined || this.#child.exitCode !== null) return;
    if (commandLineOf(pid).includes(matching)) killGroup(pid);
  }

  exec(command: string): Promise<ExecResult> {
    return runTool('/bin/sh', ['-c', `cd "$0" && ${command}`, this.#root]);
  }

  connect(port: number): net.Socket {
    return net.connect({ host: '127.0.0.1', port: this.#portOf(port) });
  }

  release(): Promise<void> {
    if (this.#child.pid !== undefined) killGroup(this.#child.pid);
    rmSync(path.dirname(this.#root), { recursive: true, force: true });
    return Promise.resolve();
  }
}

/** A machine's processes are one group. */
function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group has ended already.
  }
}
