import {
  type ConflictCause,
  type Explanation,
  ensureFolderPath,
  explainFailure,
  type ImportStep,
  type OverwriteMode,
  planImport,
  readExisting,
  type SaveOrigin,
  type SaveOutcome,
  saveDashboard,
  saveMessage,
  type Transport,
  type WantedDashboard,
} from '@fly-monitoring/grafana';
import { type ErrorCode, isInterruption, type Log } from '@fly-monitoring/kit';
import { applyLibraryPanels } from './apply-library-panels.js';
import type { DashboardResult, LibraryPanelResult } from './outcome.js';
import { type ImportPlan, uidsOfLibrary } from './plan.js';
import type { FolderPlan } from './plan-folder.js';
import { valueOrThrow } from './read-grafana.js';

export interface Applying {
  readonly transport: Transport;
  readonly plan: ImportPlan;
  readonly overwrite: OverwriteMode;
  readonly origin: SaveOrigin;
  readonly log: Log;
}

export interface Applied {
  /** Where they are now: a folder of the same title may have been there under another uid. */
  readonly folder: FolderPlan;
  readonly results: readonly DashboardResult[];
  readonly libraryPanels: readonly LibraryPanelResult[];
  /** Title of the dashboard that was being written when the run was cancelled: it may be written or not. */
  readonly interruptedAt: string | undefined;
}

const conflictHint = 'Copy the change into the dashboard file, or run with "overwrite: always" to replace it.';
const conflictHints: Partial<Readonly<Record<ConflictCause, string>>> = {
  provisioned: 'Change it where it is provisioned, or give ours another uid.',
  folder: 'Give the dashboard another uid; that of a folder cannot be changed.',
};

/** One write after the other: Grafana's database locks up under parallel ones. One failure does not stop the rest. */
export async function applyPlan(applying: Applying): Promise<Applied> {
  const folderUid = await makeFolder(applying);
  const folder = { ...applying.plan.folder, uid: folderUid };
  const { transport, plan, log } = applying;
  const libraryPanels = await applyLibraryPanels(plan.libraryPanels, { transport, folderUid, log });
  const results: DashboardResult[] = [];
  for (const step of plan.steps) {
    try {
      const result = withoutItsPanel(step, libraryPanels) ?? (await applyStep(step, folderUid, applying));
      applying.log.info(`${result.kind}: ${result.wanted.title} (${result.reason})`);
      results.push(result);
    } catch (thrown) {
      if (isInterruption(thrown)) return { folder, results, libraryPanels, interruptedAt: step.wanted.title };
      throw thrown;
    }
  }
  return { folder, results, libraryPanels, interruptedAt: undefined };
}

/** What Grafana's own import does: without a library panel that it shows, a dashboard is not saved. */
function withoutItsPanel(
  { kind, wanted }: ImportStep,
  libraryPanels: readonly LibraryPanelResult[],
): DashboardResult | undefined {
  if (kind !== 'create' && kind !== 'update') return undefined;
  const shown = uidsOfLibrary(wanted);
  const lost = libraryPanels.find((one) => one.kind === 'failed' && one.isMissing && shown.includes(one.uid));
  if (lost?.kind !== 'failed') return undefined;
  const { name, reason, code, hint } = lost;
  return failed(wanted, { code, seen: `its library panel "${name}" was not made: ${reason}`, hint });
}

/** A folder that nothing would be put into is not made. */
async function makeFolder({ transport, plan: { folder, steps } }: Applying): Promise<string> {
  const hasWrites = steps.some(({ kind }) => kind === 'create' || kind === 'update');
  const { missing } = folder;
  if (missing === undefined || !hasWrites) return folder.uid;
  return valueOrThrow(`Making the folder "${folder.title}"`, await ensureFolderPath(transport, missing)).uid;
}

async function applyStep(step: ImportStep, folderUid: string, applying: Applying): Promise<DashboardResult> {
  switch (step.kind) {
    case 'unchanged':
      return { kind: 'unchanged', wanted: step.wanted, url: step.url, reason: step.reason };
    case 'conflict':
      return conflicted(step, conflictHints[step.cause] ?? conflictHint);
    case 'unreadable':
      return failed(step.wanted, explainFailure(step.failure));
    case 'create':
    case 'update':
      return await save(step, folderUid, applying);
  }
}

type Writing = Extract<ImportStep, { readonly kind: 'create' | 'update' }>;

async function save(step: Writing, folderUid: string, applying: Applying): Promise<DashboardResult> {
  const { uid, json, hash } = step.wanted;
  const outcome = await saveDashboard(applying.transport, {
    uid,
    json,
    folderUid,
    message: saveMessage(hash, applying.origin),
    expectedVersion: step.kind === 'update' ? step.version : undefined,
    onConflict: applying.overwrite === 'always' ? 'replace' : 'stop',
  });
  if (outcome.kind !== 'conflict' || step.kind === 'update') return resultOf(step, outcome);
  const again = await planAgain(step, folderUid, applying);
  return again === undefined ? resultOf(step, outcome) : applyStep(again, folderUid, applying);
}

/**
 * It was not there when the plan was made, or Grafana answered "not found" for another reason, as it does for every
 * error of reading (getDashboardHelper in pkg/api/dashboard.go). What is there now decides.
 */
async function planAgain(
  { wanted }: Writing,
  folderUid: string,
  { transport, overwrite }: Applying,
): Promise<ImportStep | undefined> {
  const read = await readExisting(transport, [wanted]);
  if (read.kind !== 'ok') return undefined;
  const [step] = planImport({ wanted: [wanted], ...read.value, folderUid, overwrite });
  return step?.kind === 'create' ? undefined : step;
}

function resultOf(step: Writing, outcome: SaveOutcome): DashboardResult {
  const { wanted, reason } = step;
  switch (outcome.kind) {
    case 'saved':
      return { kind: step.kind === 'create' ? 'created' : 'updated', wanted, url: outcome.url, reason };
    case 'conflict': {
      const who = outcome.updatedBy === '' ? 'somebody' : outcome.updatedBy;
      return conflicted({ wanted, reason: `${who} saved version ${outcome.version} during the import` }, conflictHint);
    }
    case 'hidden':
      return failed(wanted, hidden);
    case 'failed':
      return failed(wanted, explainFailure(outcome.failure));
  }
}

const hidden: Explanation = {
  code: 'GRAFANA_REFUSED',
  seen: 'Grafana has a dashboard of this uid and answers "not found" when it is read, so it was not replaced',
  hint: 'Look for it in Grafana as an administrator: give the service account of the token the permission Edit on its folder, or give ours another uid.',
};

interface Failing extends Omit<Explanation, 'code'> {
  readonly code: ErrorCode;
}

function failed(wanted: WantedDashboard, { code, seen, hint }: Failing): DashboardResult {
  return { kind: 'failed', wanted, url: undefined, reason: seen, code, hint };
}

type Unresolved = Pick<DashboardResult, 'wanted' | 'reason'> & { readonly url?: string };

function conflicted({ wanted, reason, url }: Unresolved, hint: string): DashboardResult {
  return { kind: 'conflicted', wanted, url, reason, code: 'DASHBOARD_CONFLICT', hint };
}
