import type { Command, Processes, ProcessOutcome } from '@fly-monitoring/kit';
import { callFlyctl, type Fly } from '@fly-monitoring/testing/fly';

/** Runs flyctl as `childProcesses` does, but in no process; `speed` makes its time limits shorter. */
export function calledFlyctl({ stateDir }: Fly): (speed: number) => Processes['run'] {
  return (speed) => async (command) => {
    const { file, args: argv, cwd = process.cwd(), env = {}, stdin, timeoutMs } = command;
    if (file !== 'flyctl' && !file.endsWith('/flyctl')) throw new Error(`${file} is not flyctl`);
    const timeout = timeoutMs === undefined ? undefined : AbortSignal.timeout(Math.ceil(timeoutMs / speed));
    const ended = await callFlyctl(stateDir, {
      argv,
      cwd,
      env,
      ...(stdin === undefined ? {} : { stdin }),
      ...(timeout === undefined ? {} : { signal: timeout }),
    });
    showLines(command, ended);
    return timeout?.aborted === true ? timedOut(command, ended) : { kind: 'exited', ...ended };
  };
}

type Written = Pick<Awaited<ReturnType<typeof callFlyctl>>, 'stdout' | 'stderr'>;

function showLines({ onLine }: Command, written: Written): void {
  for (const stream of ['stdout', 'stderr'] as const) {
    for (const line of written[stream].split('\n').slice(0, -1)) onLine?.(line, stream);
  }
}

function timedOut({ timeoutMs = 0 }: Command, { stdout, stderr }: Written): ProcessOutcome {
  return { kind: 'timed-out', afterMs: timeoutMs, stdout, stderr };
}
