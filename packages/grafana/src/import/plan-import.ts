import type { GrafanaFailure } from '../api/answer.js';
import { isOtherSchema } from '../api/dashboards/dashboards.js';
import type { ExistingDashboard } from './read-existing.js';
import { type ImportMark, importMark } from './save-message.js';
import type { WantedDashboard } from './wanted-dashboard.js';

/** `managed`: replace only what we saved last. `always`: replace whatever is there. `never`: only make what is missing. */
export type OverwriteMode = 'managed' | 'always' | 'never';

export type ConflictCause =
  /** The newest of several versions is not ours: somebody saved it. */
  | 'edited'
  /** It was made by somebody else and never imported. */
  | 'foreign'
  /** Grafana gave no history to judge by. */
  | 'unknown-history'
  /** An import for another environment saved it. */
  | 'other-environment'
  /** A file on the server decides what it is; no token may change it. */
  | 'provisioned'
  /** It is stored in the schema V2, which 12 does not hand out: a person saved it in the new editor. */
  | 'new-schema'
  /** It is no dashboard: a folder has the uid. */
  | 'folder';

export type ImportStep =
  | { readonly kind: 'create'; readonly wanted: WantedDashboard; readonly reason: string }
  | {
      /** It is as wanted, but a person saved it last: saved once more, so that later changes of the file are no conflict. */
      readonly kind: 'adopt';
      readonly wanted: WantedDashboard;
      readonly version: number;
      readonly url: string;
      readonly reason: string;
    }
  | {
      readonly kind: 'update';
      readonly wanted: WantedDashboard;
      /** Undefined when Grafana does not hand out what is replaced. */
      readonly version: number | undefined;
      readonly reason: string;
    }
  | {
      /** `kept`: it differs, and nothing is to be replaced. */
      readonly kind: 'unchanged' | 'kept';
      readonly wanted: WantedDashboard;
      readonly url: string;
      readonly reason: string;
    }
  | {
      readonly kind: 'conflict';
      readonly wanted: WantedDashboard;
      readonly cause: ConflictCause;
      readonly reason: string;
      readonly url: string;
    }
  /** It is there and cannot be read, so nobody can say whether it may be replaced. */
  | {
      readonly kind: 'unreadable';
      readonly wanted: WantedDashboard;
      readonly failure: GrafanaFailure;
      readonly reason: string;
    };

export interface ImportState {
  readonly wanted: readonly WantedDashboard[];
  /** By uid. */
  readonly existing: ReadonlyMap<string, ExistingDashboard>;
  /** Those that Grafana does not hand out, by uid. */
  readonly unreadable?: ReadonlyMap<string, GrafanaFailure>;
  /** Where the dashboards shall be; empty for the root. A folder that is yet to be made has its future uid here. */
  readonly folderUid: string;
  readonly overwrite: OverwriteMode;
  /** Undefined for production. */
  readonly environment?: string | undefined;
}

/** What has to be done, in the order of the wanted dashboards. */
export function planImport({ wanted, existing, unreadable, ...how }: ImportState): readonly ImportStep[] {
  return wanted.map((one) => {
    const failure = unreadable?.get(one.uid);
    if (failure !== undefined) return stepForUnreadable(one, failure, how.overwrite);
    const found = existing.get(one.uid);
    if (found === undefined) return { kind: 'create', wanted: one, reason: 'it is not in Grafana yet' };
    return stepFor({ wanted: one, found, ...how });
  });
}

function stepForUnreadable(wanted: WantedDashboard, failure: GrafanaFailure, overwrite: OverwriteMode): ImportStep {
  if (!isOtherSchema(failure)) return { kind: 'unreadable', wanted, failure, reason: 'it is there and cannot be read' };
  const reason = "it was saved in Grafana's schema V2, which is not handed out here";
  if (overwrite === 'always')
    return { kind: 'update', wanted, version: undefined, reason: `${reason}; it is replaced, as asked for` };
  const url = `/d/${wanted.uid}`;
  if (overwrite === 'never') return { kind: 'kept', wanted, url, reason };
  return { kind: 'conflict', wanted, cause: 'new-schema', reason, url };
}

interface Pair extends Omit<ImportState, 'wanted' | 'existing' | 'unreadable'> {
  readonly wanted: WantedDashboard;
  readonly found: ExistingDashboard;
}

function stepFor({ wanted, found, folderUid, overwrite, environment }: Pair): ImportStep {
  if (found.isFolder) return { kind: 'conflict', wanted, url: found.url, ...conflicts.folder(found) };
  const mark = ourMark(found);
  const ours = mark?.environment === environment ? mark?.hash : undefined;
  // The hash in the history proves sameness even where the server hands out a converted form of what was saved.
  const sameContent = found.hash === wanted.hash || ours === wanted.hash;
  const sameFolder = found.folderUid === folderUid;
  const { version, url } = found;
  if (sameContent && sameFolder) {
    const mayAdopt = overwrite !== 'never' && !found.provisioned;
    return mayAdopt && isSomebodyElses(found)
      ? { kind: 'adopt', wanted, version, url, reason: `it is as wanted, also after version ${version}${by(found)}` }
      : { kind: 'unchanged', wanted, url, reason: 'it is as wanted' };
  }
  if (overwrite === 'never') return { kind: 'kept', wanted, url, reason: keptReason({ sameContent }) };
  if (found.provisioned) return { kind: 'conflict', wanted, url, ...conflicts.provisioned(found) };
  if (sameContent) return { kind: 'update', wanted, version, reason: 'it is in another folder' };
  if (ours !== undefined) return { kind: 'update', wanted, version, reason: 'its content has changed' };
  if (overwrite === 'always')
    return { kind: 'update', wanted, version, reason: `version ${version} is replaced, as asked for` };
  const cause = mark === undefined ? causeOf(found) : 'other-environment';
  return { kind: 'conflict', wanted, url, ...conflicts[cause](found) };
}

function keptReason({ sameContent }: { readonly sameContent: boolean }): string {
  return `it ${sameContent ? 'is in another folder' : 'differs from the file'}, and nothing is replaced, as asked for`;
}

/** By the record of the version that is there; without one nobody knows. */
function isSomebodyElses(found: ExistingDashboard): boolean {
  return found.lastSave?.version === found.version && ourMark(found) === undefined;
}

/** What the record of the version that Grafana shows says, when it is an import's. */
function ourMark({ lastSave, version }: ExistingDashboard): ImportMark | undefined {
  return lastSave?.version === version ? importMark(lastSave.message) : undefined;
}

function causeOf({ lastSave, version }: ExistingDashboard): 'edited' | 'foreign' | 'unknown-history' {
  if (lastSave === undefined || lastSave.version !== version) return 'unknown-history';
  return version === 1 ? 'foreign' : 'edited';
}

type Conflict = { readonly cause: ConflictCause; readonly reason: string };

const by = ({ updatedBy }: ExistingDashboard) => (updatedBy === '' ? '' : ` by ${updatedBy}`);

function environmentOf(found: ExistingDashboard): string {
  const environment = ourMark(found)?.environment;
  return environment === undefined ? 'production' : `the environment "${environment}"`;
}

const conflicts: Readonly<Record<Exclude<ConflictCause, 'new-schema'>, (found: ExistingDashboard) => Conflict>> = {
  edited: (found) => ({ cause: 'edited', reason: `version ${found.version} was saved${by(found)}, not by an import` }),
  foreign: (found) => ({
    cause: 'foreign',
    reason: `a dashboard with this uid was made${by(found)}, not by an import`,
  }),
  'unknown-history': (found) => ({
    cause: 'unknown-history',
    reason: `Grafana gave no history that tells who saved version ${found.version}`,
  }),
  folder: (found) => ({
    cause: 'folder',
    reason: `the folder "${found.title}" in Grafana has this uid, which until Grafana 11 a dashboard cannot have as well`,
  }),
  'other-environment': (found) => ({
    cause: 'other-environment',
    reason: `version ${found.version} was saved by the import of ${environmentOf(found)}`,
  }),
  provisioned: () => ({
    cause: 'provisioned',
    reason: 'it is provisioned from a file on the server, which alone may change it',
  }),
};
