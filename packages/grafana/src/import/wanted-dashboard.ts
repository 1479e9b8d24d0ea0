import { contentHash } from '../document/canonical.js';
import type { LibraryPanelUse } from '../document/library-panels.js';
import type { DashboardDocument } from '../document/parse-dashboard.js';
import type { JsonObject } from '../json.js';

/** A dashboard as it shall be in Grafana. */
export interface WantedDashboard {
  readonly file: string;
  readonly uid: string;
  readonly title: string;
  readonly json: JsonObject;
  readonly hash: string;
  /** Those that it shows; none is told as well as an empty list. */
  readonly libraryPanels?: readonly LibraryPanelUse[];
}

export function wantedDashboard(
  { file, uid, title }: DashboardDocument,
  { json, libraryPanels }: Pick<WantedDashboard, 'json' | 'libraryPanels'>,
): WantedDashboard {
  return { file, uid, title, json, hash: contentHash(json), ...(libraryPanels === undefined ? {} : { libraryPanels }) };
}

/** Files that claim the uid of another one: each would overwrite the other on every run, so none is meant more. */
export function sharedUids(documents: readonly DashboardDocument[]): readonly SharedUid[] {
  return documents.flatMap(({ uid, file }) => {
    const others = documents.filter((other) => other.uid === uid && other.file !== file);
    if (others.length === 0) return [];
    return [{ file, problems: [`uid "${uid}" is used by ${others.map((other) => other.file).join(' and ')} as well`] }];
  });
}

interface SharedUid {
  readonly file: string;
  readonly problems: readonly string[];
}
