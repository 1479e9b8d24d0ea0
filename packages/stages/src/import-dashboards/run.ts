import { invalid, missingPermissions, type Transport } from '@fly-monitoring/grafana';
import { type StageTools, SuiteError } from '@fly-monitoring/kit';
import { annotateRelease } from './annotate.js';
import { type Applied, applyPlan } from './apply-plan.js';
import { type Backup, backupIn } from './backup.js';
import { applyDatasource } from './datasource/apply-datasource.js';
import { foreseen } from './datasource/plan-datasource.js';
import type { ImportInputs } from './inputs.js';
import type { ImportOutcome, InterruptedAt } from './outcome.js';
import type { Pruned } from './prune/apply-prune.js';
import { deleteNothing, nothingToPrune, type PrunePlan } from './prune/prune-plan.js';
import type { Differences } from './read-differences.js';
import type { GrafanaFacts } from './read-grafana.js';
import { type Asking, type ImportWork, type ReadImport, readWork } from './read-work.js';

interface PlannedImport extends ReadImport {
  readonly prune: PrunePlan;
}

/** Of a check before other work: a Grafana that sleeps may wake up meanwhile. */
const preflightWakeMs = 15_000;

/**
 * Reads and plans all that an import would need. A bad file is refused here whatever "strict" says: what is known before
 * a deploy must not be found out after it.
 * @throws SuiteError
 */
export async function preflightImport(work: ImportWork, tools: StageTools): Promise<void> {
  if (work.bad.length > 0) throw invalid(work.bad);
  const { bad } = await planWork(work, { tools, wakeBudgetMs: preflightWakeMs });
  if (bad.length > 0) throw invalid(bad);
}

/** Reads, plans and, unless it is a dry run, writes. */
export async function runImport(work: ImportWork, tools: StageTools): Promise<ImportOutcome> {
  const { inputs } = work;
  const planned = await planWork(work, { tools, wakeBudgetMs: inputs.wakeTimeout });
  const { plan, prune, facts, warnings, bad } = planned;
  const { transport, server } = facts;
  if (inputs.dryRun) {
    const conflicts = plan.steps.flatMap(({ kind, wanted }) => (kind === 'conflict' ? [wanted.uid] : []));
    const differences = await differencesOf(transport, conflicts);
    const { notices, ...seen } = foreseen(planned.datasource);
    return { kind: 'planned', grafana: { ...server, ...seen }, plan, prune, differences, notices, warnings, bad };
  }
  const { datasource, because, notices } = await applyDatasource(transport, planned.datasource);
  const seen = { ...server, datasource, because };
  tools.log.info(`Grafana ${seen.version} at ${seen.url}, data source ${datasource.name} (${because})`);
  const backup = backupIn(inputs.backupFolder, { files: tools.files, workspace: tools.context.workspace });
  const applied = await writeAll(inputs, planned, { tools, backup });
  const pruned = await pruneAfter(applied, planned, { tools, backup });
  const interruptedAt = interruption(applied, pruned);
  const conflicts = applied.results.flatMap(({ kind, wanted }) => (kind === 'conflicted' ? [wanted.uid] : []));
  // A cancelled run asks nothing more.
  const differences = interruptedAt === undefined ? await differencesOf(transport, conflicts) : nothingDiffers;
  const backupFolder = backup.hasFiles() ? backup.folder : undefined;
  const { folder, results, libraryPanels } = applied;
  const all = [...results, ...libraryPanels, ...pruned.results];
  const isComplete = interruptedAt === undefined && bad.length === 0 && all.every(({ kind }) => !isBad(kind));
  const annotation =
    inputs.annotate && isComplete ? await annotateRelease({ transport, inputs, context: tools.context }) : undefined;
  const told = { annotation, pruned: pruned.results, differences, backupFolder, interruptedAt, notices, warnings, bad };
  return { kind: 'imported', grafana: seen, folder, results, libraryPanels, ...told };
}

const nothingDiffers: Differences = new Map();

/** Loaded where there is a conflict; most imports have none. */
async function differencesOf(transport: Transport, uids: readonly string[]): Promise<Differences> {
  if (uids.length === 0) return nothingDiffers;
  const { readDifferences } = await import('./read-differences.js');
  return readDifferences(transport, uids);
}

interface Writing {
  readonly tools: StageTools;
  readonly backup: Backup;
}

function writeAll(inputs: ImportInputs, { plan, existing, facts }: PlannedImport, writing: Writing): Promise<Applied> {
  const { tools, backup } = writing;
  const { repository, sha, runUrl } = tools.context;
  const origin = { repository, sha, runUrl, environment: inputs.place };
  const { overwrite } = inputs;
  return applyPlan({ transport: facts.transport, plan, existing, overwrite, origin, backup, log: tools.log });
}

/** Deletes come last, and only when everything is written: the old dashboard may be all that there is. */
async function pruneAfter(
  { results, libraryPanels, interruptedAt }: Applied,
  { prune, facts }: PlannedImport,
  { tools, backup }: Writing,
): Promise<Pruned> {
  if (prune === nothingToPrune) return { results: [], interruptedAt: undefined };
  const { applyPrune, skipPrune } = await import('./prune/apply-prune.js');
  const isWritten = [...results, ...libraryPanels].every(({ kind }) => !isBad(kind));
  if (interruptedAt !== undefined || !isWritten) return { results: skipPrune(prune), interruptedAt: undefined };
  return applyPrune({ transport: facts.transport, plan: prune, backup, log: tools.log });
}

function isBad(kind: string): boolean {
  return kind === 'failed' || kind === 'conflicted';
}

function interruption(applied: Applied, { interruptedAt: title }: Pruned): InterruptedAt | undefined {
  return applied.interruptedAt ?? (title === undefined ? undefined : { title, doing: 'deletion' });
}

/** @throws SuiteError when the token may not do all of it: half an import is worse than none */
async function planWork(work: ImportWork, asking: Asking): Promise<PlannedImport> {
  const read = await readWork(work, asking);
  const prune = await planDeletes(work.inputs, read, asking.tools);
  checkPermissions({ plan: read.plan, prune, annotates: work.inputs.annotate }, read.facts);
  return { ...read, prune };
}

async function planDeletes(inputs: ImportInputs, read: ReadImport, tools: StageTools): Promise<PrunePlan> {
  const { wanted, plan, facts, bad } = read;
  if (!inputs.prune || !plan.folder.exists) return nothingToPrune;
  const { files, context } = tools;
  const { repository, workspace } = context;
  const place = { folderUid: plan.folder.uid, repository, environment: inputs.place };
  const { planPrune } = await import('./prune/plan-prune.js');
  const planned = await planPrune({ transport: facts.transport, wanted, files, workspace, ...place });
  // A bad file may be the dashboard that seems to be gone.
  return bad.length === 0 ? planned : deleteNothing(planned);
}

interface Plans extends Pick<PlannedImport, 'plan' | 'prune'> {
  readonly annotates: boolean;
}

function checkPermissions(
  { plan: { folder, steps, libraryPanels }, prune, annotates }: Plans,
  { permissions, server }: GrafanaFacts,
): void {
  const deletes = prune.deletes.length > 0;
  const missing = missingPermissions({
    steps,
    makesFolder: !folder.exists,
    libraryPanels,
    deletes,
    annotates,
    permissions,
  });
  if (missing.length === 0) return;
  throw new SuiteError({
    code: 'GRAFANA_TOKEN_REFUSED',
    message: `The Grafana token may not do what this import needs at ${server.url}: it lacks ${missing.join(', ')}. Nothing was imported.`,
    hint: 'Give its service account the role Editor in Grafana under Administration, Service accounts.',
  });
}
