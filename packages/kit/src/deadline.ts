import type { StageTools } from './stage.js';
import { SuiteError } from './suite-error.js';
import { formatDuration } from './text/duration.js';

export interface Deadline {
  readonly ms: number;
  /** Whose time it is, for the message. */
  readonly stage: string;
}

/**
 * The same tools with an end: every command, request and pause is cut to what is left, and none begins afterwards but
 * what cleans up, so that all retries and waits of a stage fit into one time. A job's time-out can then be longer than
 * all of it, and what is known is said before the job is killed.
 */
export function withDeadline(tools: StageTools, { ms, stage }: Deadline): StageTools {
  const endsAtMs = Math.min(tools.clock.now() + ms, tools.endsAtMs ?? Number.POSITIVE_INFINITY);
  const left = () => {
    const leftMs = endsAtMs - tools.clock.now();
    if (leftMs > 0) return leftMs;
    throw passed(stage, ms);
  };
  const cut = (timeoutMs: number | undefined) => Math.min(timeoutMs ?? Number.POSITIVE_INFINITY, left());
  return {
    ...tools,
    endsAtMs,
    clock: {
      now: () => tools.clock.now(),
      sleep: async (pauseMs) => {
        const leftMs = left();
        await tools.clock.sleep(Math.min(pauseMs, leftMs));
        if (pauseMs > leftMs) throw passed(stage, ms);
      },
    },
    processes: {
      // What cleans up is short, and needed most where the time was not enough.
      run: async (command) =>
        tools.processes.run(command.isCleaningUp ? command : { ...command, timeoutMs: cut(command.timeoutMs) }),
      start: (command) => tools.processes.start(command),
    },
    http: {
      ...tools.http,
      send: async (request) => tools.http.send({ ...request, timeoutMs: cut(request.timeoutMs ?? usualRequestMs) }),
    },
  };
}

/** As `HttpRequest` says. */
const usualRequestMs = 30_000;

function passed(stage: string, ms: number): SuiteError {
  return new SuiteError({
    code: 'DEADLINE_PASSED',
    message: `${stage} did not end within its ${formatDuration(ms)}.`,
    hint: 'Look at what it waited for last; if that only needs longer, raise the input "deadline", and the timeout-minutes of the job with it.',
    isTemporary: true,
  });
}
