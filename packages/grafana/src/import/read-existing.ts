import { type Answer, type GrafanaFailure, ok } from '../api/answer.js';
import { readDashboard, type StoredDashboard } from '../api/dashboards/dashboards.js';
import { readSave, type SavedVersion } from '../api/dashboards/read-save.js';
import type { Transport } from '../api/transport.js';
import { contentHash } from '../document/canonical.js';
import type { WantedDashboard } from './wanted-dashboard.js';

export interface ExistingDashboard extends StoredDashboard {
  readonly hash: string;
  /** The record of the version that is there; undefined when it was not needed, or cannot be read. */
  readonly lastSave: SavedVersion | undefined;
}

export interface ExistingDashboards {
  /** By uid. */
  readonly existing: ReadonlyMap<string, ExistingDashboard>;
  /** Those that are there and that Grafana does not hand out, by uid. */
  readonly unreadable: ReadonlyMap<string, GrafanaFailure>;
}

/** How many requests are under way at once: reading is safe in parallel, and servers limit rates. */
const parallelReads = 4;

/**
 * What Grafana has under the uids of the wanted dashboards. The first failure that is not about one dashboard ends it,
 * and so does a server that fails for each of them.
 */
export async function readExisting(
  transport: Transport,
  wanted: readonly WantedDashboard[],
): Promise<Answer<ExistingDashboards>> {
  const existing = new Map<string, ExistingDashboard>();
  const unreadable = new Map<string, GrafanaFailure>();
  const waiting = [...wanted];
  let failure: GrafanaFailure | undefined;
  // Each takes the next one, so that what is done with an answer falls into the time of the other requests.
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && failure === undefined; next = waiting.shift()) {
      const answer = await readOne(transport, next);
      if (answer.kind !== 'ok' && isAboutOne(answer)) unreadable.set(next.uid, answer);
      else if (answer.kind !== 'ok') failure ??= answer;
      else if (answer.value !== undefined) existing.set(answer.value.uid, answer.value);
    }
  };
  await Promise.all(Array.from({ length: parallelReads }, work));
  const failures = [...unreadable.values()];
  const isBroken = failures.length === wanted.length && failures.every(({ kind }) => kind === 'broken');
  return failure ?? (isBroken ? failures[0] : undefined) ?? ok({ existing, unreadable });
}

/** 406 for another schema, 403 for a folder, 500 for content that is damaged. */
function isAboutOne({ kind }: GrafanaFailure): boolean {
  return kind === 'refused' || kind === 'forbidden' || kind === 'broken';
}

async function readOne(transport: Transport, wanted: WantedDashboard): Promise<Answer<ExistingDashboard | undefined>> {
  const stored = await readDashboard(transport, wanted.uid);
  if (stored.kind !== 'ok') return stored;
  if (stored.value === undefined) return ok(undefined);
  const existing = { ...stored.value, uid: wanted.uid, hash: contentHash(stored.value.json) };
  // Equal content of our own needs no history: most runs of most repositories end here.
  if (existing.hash === wanted.hash && looksImported(existing)) return ok({ ...existing, lastSave: undefined });
  const lastSave = await readSave(transport, existing);
  // A token may be allowed to read dashboards and not their history; then nobody can be called the last one to save.
  return ok({ ...existing, lastSave: lastSave.kind === 'ok' ? lastSave.value : undefined });
}

/**
 * Whether it is worth no request to ask who saved it: made and saved by one service account, whose logins Grafana begins
 * with "sa-" (ServiceAccountPrefix in pkg/services/serviceaccounts/models.go). Only the record of the version says whose it is.
 */
function looksImported({ createdBy, updatedBy }: StoredDashboard): boolean {
  return createdBy === updatedBy && updatedBy.startsWith('sa-');
}
