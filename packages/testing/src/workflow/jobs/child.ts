import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';

export type Command = {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
};

export type Watch = {
  readonly signal: AbortSignal;
  readonly onLine: (line: string) => void;
  /** Told the process group, so that what a step leaves running can be ended with its job. */
  readonly onGroup: (group: number) => void;
};

/** What is left of the runner's own grace (7.5 s and 2.5 s) is enough for a test. */
const GRACE_MS = 2500;
/** A process left in the background may keep the pipe open for ever. */
const DRAIN_MS = 1000;

/** Resolves to the exit code; 128 and more for an end by signal. */
export async function runChild(command: Command, watch: Watch): Promise<number> {
  const child = spawn(command.file, command.args, {
    cwd: command.cwd,
    env: command.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines = Promise.all([readLines(child.stdout, watch.onLine), readLines(child.stderr, watch.onLine)]);
  const exited = exitOf(child);
  const group = child.pid;
  if (group !== undefined) {
    watch.onGroup(group);
  }
  const end = (): void => void endGroup(group, exited);
  watch.signal.addEventListener('abort', end, { once: true });
  if (watch.signal.aborted) {
    end();
  }
  const code = await exited;
  await Promise.race([lines, delay(DRAIN_MS, undefined, { ref: false })]);
  watch.signal.removeEventListener('abort', end);
  return code;
}

export function killGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch {
    // Nothing of the group is left: that is what was wanted.
  }
}

async function endGroup(group: number | undefined, exited: Promise<unknown>): Promise<void> {
  if (group === undefined) {
    return;
  }
  killGroup(group, 'SIGTERM');
  await Promise.race([exited, delay(GRACE_MS, undefined, { ref: false })]);
  killGroup(group, 'SIGKILL');
}

async function exitOf(child: ChildProcess): Promise<number> {
  return await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 137)));
  });
}

async function readLines(stream: Readable, onLine: (line: string) => void): Promise<void> {
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    onLine(line);
  }
}
