import {
  type ConflictCause,
  type ExistingDashboard,
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
import { type Backup, notKept } from './backup.js';
import type { DashboardResult, InterruptedAt, LibraryPanelResult } from './outcome.js';
import { type ImportPlan, uidsOfLibrary } from './plan.js';
import type { FolderPlan } from './plan-folder.js';
import { valueOrThrow } from './read-grafana.js';

export interface Applying {
  readonly transport: Transport;
  readonly plan: ImportPlan;
  readonly overwrite: OverwriteMode;
  readonly origin: SaveOrigin;
  /** By uid: what the plan was made from. */
  readonly existing: ReadonlyMap<string, ExistingDashboard>;
  readonly backup: Backup;
  readonly log: Log;
}

export interface Applied {
  /** Where they are now: a folder of the same title may have been there under another uid. */
  readonly folder: FolderPlan;
  readonly results: readonly DashboardResult[];
  readonly libraryPanels: readonly LibraryPanelResult[];
  /** What was being written when the run was cancelled: it may be written or not. */
  readonly interruptedAt: InterruptedAt | undefined;
}

/** How a person works on from here; `export-dashboards` is a command of the command line. */
function conflictHint({ uid }: WantedDashboard): string {
  const command = `node packages/cli/dist/index.js export-dashboards --uid ${uid}`;
  return `Take the change over into the file with "${command}" and commit it, or run with "overwrite: always" to replace it.`;
}

const conflictHints: Partial<Readonly<Record<ConflictCause, string>>> = {
  provisioned: 'Change it where it is provisioned, or give ours another uid.',
  'other-environment': 'Give one of the two dashboards another uid in its file.',
  folder: 'Give the dashboard another uid; that of a folder cannot be changed.',
  'new-schema':
    'Export it in Grafana as "Classic" or "V1 Resource" and take it over into the file, or run with "overwrite: always" to replace it, of which no copy can be kept.',
};

/** One write after the other: Grafana's database locks up under parallel ones. One failure does not stop the rest. */
export async function applyPlan(applying: Applying): Promise<Applied> {
  const folderUid = await makeFolder(applying);
  const folder = { ...applying.plan.folder, uid: folderUid };
  const { transport, plan, backup, log } = applying;
  const library = await applyLibraryPanels(plan.libraryPanels, { transport, folderUid, backup, log });
  const { results: libraryPanels, interruptedAt: name } = library;
  const results: DashboardResult[] = [];
  if (name !== undefined)
    return { folder, results, libraryPanels, interruptedAt: { title: name, doing: 'library-panel' } };
  for (const step of plan.steps) {
    try {
      const result = withoutItsPanel(step, libraryPanels) ?? (await applyStep(step, folderUid, applying));
      log.info(`${result.kind}: ${result.wanted.title} (${result.reason})`);
      results.push(result);
    } catch (thrown) {
      if (!isInterruption(thrown)) throw thrown;
      return { folder, results, libraryPanels, interruptedAt: { title: step.wanted.title, doing: 'import' } };
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
    case 'kept':
      return { kind: step.kind, wanted: step.wanted, url: step.url, reason: step.reason };
    case 'adopt':
      return await adopt(step, folderUid, applying);
    case 'conflict':
      return conflicted(step, conflictHints[step.cause] ?? conflictHint(step.wanted));
    case 'unreadable':
      return failed(step.wanted, explainFailure(step.failure));
    case 'create':
    case 'update':
      return await save(step, folderUid, applying);
  }
}

type Adopting = Extract<ImportStep, { readonly kind: 'adopt' }>;

/** The content stays, so nothing is lost when this does not work: the next run tries again. */
async function adopt(step: Adopting, folderUid: string, { transport, origin }: Applying): Promise<DashboardResult> {
  const { wanted, version, url, reason } = step;
  const { uid, json, hash, file } = wanted;
  const message = saveMessage(hash, { ...origin, file });
  const request = { uid, json, folderUid, message, expectedVersion: version, onConflict: 'stop' } as const;
  const outcome = await saveDashboard(transport, request);
  const recorded = outcome.kind === 'saved' ? '; from now on it counts as imported' : '';
  return { kind: 'unchanged', wanted, url, reason: `${reason}${recorded}` };
}

type Writing = Extract<ImportStep, { readonly kind: 'create' | 'update' }>;

async function save(step: Writing, folderUid: string, applying: Applying): Promise<DashboardResult> {
  const { uid, json, hash, file } = step.wanted;
  const refusal = await keepBefore(step, applying);
  if (refusal !== undefined) return notReplaced(step, refusal);
  const outcome = await saveDashboard(applying.transport, {
    uid,
    json,
    folderUid,
    message: saveMessage(hash, { ...applying.origin, file }),
    expectedVersion: step.kind === 'update' ? step.version : undefined,
    onConflict: applying.overwrite === 'always' ? 'replace' : 'stop',
    beforeReplacing: applying.backup.keep,
  });
  if (outcome.kind !== 'conflict' || step.kind === 'update') return resultOf(step, outcome, applying);
  const again = await planAgain(step, folderUid, applying);
  return again === undefined ? resultOf(step, outcome, applying) : applyStep(again.step, folderUid, again.applying);
}

interface PlannedAgain {
  readonly step: ImportStep;
  /** With what was read now. */
  readonly applying: Applying;
}

/**
 * It was not there when the plan was made, or Grafana answered "not found" for another reason, as it does for every
 * error of reading (getDashboardHelper in pkg/api/dashboard.go). What is there now decides.
 */
async function planAgain(
  { wanted }: Writing,
  folderUid: string,
  applying: Applying,
): Promise<PlannedAgain | undefined> {
  const { transport, overwrite, origin } = applying;
  const read = await readExisting(transport, [wanted]);
  if (read.kind !== 'ok') return undefined;
  const how = { folderUid, overwrite, environment: origin.environment };
  const [step] = planImport({ wanted: [wanted], ...read.value, ...how });
  if (step === undefined || step.kind === 'create') return undefined;
  return { step, applying: { ...applying, existing: new Map([...applying.existing, ...read.value.existing]) } };
}

/** The version that the save will replace: it asks Grafana for exactly that one. */
async function keepBefore({ kind, wanted }: Writing, { existing, backup }: Applying): Promise<string | undefined> {
  const stored = existing.get(wanted.uid);
  return kind === 'create' || stored === undefined ? undefined : backup.keep(stored);
}

function notReplaced({ wanted }: Writing, reason: string): DashboardResult {
  return { kind: 'failed', wanted, url: undefined, reason, ...notKept };
}

function resultOf(step: Writing, outcome: SaveOutcome, { overwrite }: Applying): DashboardResult {
  const { wanted, reason } = step;
  switch (outcome.kind) {
    case 'saved':
      return { kind: step.kind === 'create' ? 'created' : 'updated', wanted, url: outcome.url, reason };
    case 'conflict': {
      const who = outcome.updatedBy === '' ? 'somebody' : outcome.updatedBy;
      const seen = `${who} saved version ${outcome.version} during the import`;
      if (overwrite === 'never') return { kind: 'kept', wanted, url: `/d/${wanted.uid}`, reason: seen };
      return conflicted({ wanted, reason: seen }, conflictHint(wanted));
    }
    case 'not-replaced':
      return notReplaced(step, outcome.reason);
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
