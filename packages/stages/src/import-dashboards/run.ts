import { type DashboardDocument, missingPermissions, readExisting } from '@fly-monitoring/grafana';
import { type StageTools, SuiteError } from '@fly-monitoring/kit';
import { applyPlan } from './apply-plan.js';
import { applyDatasource } from './datasource/apply-datasource.js';
import { type DatasourcePlan, foreseen, planDatasource } from './datasource/plan-datasource.js';
import type { ThisPrometheus } from './datasource/this-prometheus.js';
import type { GrafanaGiven, ImportInputs } from './inputs.js';
import type { ImportOutcome } from './outcome.js';
import { type FileWarning, fileWarnings, type ImportPlan, planSteps, wantDashboards } from './plan.js';
import { planFolder } from './plan-folder.js';
import { type GrafanaFacts, readGrafana, valueOrThrow, wakeBudgetMs } from './read-grafana.js';

export interface ImportWork {
  readonly grafana: GrafanaGiven;
  readonly inputs: ImportInputs;
  readonly documents: readonly DashboardDocument[];
  /** What the dashboards show; undefined when nothing tells. */
  readonly prometheus: ThisPrometheus | undefined;
}

interface PlannedImport {
  readonly plan: ImportPlan;
  readonly datasource: DatasourcePlan;
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
  const planned = await planWork(work, { tools, wakeBudgetMs });
  const { plan, facts, warnings } = planned;
  const { transport, server } = facts;
  if (inputs.dryRun) {
    const { notices, ...seen } = foreseen(planned.datasource);
    return { kind: 'planned', grafana: { ...server, ...seen }, plan, notices, warnings };
  }
  const { datasource, because, notices } = await applyDatasource(transport, planned.datasource);
  const seen = { ...server, datasource, because };
  tools.log.info(`Grafana ${seen.version} at ${seen.url}, data source ${datasource.name} (${because})`);
  const { repository, sha, runUrl } = tools.context;
  const origin = { repository, sha, runUrl };
  const applied = await applyPlan({ transport, plan, overwrite: inputs.overwrite, origin, log: tools.log });
  return { kind: 'imported', grafana: seen, ...applied, warnings, notices };
}

interface Asking {
  readonly tools: StageTools;
  readonly wakeBudgetMs: number;
}

/** @throws SuiteError when the token may not do all of it: half an import is worse than none */
async function planWork(work: ImportWork, asking: Asking): Promise<PlannedImport> {
  const { grafana, inputs, documents, prometheus } = work;
  const facts = await readGrafana(grafana, asking);
  const { transport, datasources: all, permissions, folders } = facts;
  const chosen = planDatasource({ all, named: inputs.datasource, prometheus, grafanaUrl: grafana.url, permissions });
  const kept = chosen.kind === 'use' && chosen.isGuess ? all.map(({ uid }) => uid) : [];
  const { datasource } = chosen;
  const datasources = chosen.kind === 'make' ? [...all, datasource] : all;
  const filled = wantDashboards({ documents, datasource, kept, datasources });
  const { wanted } = filled;
  const warnings = fileWarnings(documents, filled, datasources);
  const existing = valueOrThrow('Reading the dashboards', await readExisting(transport, wanted));
  const folder = await planFolder(transport, inputs.folder, folders);
  const plan = planSteps(wanted, existing, { folder, overwrite: inputs.overwrite });
  checkPermissions(plan, facts);
  return { plan, datasource: chosen, facts, warnings };
}

function checkPermissions({ folder, steps }: ImportPlan, { permissions, server }: GrafanaFacts): void {
  const missing = missingPermissions({ steps, makesFolder: !folder.exists, permissions });
  if (missing.length === 0) return;
  throw new SuiteError({
    code: 'GRAFANA_TOKEN_REFUSED',
    message: `The Grafana token may not do what this import needs at ${server.url}: it lacks ${missing.join(', ')}. Nothing was imported.`,
    hint: 'Give its service account the role Editor in Grafana under Administration, Service accounts.',
  });
}
