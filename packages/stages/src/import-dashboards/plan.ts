import {
  type DashboardDocument,
  type Datasource,
  type ExistingDashboard,
  type ImportStep,
  type OverwriteMode,
  planImport,
  substituteInputs,
  unknownDatasources,
  type WantedDashboard,
  wantedDashboard,
} from '@fly-monitoring/grafana';
import type { FolderPlan } from './plan-folder.js';
import { invalid } from './read-dashboards.js';

export interface ImportPlan {
  readonly folder: FolderPlan;
  readonly steps: readonly ImportStep[];
}

/** Something that is worth a look and keeps nothing from being imported. */
export interface FileWarning {
  readonly file: string;
  readonly message: string;
}

export interface Wish {
  readonly documents: readonly DashboardDocument[];
  readonly datasource: Datasource;
  /** Data sources of this Grafana that a dashboard may open on by itself; none when the input says which. */
  readonly kept: readonly string[];
  /** All of this Grafana. */
  readonly datasources: readonly Datasource[];
}

export interface Wanted {
  readonly wanted: readonly WantedDashboard[];
  readonly notes: readonly FileWarning[];
}

/**
 * The dashboards with the data source in its place.
 * @throws SuiteError DASHBOARD_INVALID with everything that nothing fills
 */
export function wantDashboards({ documents, datasource, kept, datasources }: Wish): Wanted {
  const problems: string[] = [];
  const notes: FileWarning[] = [];
  const wanted: WantedDashboard[] = [];
  for (const document of documents) {
    const result = substituteInputs(document.json, { ...datasource, kept, all: datasources });
    if (result.kind === 'invalid') {
      problems.push(...result.problems.map((problem) => `${document.file}: ${problem}`));
      continue;
    }
    wanted.push(wantedDashboard(document, result.json));
    notes.push(...result.notes.map((message) => ({ file: document.file, message })));
  }
  if (problems.length > 0) throw invalid(problems);
  return { wanted, notes };
}

export function fileWarnings(
  documents: readonly DashboardDocument[],
  { wanted, notes: substituted }: Wanted,
  datasources: readonly Datasource[],
): readonly FileWarning[] {
  const known = datasources.flatMap(({ uid, name }) => [uid, name]);
  return [
    ...documents.flatMap(({ file, notes }) => notes.map((message) => ({ file, message }))),
    ...substituted,
    ...wanted.flatMap(({ file, json }) =>
      unknownDatasources(json, known).map((uid) => ({
        file,
        message: `it names the data source "${uid}", which this Grafana does not have: its panels will stay empty`,
      })),
    ),
  ];
}

export interface PlanChoices {
  readonly folder: FolderPlan;
  readonly overwrite: OverwriteMode;
  /** Undefined for production. */
  readonly environment: string | undefined;
}

export function planSteps(
  wanted: readonly WantedDashboard[],
  existing: ReadonlyMap<string, ExistingDashboard>,
  { folder, overwrite, environment }: PlanChoices,
): ImportPlan {
  return { folder, steps: planImport({ wanted, existing, folderUid: folder.uid, overwrite, environment }) };
}
