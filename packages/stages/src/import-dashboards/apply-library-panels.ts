import {
  explainFailure,
  type LibraryPanelStep,
  makeLibraryPanel,
  replaceLibraryPanel,
  type Transport,
} from '@fly-monitoring/grafana';
import type { Log } from '@fly-monitoring/kit';
import type { LibraryPanelResult } from './outcome.js';

interface Place {
  readonly transport: Transport;
  readonly folderUid: string;
  readonly log: Log;
}

/** One after the other, as the dashboards; a failure does not stop the rest. */
export async function applyLibraryPanels(
  steps: readonly LibraryPanelStep[],
  place: Place,
): Promise<readonly LibraryPanelResult[]> {
  const results: LibraryPanelResult[] = [];
  for (const step of steps) {
    const result = await applyOne(step, place);
    place.log.info(`${result.kind}: library panel ${result.name} (${result.reason})`);
    results.push(result);
  }
  return results;
}

async function applyOne(step: LibraryPanelStep, { transport, folderUid }: Place): Promise<LibraryPanelResult> {
  const { panel, reason } = step;
  const { uid, name } = panel;
  const answer =
    step.kind === 'create'
      ? await makeLibraryPanel(transport, { ...panel, folderUid })
      : await replaceLibraryPanel(transport, { ...panel, version: step.version });
  if (answer.kind === 'ok') return { kind: step.kind === 'create' ? 'created' : 'updated', uid, name, reason };
  const { code, seen, hint } = explainFailure(answer);
  return { kind: 'failed', uid, name, reason: seen, code, hint, isMissing: step.kind === 'create' };
}
