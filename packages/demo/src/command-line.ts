import { join } from 'node:path';
import { childProcesses, SuiteError } from '@fly-monitoring/kit';

export interface CommandLine {
  readonly root: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface CommandRun {
  readonly args: readonly string[];
  /** Each line of progress, as it comes. */
  readonly onProgress: (line: string) => void;
}

export interface CommandResult {
  readonly succeeded: boolean;
  /** What the command says at its end: tables and verdicts. */
  readonly lines: readonly string[];
}

/** Runs the committed command line, as a person would: nothing here knows more than its flags. */
export async function runCommand(line: CommandLine, { args, onProgress }: CommandRun): Promise<CommandResult> {
  const outcome = await childProcesses.run({
    file: process.execPath,
    args: [join(line.root, 'packages/cli/dist/index.js'), ...args],
    cwd: line.root,
    env: line.environment,
    onLine: (text, stream) => {
      if (stream === 'stderr') onProgress(text);
    },
  });
  if (outcome.kind !== 'exited') {
    throw new SuiteError({
      code: 'TOOL_MISSING',
      message: `The command "${args[0]}" could not be run: ${outcome.kind}.`,
      hint: 'Run "npm run bundle" and try again.',
    });
  }
  return { succeeded: outcome.exitCode === 0, lines: outcome.stdout.trimEnd().split('\n') };
}
