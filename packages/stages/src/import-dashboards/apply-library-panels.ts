import {
  type Answer,
  explainFailure,
  type LibraryPanelStep,
  makeLibraryPanel,
  replaceLibraryPanel,
  type Transport,
} from '@fly-monitoring/grafana';
import { isInterruption, type Log } from '@fly-monitoring/kit';
import { type Backup, notKept } from './backup.js';
import type { LibraryPanelResult } from './outcome.js';

interface Place {
  readonly transport: Transport;
  readonly folderUid: string;
  readonly backup: Backup;
  readonly log: Log;
}

export interface AppliedLibraryPanels {
  readonly results: readonly LibraryPanelResult[];
  /** Name of the one that was being written when the run was cancelled: it may be written or not. */
  readonly interruptedAt: string | undefined;
}

/** One after the other, as the dashboards; a failure does not stop the rest. */
export async function applyLibraryPanels(
  steps: readonly LibraryPanelStep[],
  place: Place,
): Promise<AppliedLibraryPanels> {
  const results: LibraryPanelResult[] = [];
  for (const step of steps) {
    try {
      const result = await applyOne(step, place);
      place.log.info(`${result.kind}: library panel ${result.name} (${result.reason})`);
      results.push(result);
    } catch (thrown) {
      if (isInterruption(thrown)) return { results, interruptedAt: step.panel.name };
      throw thrown;
    }
  }
  return { results, interruptedAt: undefined };
}

async function applyOne(step: LibraryPanelStep, place: Place): Promise<LibraryPanelResult> {
  const { panel, reason } = step;
  const { uid, name } = panel;
  const refusal = step.kind === 'update' ? await place.backup.keepLibraryPanel(step.stored) : undefined;
  if (refusal !== undefined) return { kind: 'failed', uid, name, reason: refusal, ...notKept, isMissing: false };
  const answer = await write(step, place);
  if (answer.kind === 'ok') return { kind: step.kind === 'create' ? 'created' : 'updated', uid, name, reason };
  const { code, seen, hint } = explainFailure(answer);
  return { kind: 'failed', uid, name, reason: seen, code, hint, isMissing: step.kind === 'create' };
}

function write(step: LibraryPanelStep, { transport, folderUid }: Place): Promise<Answer<unknown>> {
  const { panel } = step;
  return step.kind === 'create'
    ? makeLibraryPanel(transport, { ...panel, folderUid })
    : replaceLibraryPanel(transport, { ...panel, version: step.stored.version });
}
