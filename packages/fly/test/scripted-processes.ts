import type { Command, Processes, ProcessOutcome } from '@fly-monitoring/kit';

export interface ScriptedProcesses extends Processes {
  readonly commands: readonly Command[];
}

/** Answers by the words of the command line; a list gives one answer after the other. A question without answer fails. */
export function scriptedProcesses(answers: Readonly<Record<string, readonly ProcessOutcome[]>>): ScriptedProcesses {
  const commands: Command[] = [];
  const asked = new Map<string, number>();
  const answer = async (command: Command): Promise<ProcessOutcome> => {
    commands.push(command);
    const line = [command.file, ...command.args].join(' ');
    const key = Object.keys(answers).find((start) => line.startsWith(start));
    const list = key === undefined ? undefined : answers[key];
    const count = asked.get(key ?? '') ?? 0;
    asked.set(key ?? '', count + 1);
    const outcome = list?.[Math.min(count, list.length - 1)];
    if (outcome === undefined) throw new Error(`No answer for: ${line}`);
    if (outcome.kind === 'exited') {
      for (const text of outcome.stdout.split('\n')) command.onLine?.(text, 'stdout');
    }
    return outcome;
  };
  return { commands, run: answer, start: (command) => ({ ended: answer(command), stop: async () => {} }) };
}

export function exited(stdout: string, stderr = '', exitCode = 0): ProcessOutcome {
  return { kind: 'exited', exitCode, stdout, stderr };
}

export function failed(stderr: string): ProcessOutcome {
  return exited('', stderr, 1);
}
