import {
  type DashboardDocument,
  type Datasource,
  type ExistingDashboard,
  type Folder,
  folderUidFor,
  type ImportStep,
  type OverwriteMode,
  planImport,
  substituteInputs,
  unknownDatasources,
  type WantedDashboard,
  wantedDashboard,
} from '@fly-monitoring/grafana';
import { SuiteError } from '@fly-monitoring/kit';
import { invalid } from './read-dashboards.js';

/** Where the dashboards shall be. */
export interface FolderPlan extends Folder {
  readonly exists: boolean;
}

export interface ImportPlan {
  readonly folder: FolderPlan;
  readonly steps: readonly ImportStep[];
}

/** Something that is worth a look and keeps nothing from being imported. */
export interface FileWarning {
  readonly file: string;
  readonly message: string;
}

/**
 * Grafana's root is called General in the page, and has no uid.
 * @throws SuiteError INPUT_INVALID when several folders have the title
 */
export function planFolder(title: string, folders: readonly Folder[]): FolderPlan {
  if (title.toLowerCase() === 'general') return { uid: '', title: 'General', exists: true };
  const twins = folders.filter((folder) => folder.title === title);
  if (twins.length > 1) throw ambiguous(title, twins);
  const found = twins[0] ?? folders.find((folder) => folder.uid === title);
  if (found !== undefined) return { ...found, exists: true };
  return { uid: folderUidFor(title), title, exists: false };
}

function ambiguous(title: string, twins: readonly Folder[]): SuiteError {
  const uids = twins.map(({ uid }) => `"${uid}"`).join(', ');
  return new SuiteError({
    code: 'INPUT_INVALID',
    message: `Input "folder" is "${title}"; Grafana has ${twins.length} folders of that title, with the uids ${uids}.`,
    hint: 'Set input "folder" to the uid of the one that is meant, or give the others another title in Grafana.',
  });
}

export interface Wish {
  readonly documents: readonly DashboardDocument[];
  readonly datasource: Datasource;
  /** Data sources of this Grafana that a dashboard may open on by itself; none when the input says which. */
  readonly kept: readonly string[];
}

/**
 * The dashboards with the data source in its place.
 * @throws SuiteError DASHBOARD_INVALID with everything that nothing fills
 */
export function wantDashboards({ documents, datasource, kept }: Wish): readonly WantedDashboard[] {
  const problems: string[] = [];
  const wanted: WantedDashboard[] = [];
  for (const document of documents) {
    const result = substituteInputs(document.json, { ...datasource, kept });
    if (result.kind === 'substituted') wanted.push(wantedDashboard(document, result.json));
    else problems.push(...result.problems.map((problem) => `${document.file}: ${problem}`));
  }
  if (problems.length > 0) throw invalid(problems);
  return wanted;
}

export function fileWarnings(
  documents: readonly DashboardDocument[],
  wanted: readonly WantedDashboard[],
  datasources: readonly Datasource[],
): readonly FileWarning[] {
  const known = datasources.flatMap(({ uid, name }) => [uid, name]);
  return [
    ...documents.flatMap(({ file, notes }) => notes.map((message) => ({ file, message }))),
    ...wanted.flatMap(({ file, json }) =>
      unknownDatasources(json, known).map((uid) => ({
        file,
        message: `it names the data source "${uid}", which this Grafana does not have: its panels will stay empty`,
      })),
    ),
  ];
}

export function planSteps(
  wanted: readonly WantedDashboard[],
  existing: ReadonlyMap<string, ExistingDashboard>,
  { folder, overwrite }: { readonly folder: FolderPlan; readonly overwrite: OverwriteMode },
): ImportPlan {
  return { folder, steps: planImport({ wanted, existing, folderUid: folder.uid, overwrite }) };
}
