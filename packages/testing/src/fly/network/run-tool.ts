import { spawn } from 'node:child_process';
import type { ExecResult } from './runtime.js';

/** Runs a command to its end; it may write at most a few megabytes. */
export function runTool(
  file: string,
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
): Promise<ExecResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...(env ?? process.env) } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ exitCode: code ?? 137, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() });
    });
  });
}

/** Runs a command that has to succeed. */
export async function mustRun(file: string, args: readonly string[]): Promise<void> {
  const { exitCode, stderr } = await runTool(file, args);
  if (exitCode !== 0) throw new Error(`${file} ${args.join(' ')} exited with ${exitCode}: ${stderr.trim()}`);
}
