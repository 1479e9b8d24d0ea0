import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Command, Processes, ProcessOutcome } from '../ports.js';
import { childEnvironment } from './child-environment.js';

/** Between the polite signal and the one that cannot be refused. */
const usualKillAfterMs = 5_000;

/**
 * Processes without a shell. @actions/exec is not used here: it cannot stop a child that hangs, and flyctl is known to
 * hang after a successful deploy.
 */
export const childProcesses: Processes = {
  run: (command) => watch(command, launch(command)),
  start: (command) => {
    const child = launch(command);
    const ended = watch(command, child);
    return {
      ended,
      stop: async () => {
        stopChild(child);
        await ended;
      },
    };
  },
};

const running = new Set<ChildProcess>();

/**
 * Interrupts every child that still runs, and waits for their ends. A child that nobody waits for would go on deploying
 * after its owner has given up.
 */
export async function interruptChildren(killAfterMs: number = usualKillAfterMs): Promise<void> {
  const ends = [...running].map((child) => new Promise((resolve) => child.once('close', resolve)));
  for (const child of running) stopChild(child, { signal: 'SIGINT', killAfterMs });
  await Promise.all(ends);
}

function launch(command: Command): ChildProcess {
  const child = spawn(command.file, command.args, {
    env: childEnvironment(process.env, { inherits: command.inherits ?? [], own: command.env ?? {} }),
    ...(command.cwd === undefined ? {} : { cwd: command.cwd }),
    stdio: [command.stdin === undefined && command.isTiedToUs === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  child.once('error', () => running.delete(child));
  // A child that ends before it has read its input closes the pipe; its exit code tells what happened.
  child.stdin?.on('error', () => {});
  if (command.isTiedToUs === undefined) child.stdin?.end(command.stdin);
  return child;
}

async function watch(command: Command, child: ChildProcess): Promise<ProcessOutcome> {
  const stdout = collect(child.stdout, (line) => command.onLine?.(line, 'stdout'));
  const stderr = collect(child.stderr, (line) => command.onLine?.(line, 'stderr'));
  let timedOut = false;
  const timer =
    command.timeoutMs === undefined
      ? undefined
      : setTimeout(() => {
          timedOut = true;
          stopChild(child);
        }, command.timeoutMs);
  const exit = await exitOf(child);
  clearTimeout(timer);
  if (exit === 'not-found') return { kind: 'not-found', file: command.file };
  const output = { stdout: await stdout, stderr: await stderr };
  if (timedOut) return { kind: 'timed-out', afterMs: command.timeoutMs ?? 0, ...output };
  return { kind: 'exited', exitCode: exit, ...output };
}

function exitOf(child: ChildProcess): Promise<number | 'not-found'> {
  return new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'EACCES') resolve('not-found');
      else reject(error);
    });
    // Shells report a signal as 128 + its number; one number is enough here, as nobody tells signals apart.
    child.once('close', (code) => resolve(code ?? 128));
  });
}

async function collect(stream: Readable | null, onLine: (line: string) => void): Promise<string> {
  if (stream === null) return '';
  const lines: string[] = [];
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    lines.push(line);
    onLine(line);
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

interface Stopping {
  readonly signal: NodeJS.Signals;
  readonly killAfterMs: number;
}

const usualStop: Stopping = { signal: 'SIGTERM', killAfterMs: usualKillAfterMs };

function stopChild(child: ChildProcess, { signal, killAfterMs }: Stopping = usualStop): void {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  timer.unref();
  child.once('close', () => clearTimeout(timer));
}
