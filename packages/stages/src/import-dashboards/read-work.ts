import {
  type BadFile,
  type DashboardDocument,
  type ExistingDashboards,
  invalid,
  placeInEnvironment,
  planLibraryPanels,
  readExisting,
  type WantedDashboard,
} from '@fly-monitoring/grafana';
import type { StageTools } from '@fly-monitoring/kit';
import { type DatasourcePlan, planDatasource } from './datasource/plan-datasource.js';
import type { ThisPrometheus } from './datasource/this-prometheus.js';
import type { GrafanaGiven, ImportInputs } from './inputs.js';
import { type FileWarning, fileWarnings, type ImportPlan, planSteps, type Wanted, wantDashboards } from './plan.js';
import { planFolder } from './plan-folder.js';
import { type GrafanaFacts, readGrafana, valueOrThrow } from './read-grafana.js';

export interface ImportWork {
  readonly grafana: GrafanaGiven;
  readonly inputs: ImportInputs;
  readonly documents: readonly DashboardDocument[];
  /** Files that no dashboard could be read from. */
  readonly bad: readonly BadFile[];
  /** What the dashboards show; undefined when nothing tells. */
  readonly prometheus: ThisPrometheus | undefined;
}

export interface Asking {
  readonly tools: StageTools;
  readonly wakeBudgetMs: number;
}

/** What an import knows before it writes: the files, Grafana, and what is to be done. */
export interface ReadImport extends ExistingDashboards {
  readonly facts: GrafanaFacts;
  readonly datasource: DatasourcePlan;
  /** In the order of the documents, without the bad ones. */
  readonly wanted: readonly WantedDashboard[];
  /** What an import writes of other documents, without the bad ones. */
  readonly wantedOf: (documents: readonly DashboardDocument[]) => readonly WantedDashboard[];
  readonly plan: ImportPlan;
  readonly warnings: readonly FileWarning[];
  /** Files without a dashboard, and with one that cannot be imported. */
  readonly bad: readonly BadFile[];
}

/** Reads, and changes nothing. @throws SuiteError */
export async function readWork(work: ImportWork, asking: Asking): Promise<ReadImport> {
  const { grafana, inputs, documents, prometheus } = work;
  const { overwrite, place: environment } = inputs;
  const facts = await readGrafana(grafana, asking);
  const { transport, datasources: all, permissions, folders } = facts;
  const chosen = planDatasource({ all, named: inputs.datasource, prometheus, grafanaUrl: grafana.url, permissions });
  const kept = chosen.kind === 'use' && chosen.isGuess ? all.map(({ uid }) => uid) : [];
  const { datasource } = chosen;
  const datasources = chosen.kind === 'make' ? [...all, datasource] : all;
  const fill = (some: readonly DashboardDocument[]) =>
    wantDashboards({ documents: some, datasource, kept, datasources });
  const place = ({ wanted }: Wanted) => placed(wanted, { environment, grafanaUrl: grafana.url });
  const filled = fill(documents);
  const bad = [...work.bad, ...filled.bad];
  const wanted = place(filled);
  if (bad.length > 0 && (inputs.strict || wanted.length === 0)) throw invalid(bad);
  const found = valueOrThrow('Reading the dashboards', await readExisting(transport, wanted));
  const folder = await planFolder(transport, inputs.folder, folders);
  const library = await planLibraryPanels(transport, wanted, overwrite);
  const plan = planSteps(wanted, found, { folder, overwrite, environment, libraryPanels: library.steps });
  const warnings = [...fileWarnings(documents, filled, datasources), ...library.notes];
  const wantedOf = (some: readonly DashboardDocument[]) => place(fill(some));
  return { ...found, facts, datasource: chosen, wanted, wantedOf, plan, warnings, bad };
}

interface Place {
  readonly environment: string | undefined;
  readonly grafanaUrl: string;
}

function placed(wanted: readonly WantedDashboard[], { environment, grafanaUrl }: Place): readonly WantedDashboard[] {
  return environment === undefined ? wanted : placeInEnvironment(wanted, { environment, grafanaUrl });
}
