import { interruptChildren } from './child-processes.js';

/**
 * What running children get to end in order. GitHub's runner sends SIGINT, after 7.5 s SIGTERM, and kills after 2.5 s
 * more (actions/runner, ProcessInvoker.cs), so this leaves 2 s for the last words.
 */
const childrenEndWithinMs = 8_000;

/** A run that was told to stop; it goes one way. */
export interface Closing {
  /** Aborted as soon as it begins: nothing new may start. */
  readonly begun: AbortSignal;
  /** Aborted when the time for an orderly end is over: what is known must be said now. */
  readonly overdue: AbortSignal;
  /** 128 + the number of the first signal, as shells tell it. */
  exitCode(): number;
}

const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;
export type ClosingSignal = keyof typeof exitCodes;

/**
 * From now on SIGINT and SIGTERM close the run instead of ending the process. A second SIGINT, from a person who does
 * not want to wait, makes it overdue at once; the SIGTERM that the runner sends behind its SIGINT changes nothing.
 */
export function closeOnSignals(onBegin: (signal: ClosingSignal) => void): Closing {
  const begun = new AbortController();
  const overdue = new AbortController();
  let first: ClosingSignal = 'SIGINT';
  const handle = (signal: ClosingSignal) => {
    if (begun.signal.aborted) {
      if (signal === 'SIGINT') overdue.abort();
      return;
    }
    first = signal;
    onBegin(signal);
    begun.abort();
    void interruptChildren(childrenEndWithinMs);
    setTimeout(() => overdue.abort(), childrenEndWithinMs).unref();
  };
  process.on('SIGINT', handle);
  process.on('SIGTERM', handle);
  return { begun: begun.signal, overdue: overdue.signal, exitCode: () => exitCodes[first] };
}
