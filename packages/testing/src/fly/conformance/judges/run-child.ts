import { spawn } from 'node:child_process';
import type { RunResult } from '../probe.js';

export interface ChildRun {
  readonly file: string;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly stdin: string;
  readonly timeoutMs?: number;
  /** Sent once `when` has settled. */
  readonly signal?: { readonly name: 'SIGINT'; readonly when: Promise<void> } | undefined;
}

/** No terminal and a closed input: whoever asks a question here gets no answer. */
export function runChild({ file, argv, env, cwd, stdin, timeoutMs = 120_000, signal }: ChildRun): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, argv, { cwd, env, stdio: 'pipe', timeout: timeoutMs, killSignal: 'SIGKILL' });
    const output = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output.stderr += text;
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, ...output }));
    child.stdin.on('error', () => {});
    child.stdin.end(stdin);
    void signal?.when.then(() => child.kill(signal.name));
  });
}
