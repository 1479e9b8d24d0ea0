import { Interruption } from './interruption.js';
import type { Clock, Edges, HttpRequest, ProcessOutcome } from './ports.js';

/**
 * The same edges, of a run that can be cancelled. Once `closing` is aborted nothing new starts but what cleans up, waiting
 * ends, and what was asked for and has no result throws INTERRUPTED, so that a stage unwinds from wherever it is. Files
 * stay usable: what is known is still to be written down.
 */
export function closeableEdges(edges: Edges, closing: AbortSignal): Edges {
  return {
    files: edges.files,
    ...(edges.toolCache && { toolCache: edges.toolCache }),
    clock: closeableClock(edges.clock, closing),
    processes: {
      run: async (command) => {
        if (command.isCleaningUp) return edges.processes.run(command);
        refuseWhen(closing);
        return finished(await edges.processes.run(command), closing);
      },
      start: (command) => {
        refuseWhen(closing);
        return edges.processes.start(command);
      },
    },
    http: {
      send: async (request) => {
        if (changesNothing(request)) return unlessClosing(closing, () => edges.http.send(request));
        refuseWhen(closing);
        // Whether a write has arrived is worth knowing, and servers answer within seconds.
        return edges.http.send(request);
      },
      download: (...args) => unlessClosing(closing, () => edges.http.download(...args)),
    },
  };
}

export function closeableClock(clock: Clock, closing: AbortSignal): Clock {
  return { now: () => clock.now(), sleep: (ms) => unlessClosing(closing, () => clock.sleep(ms)) };
}

function refuseWhen(closing: AbortSignal): void {
  if (closing.aborted) throw new Interruption();
}

/** The result of the work, unless closing begins first: then nobody waits for it any more. */
async function unlessClosing<T>(closing: AbortSignal, work: () => Promise<T>): Promise<T> {
  refuseWhen(closing);
  let stop = () => {};
  const cancelled = new Promise<never>((_, reject) => {
    stop = () => reject(new Interruption());
    closing.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work(), cancelled]);
  } finally {
    closing.removeEventListener('abort', stop);
  }
}

/** A child that ended well although it was interrupted has done its work; any other end says nothing about the work. */
function finished(outcome: ProcessOutcome, closing: AbortSignal): ProcessOutcome {
  const didItsWork = outcome.kind === 'exited' && outcome.exitCode === 0;
  if (closing.aborted && !didItsWork) throw new Interruption();
  return outcome;
}

function changesNothing({ method = 'GET' }: HttpRequest): boolean {
  return method === 'GET';
}
