import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const outputLimitBytes = 64 * 1024 * 1024;
const timeoutMs = 10 * 60_000;

/** Runs a program to its end and returns what it printed; its own words become the error. */
export async function runCommand(file: string, args: readonly string[], folder: string): Promise<string> {
  try {
    const limits = { maxBuffer: outputLimitBytes, timeout: timeoutMs };
    const { stdout } = await run(file, [...args], { cwd: folder, env: process.env, ...limits });
    return stdout;
  } catch (cause) {
    throw new Error(`"${file} ${args[args.length - 1] ?? ''}" failed: ${lastWords(cause)}`, { cause });
  }
}

function lastWords(cause: unknown): string {
  const { stderr, message } = cause as { stderr?: string; message?: string };
  const lines = (stderr || message || String(cause)).trim().split('\n');
  return lines.slice(-3).join(' ');
}
