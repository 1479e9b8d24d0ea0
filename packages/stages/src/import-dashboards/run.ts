import { type DashboardDocument, missingPermissions, readExisting } from '@fly-monitoring/grafana';
import { type StageTools, SuiteError } from '@fly-monitoring/kit';
import { applyPlan } from './apply-plan.js';
import type { GrafanaGiven, ImportInputs } from './inputs.js';
import type { ImportOutcome } from './outcome.js';
import { type FileWarning, fileWarnings, type ImportPlan, planSteps, wantDashboards } from './plan.js';
import { planFolder } from './plan-folder.js';
import { type GrafanaFacts, readGrafana, valueOrThrow, wakeBudgetMs } from './read-grafana.js';

export interface ImportWork {
  readonly grafana: GrafanaGiven;
  readonly inputs: ImportInputs;
  readonly documents: readonly DashboardDocument[];
}

interface PlannedImport {
  readonly plan: ImportPlan;
  readonly facts: GrafanaFacts;
  readonly warnings: readonly FileWarning[];
}

/** Of a check before other work: a Grafana that sleeps may wake up meanwhile. */
const preflightWakeMs = 15_000;

/** Reads and plans all that an import would need. @throws SuiteError */
export async function preflightImport(work: ImportWork, tools: StageTools): Promise<void> {
  await planWork(work, { tools, wakeBudgetMs: preflightWakeMs });
}

/** Reads, plans and, unless it is a dry run, writes. */
export async function runImport(work: ImportWork, tools: StageTools): Promise<ImportOutcome> {
  const { inputs } = work;
  const { plan, facts, warnings } = await planWork(work, { tools, wakeBudgetMs });
  const { transport, seen } = facts;
  tools.log.info(`Grafana ${seen.version} at ${seen.url}, data source ${seen.datasourceName} (${seen.because})`);
  if (inputs.dryRun) return { kind: 'planned', grafana: seen, plan, warnings };
  const { repository, sha, runUrl } = tools.context;
  const origin = { repository, sha, runUrl };
  const applied = await applyPlan({ transport, plan, overwrite: inputs.overwrite, origin, log: tools.log });
  return { kind: 'imported', grafana: seen, ...applied, warnings };
}

interface Asking {
  readonly tools: StageTools;
  readonly wakeBudgetMs: number;
}

/** @throws SuiteError when the token may not do all of it: half an import is worse than none */
async function planWork({ grafana, inputs, documents }: ImportWork, asking: Asking): Promise<PlannedImport> {
  const facts = await readGrafana(grafana, inputs.datasource, asking);
  const { transport, datasources, datasource, folders } = facts;
  const kept = inputs.datasource === undefined ? datasources.map(({ uid }) => uid) : [];
  const filled = wantDashboards({ documents, datasource, kept, datasources });
  const { wanted } = filled;
  const warnings = fileWarnings(documents, filled, datasources);
  const existing = valueOrThrow('Reading the dashboards', await readExisting(transport, wanted));
  const folder = await planFolder(transport, inputs.folder, folders);
  const plan = planSteps(wanted, existing, { folder, overwrite: inputs.overwrite });
  checkPermissions(plan, facts);
  return { plan, facts, warnings };
}

function checkPermissions({ folder, steps }: ImportPlan, { permissions, seen }: GrafanaFacts): void {
  const missing = missingPermissions({ steps, makesFolder: !folder.exists, permissions });
  if (missing.length === 0) return;
  throw new SuiteError({
    code: 'GRAFANA_TOKEN_REFUSED',
    message: `The Grafana token may not do what this import needs at ${seen.url}: it lacks ${missing.join(', ')}. Nothing was imported.`,
    hint: 'Give its service account the role Editor in Grafana under Administration, Service accounts.',
  });
}
