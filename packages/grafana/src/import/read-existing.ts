import type { Answer } from '../api/answer.js';
import { ok } from '../api/answer.js';
import { readDashboard, type StoredDashboard } from '../api/dashboards.js';
import { readSave, type SavedVersion } from '../api/read-save.js';
import type { Transport } from '../api/transport.js';
import { contentHash } from '../document/canonical.js';
import type { WantedDashboard } from './wanted-dashboard.js';

export interface ExistingDashboard extends StoredDashboard {
  readonly hash: string;
  /** The record of the version that is there; undefined when it was not needed, or cannot be read. */
  readonly lastSave: SavedVersion | undefined;
}

/** How many requests are under way at once: reading is safe in parallel, and servers limit rates. */
const parallelReads = 4;

/** What Grafana has under the uids of the wanted dashboards; the first failure ends it. */
export async function readExisting(
  transport: Transport,
  wanted: readonly WantedDashboard[],
): Promise<Answer<ReadonlyMap<string, ExistingDashboard>>> {
  const found = new Map<string, ExistingDashboard>();
  for (let start = 0; start < wanted.length; start += parallelReads) {
    const answers = await Promise.all(wanted.slice(start, start + parallelReads).map((one) => readOne(transport, one)));
    for (const answer of answers) {
      if (answer.kind !== 'ok') return answer;
      if (answer.value !== undefined) found.set(answer.value.uid, answer.value);
    }
  }
  return ok(found);
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
