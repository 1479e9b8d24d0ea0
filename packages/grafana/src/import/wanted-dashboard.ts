import { contentHash } from '../document/canonical.js';
import type { DashboardDocument } from '../document/parse-dashboard.js';
import type { JsonObject } from '../json.js';

/** A dashboard as it shall be in Grafana. */
export interface WantedDashboard {
  readonly file: string;
  readonly uid: string;
  readonly title: string;
  readonly json: JsonObject;
  readonly hash: string;
}

export function wantedDashboard({ file, uid, title }: DashboardDocument, json: JsonObject): WantedDashboard {
  return { file, uid, title, json, hash: contentHash(json) };
}

/** Uids that two files claim: the second would overwrite the first on every run. */
export function sharedUids(documents: readonly DashboardDocument[]): readonly string[] {
  const files = new Map<string, string[]>();
  for (const { uid, file } of documents) files.set(uid, [...(files.get(uid) ?? []), file]);
  return [...files]
    .filter(([, claimants]) => claimants.length > 1)
    .map(([uid, claimants]) => `uid "${uid}" is used by ${claimants.join(' and ')}`);
}
