import { type ChildProcess, spawn } from 'node:child_process';

/** After this a process that was asked to end is killed. */
const END_MS = 6000;

/** A process that gets its orders in one line of standard input, answers with one line, and ends with its input. */
export interface Companion {
  readonly answer: string;
  end(): Promise<void>;
}

export async function startCompanion(
  command: { file: string; args: readonly string[] },
  order: unknown,
): Promise<Companion> {
  const child = spawn(command.file, command.args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '' },
  });
  const errors: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
  child.stdin.on('error', () => undefined);
  child.stdin.write(`${JSON.stringify(order)}\n`);
  const answer = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once('exit', (code) => reject(new Error(`The Fly stand-in ended with ${String(code)}: ${errors.join('')}`)));
  });
  return { answer, end: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.stdin?.end();
  const timer = setTimeout(() => child.kill('SIGKILL'), END_MS);
  await ended;
  clearTimeout(timer);
}
