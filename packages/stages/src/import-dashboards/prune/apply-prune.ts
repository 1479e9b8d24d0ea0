import { type DeleteOutcome, deleteDashboard, explainFailure, type Transport } from '@fly-monitoring/grafana';
import { type ErrorCode, isInterruption, type Log } from '@fly-monitoring/kit';
import { type Backup, notKept } from '../backup.js';
import { deleteNothing, type LeftDashboard, type PrunePlan, type PruneStep } from './prune-plan.js';

/** What became of one dashboard whose file is gone. */
export type PruneResult =
  | (LeftDashboard & { readonly kind: 'deleted' | 'left' })
  | (LeftDashboard & { readonly kind: 'failed'; readonly code: ErrorCode; readonly hint: string });

export interface Pruning {
  readonly transport: Transport;
  readonly plan: PrunePlan;
  readonly backup: Backup;
  readonly log: Log;
}

export interface Pruned {
  readonly results: readonly PruneResult[];
  /** Title of the dashboard that was being deleted when the run was cancelled: it may be deleted or not. */
  readonly interruptedAt: string | undefined;
}

/** One after the other; the whole list is told before the first one goes. */
export async function applyPrune(pruning: Pruning): Promise<Pruned> {
  const { plan, log } = pruning;
  for (const { title, uid, reason } of plan.deletes) log.info(`will be deleted: ${title} (${uid}): ${reason}`);
  const results: PruneResult[] = plan.left.map((one) => ({ ...one, kind: 'left' }));
  for (const { title, reason } of plan.left) log.info(`left: ${title} (${reason})`);
  for (const step of plan.deletes) {
    try {
      const result = await deleteOne(step, pruning);
      log.info(`${result.kind}: ${result.title} (${result.reason})`);
      results.push(result);
    } catch (thrown) {
      if (isInterruption(thrown)) return { results, interruptedAt: step.title };
      throw thrown;
    }
  }
  return { results, interruptedAt: undefined };
}

/** Of a run that deletes nothing. */
export function skipPrune(plan: PrunePlan): readonly PruneResult[] {
  return deleteNothing(plan).left.map((one) => ({ ...one, kind: 'left' }));
}

async function deleteOne(step: PruneStep, { transport, backup }: Pruning): Promise<PruneResult> {
  const { uid, folderUid, version, message } = step;
  const beforeDeleting = backup.keep;
  return resultOf(step, await deleteDashboard(transport, { uid, folderUid, version, message, beforeDeleting }));
}

function resultOf({ uid, title, url, reason }: PruneStep, outcome: DeleteOutcome): PruneResult {
  const one = { uid, title, url };
  switch (outcome.kind) {
    case 'deleted':
      return { ...one, kind: 'deleted', reason };
    case 'gone':
      return { ...one, kind: 'deleted', reason: `${reason}; somebody deleted it before this run did` };
    case 'left':
      return { ...one, kind: 'left', reason: outcome.reason };
    case 'not-kept':
      return { ...one, kind: 'failed', reason: outcome.reason, ...notKept };
    case 'failed': {
      const { code, seen, hint } = explainFailure(outcome.failure);
      return { ...one, kind: 'failed', reason: seen, code, hint };
    }
  }
}
