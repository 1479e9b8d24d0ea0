import { type DashboardDocument, missingPermissions, planLibraryPanels, readExisting } from '@fly-monitoring/grafana';
import { type StageTools, SuiteError } from '@fly-monitoring/kit';
import { applyPlan } from './apply-plan.js';
import { type BadFile, invalid } from './bad-file.js';
import type { GrafanaGiven, ImportInputs } from './inputs.js';
import type { ImportOutcome } from './outcome.js';
import { type FileWarning, fileWarnings, type ImportPlan, planSteps, wantDashboards } from './plan.js';
import { planFolder } from './plan-folder.js';
import { type GrafanaFacts, readGrafana, valueOrThrow, wakeBudgetMs } from './read-grafana.js';

export interface ImportWork {
  readonly grafana: GrafanaGiven;
  readonly inputs: ImportInputs;
  readonly documents: readonly DashboardDocument[];
  /** Files that no dashboard could be read from. */
  readonly bad: readonly BadFile[];
}

interface PlannedImport {
  readonly plan: ImportPlan;
  readonly facts: GrafanaFacts;
  readonly warnings: readonly FileWarning[];
  readonly bad: readonly BadFile[];
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
  const { plan, facts, warnings, bad } = await planWork(work, { tools, wakeBudgetMs });
  const { transport, seen } = facts;
  tools.log.info(`Grafana ${seen.version} at ${seen.url}, data source ${seen.datasourceName} (${seen.because})`);
  if (inputs.dryRun) return { kind: 'planned', grafana: seen, plan, warnings, bad };
  const { repository, sha, runUrl } = tools.context;
  const origin = { repository, sha, runUrl };
  const applied = await applyPlan({ transport, plan, overwrite: inputs.overwrite, origin, log: tools.log });
  return { kind: 'imported', grafana: seen, ...applied, warnings, bad };
}

interface Asking {
  readonly tools: StageTools;
  readonly wakeBudgetMs: number;
}

/** @throws SuiteError when the token may not do all of it: half an import is worse than none */
async function planWork({ grafana, inputs, documents, bad }: ImportWork, asking: Asking): Promise<PlannedImport> {
  const facts = await readGrafana(grafana, inputs.datasource, asking);
  const { transport, datasources, datasource, folders } = facts;
  const kept = inputs.datasource === undefined ? datasources.map(({ uid }) => uid) : [];
  const filled = wantDashboards({ documents, datasource, kept, datasources });
  const { wanted } = filled;
  const allBad = [...bad, ...filled.bad];
  if (allBad.length > 0 && (inputs.strict || wanted.length === 0)) throw invalid(allBad);
  const existing = valueOrThrow('Reading the dashboards', await readExisting(transport, wanted));
  const folder = await planFolder(transport, inputs.folder, folders);
  const library = await planLibraryPanels(transport, wanted, inputs.overwrite);
  const plan = planSteps(wanted, existing, {
    folder,
    overwrite: inputs.overwrite,
    libraryPanels: library.steps,
  });
  const warnings = [...fileWarnings(documents, filled, datasources), ...library.notes];
  checkPermissions(plan, facts);
  return { plan, facts, warnings, bad: allBad };
}

function checkPermissions({ folder, steps, libraryPanels }: ImportPlan, { permissions, seen }: GrafanaFacts): void {
  const missing = missingPermissions({ steps, makesFolder: !folder.exists, libraryPanels, permissions });
  if (missing.length === 0) return;
  throw new SuiteError({
    code: 'GRAFANA_TOKEN_REFUSED',
    message: `The Grafana token may not do what this import needs at ${seen.url}: it lacks ${missing.join(', ')}. Nothing was imported.`,
    hint: 'Give its service account the role Editor in Grafana under Administration, Service accounts.',
  });
}
