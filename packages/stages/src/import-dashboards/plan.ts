import {
  type BadFile,
  type DashboardDocument,
  type Datasource,
  type ExistingDashboards,
  type ImportStep,
  type LibraryPanelStep,
  type OverwriteMode,
  planImport,
  substituteInputs,
  unknownDatasources,
  type WantedDashboard,
  wantedDashboard,
} from '@fly-monitoring/grafana';
import type { FolderPlan } from './plan-folder.js';

export interface ImportPlan {
  readonly folder: FolderPlan;
  readonly steps: readonly ImportStep[];
  /** Of the library, before the dashboards that show it. */
  readonly libraryPanels: readonly LibraryPanelStep[];
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
  /** Documents with a placeholder that nothing fills. */
  readonly bad: readonly BadFile[];
  readonly notes: readonly FileWarning[];
}

/** The dashboards with the data source in its place. */
export function wantDashboards({ documents, datasource, kept, datasources }: Wish): Wanted {
  const bad: BadFile[] = [];
  const notes: FileWarning[] = [];
  const wanted: WantedDashboard[] = [];
  for (const document of documents) {
    const result = substituteInputs(document.json, { ...datasource, kept, all: datasources });
    if (result.kind === 'invalid') {
      bad.push({ file: document.file, problems: result.problems });
      continue;
    }
    wanted.push(wantedDashboard(document, result));
    notes.push(...result.notes.map((message) => ({ file: document.file, message })));
  }
  return { wanted, bad, notes };
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
    ...wanted.flatMap(({ file, json, libraryPanels }) =>
      unknownDatasources({ json, libraryPanels }, known).map((uid) => ({
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
  readonly libraryPanels: readonly LibraryPanelStep[];
}

export function planSteps(
  wanted: readonly WantedDashboard[],
  existing: ExistingDashboards,
  { folder, overwrite, environment, libraryPanels }: PlanChoices,
): ImportPlan {
  const steps = planImport({ wanted, ...existing, folderUid: folder.uid, overwrite, environment });
  // What only dashboards show that are left alone is left alone too.
  const shown = new Set(steps.flatMap((step) => (isLeft(step) ? [] : uidsOfLibrary(step.wanted))));
  return { folder, steps, libraryPanels: libraryPanels.filter(({ panel }) => shown.has(panel.uid)) };
}

function isLeft({ kind }: ImportStep): boolean {
  return kind === 'conflict' || kind === 'unreadable' || kind === 'kept';
}

export function uidsOfLibrary({ libraryPanels = [] }: WantedDashboard): readonly string[] {
  return libraryPanels.map(({ uid }) => uid);
}
