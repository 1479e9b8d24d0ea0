import {
  type DashboardDocument,
  type ExistingDashboard,
  placeInEnvironment,
  readExisting,
  type WantedDashboard,
} from '@fly-monitoring/grafana';
import type { StageTools } from '@fly-monitoring/kit';
import type { GrafanaGiven, ImportInputs } from './inputs.js';
import { type FileWarning, fileWarnings, type ImportPlan, planSteps, type Wanted, wantDashboards } from './plan.js';
import { planFolder } from './plan-folder.js';
import { type GrafanaFacts, readGrafana, valueOrThrow } from './read-grafana.js';

export interface ImportWork {
  readonly grafana: GrafanaGiven;
  readonly inputs: ImportInputs;
  readonly documents: readonly DashboardDocument[];
}

export interface Asking {
  readonly tools: StageTools;
  readonly wakeBudgetMs: number;
}

/** What an import knows before it writes: the files, Grafana, and what is to be done. */
export interface ReadImport {
  readonly facts: GrafanaFacts;
  /** In the order of the documents. */
  readonly wanted: readonly WantedDashboard[];
  /** What an import writes of other documents. @throws SuiteError DASHBOARD_INVALID */
  readonly wantedOf: (documents: readonly DashboardDocument[]) => readonly WantedDashboard[];
  /** By uid. */
  readonly existing: ReadonlyMap<string, ExistingDashboard>;
  readonly plan: ImportPlan;
  readonly warnings: readonly FileWarning[];
}

/** Reads, and changes nothing. @throws SuiteError */
export async function readWork({ grafana, inputs, documents }: ImportWork, asking: Asking): Promise<ReadImport> {
  const facts = await readGrafana(grafana, inputs.datasource, asking);
  const { transport, datasources, datasource, folders } = facts;
  const kept = inputs.datasource === undefined ? datasources.map(({ uid }) => uid) : [];
  const fill = (some: readonly DashboardDocument[]) =>
    wantDashboards({ documents: some, datasource, kept, datasources });
  const place = ({ wanted }: Wanted) => placed(wanted, { environment: inputs.place, grafanaUrl: grafana.url });
  const filled = fill(documents);
  const wanted = place(filled);
  const warnings = fileWarnings(documents, filled, datasources);
  const existing = valueOrThrow('Reading the dashboards', await readExisting(transport, wanted));
  const folder = await planFolder(transport, inputs.folder, folders);
  const plan = planSteps(wanted, existing, { folder, overwrite: inputs.overwrite, environment: inputs.place });
  return { facts, wanted, wantedOf: (some) => place(fill(some)), existing, plan, warnings };
}

interface Place {
  readonly environment: string | undefined;
  readonly grafanaUrl: string;
}

function placed(wanted: readonly WantedDashboard[], { environment, grafanaUrl }: Place): readonly WantedDashboard[] {
  return environment === undefined ? wanted : placeInEnvironment(wanted, { environment, grafanaUrl });
}
