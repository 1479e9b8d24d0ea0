import { closeableEdges } from '../closing.js';
import { errorReport } from '../error-report.js';
import type { RawInputs } from '../inputs/input-spec.js';
import { protectInputs } from '../inputs/protect-inputs.js';
import type { ToolCache } from '../ports.js';
import type { Stage, StageReport, StageTools } from '../stage.js';
import { interruptedError } from '../suite-error.js';
import { childProcesses } from './child-processes.js';
import type { Closing } from './close-on-signals.js';
import { diskFiles } from './disk-files.js';
import { systemClock } from './system-clock.js';
import { undiciHttp } from './undici-http.js';

export interface StageRun {
  readonly raw: RawInputs;
  readonly closing: Closing;
  /** What differs between a workflow and a terminal. */
  readonly surroundings: Pick<StageTools, 'log' | 'protect' | 'context'>;
  /** On a runner. */
  readonly toolCache?: ToolCache;
}

/**
 * Runs a stage on the real edges. A cancelled run ends with what its stage has to say; one that does not come to its
 * end in time, with an error that says so.
 * @throws what the stage throws
 */
export function runStage(stage: Stage, { raw, closing, surroundings, toolCache }: StageRun): Promise<StageReport> {
  protectInputs(stage.inputs, raw, surroundings.protect);
  const edges = {
    clock: systemClock,
    http: undiciHttp(),
    processes: childProcesses,
    files: diskFiles,
    ...(toolCache && { toolCache }),
  };
  const tools = { ...closeableEdges(edges, closing.begun), ...surroundings };
  const work = async () => (await stage.prepare(raw, tools)).run();
  return Promise.race([work(), overdue(closing, stage.name)]);
}

function overdue({ overdue: signal }: Closing, stage: string): Promise<StageReport> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(errorReport(interruptedError(stage))), { once: true });
  });
}
