import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const monitoringFolder = fileURLToPath(new URL('.', import.meta.url));
export const entrypoint = join(monitoringFolder, 'docker-entrypoint.sh');

const pollMs = 100;
/** A sample needs up to half a minute from the service to the remote store. */
const pollTimeoutMs = 60_000;
const stopTimeoutMs = 40_000;

/** A folder for one machine: its volume and its run folder, open to every user as on Fly. */
export function createMachineFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'monitoring-'));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'data'));
  return folder;
}

export function removeMachineFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export interface EntrypointPlan {
  readonly folder: string;
  readonly prometheus: string;
  readonly promtool: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** What runs the entrypoint; default the shell of this machine. */
  readonly command?: readonly string[];
}

/** One run of the entrypoint: Prometheus if all is well, else an exit code and what it said. */
export class EntrypointRun {
  readonly process: ChildProcess;
  readonly port: number;
  #output = '';
  readonly #exited: Promise<number | null>;

  private constructor(child: ChildProcess, port: number) {
    this.process = child;
    this.port = port;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (text: Buffer) => {
        this.#output += text.toString();
      });
    }
    this.#exited = once(child, 'close').then(([code]) => Number(code));
  }

  static async start(plan: EntrypointPlan): Promise<EntrypointRun> {
    const port = await findFreePort();
    const [file = 'sh', ...args] = plan.command ?? ['sh', entrypoint];
    const env = {
      PATH: process.env['PATH'],
      PROMETHEUS_BIN: plan.prometheus,
      PROMTOOL_BIN: plan.promtool,
      PROMETHEUS_CONFIG: join(monitoringFolder, 'prometheus-fly.yml'),
      PROMETHEUS_DATA_DIR: join(plan.folder, 'data'),
      PROMETHEUS_RUN_DIR: join(plan.folder, 'run'),
      PROMETHEUS_LISTEN: `127.0.0.1:${port}`,
      PROMETHEUS_VOLUME_GB: '10',
      ...plan.environment,
    };
    return new EntrypointRun(spawn(file, args, { env, stdio: ['ignore', 'pipe', 'pipe'] }), port);
  }

  get output(): string {
    return this.#output;
  }

  exitCode(): Promise<number | null> {
    return this.#exited;
  }

  get(path: string, login?: string): Promise<Response> {
    const headers = login ? { authorization: `Basic ${Buffer.from(login).toString('base64')}` } : {};
    return fetch(`http://127.0.0.1:${this.port}${path}`, { headers });
  }

  /** Waits until Prometheus answers this status on /-/ready. */
  async waitUntilReady(status = 200, login?: string): Promise<void> {
    await poll(
      `${status} from /-/ready`,
      async () => (await this.get('/-/ready', login)).status === status,
      () => this.output,
    );
  }

  /** Asks the process to stop and returns how it ended and how long that took. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<{ code: number | null; tookMs: number }> {
    const began = Date.now();
    if (this.process.exitCode === null) this.process.kill(signal);
    const giveUp = setTimeout(() => this.process.kill('SIGKILL'), stopTimeoutMs);
    const code = await this.#exited;
    clearTimeout(giveUp);
    return { code, tookMs: Date.now() - began };
  }

  /** What the kernel shows of the process; nothing where there is no /proc. */
  readProc(file: 'cmdline' | 'environ' | 'status' | 'comm'): string {
    if (!existsSync('/proc')) return '';
    return readFileSync(`/proc/${this.process.pid}/${file}`, 'utf8').replaceAll('\0', '\n');
  }
}

/** Asks again until the answer is true; a refused connection is "not yet". */
export async function poll(what: string, ask: () => Promise<boolean>, tell: () => string = () => ''): Promise<void> {
  const deadline = Date.now() + pollTimeoutMs;
  while (!(await ask().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`Never saw ${what}.\n${tell()}`);
    await wait(pollMs);
  }
}

export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
