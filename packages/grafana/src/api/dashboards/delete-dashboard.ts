import { type GrafanaFailure, isDoubtful } from '../answer.js';
import { backoffMs, type Transport } from '../transport.js';
import { isOtherSchema, readDashboard, type StoredDashboard } from './dashboards.js';
import { readSave } from './read-save.js';

export interface DeleteRequest {
  readonly uid: string;
  /** Where it has to be still. */
  readonly folderUid: string;
  /** The version that may be deleted, and the message of its record. */
  readonly version: number;
  readonly message: string;
  /** Called right before; the reason why it must not be deleted, or undefined. */
  readonly beforeDeleting: (stored: StoredDashboard) => Promise<string | undefined>;
}

export type DeleteOutcome =
  | { readonly kind: 'deleted' }
  /** Somebody deleted it before us. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'left'; readonly reason: string }
  | { readonly kind: 'not-kept'; readonly reason: string }
  | { readonly kind: 'failed'; readonly failure: GrafanaFailure };

const maxAttempts = 4;

/**
 * Deletes one dashboard if it is still what it was when that was planned. Grafana's request takes no version, so it is
 * read right before, each time: what somebody saved or made anew under the uid meanwhile is left.
 */
export async function deleteDashboard(transport: Transport, request: DeleteRequest): Promise<DeleteOutcome> {
  for (let attempt = 0; ; attempt++) {
    const stored = await readDashboard(transport, request.uid);
    if (stored.kind !== 'ok') return unread(stored);
    if (stored.value === undefined) return { kind: attempt === 0 ? 'gone' : 'deleted' };
    const change = await changeOf(transport, stored.value, request);
    if (change !== undefined) return { kind: 'left', reason: change };
    const refusal = await request.beforeDeleting(stored.value);
    if (refusal !== undefined) return { kind: 'not-kept', reason: refusal };
    const path = `/api/dashboards/uid/${encodeURIComponent(request.uid)}`;
    const answer = await transport.ask({ method: 'DELETE', path });
    if (answer.kind === 'ok') return { kind: 'deleted' };
    // Grafana says "not found" whatever kept it from reading the dashboard (getDashboardHelper in pkg/api/dashboard.go).
    const mayBeDone = isDoubtful(answer) || answer.kind === 'not-found';
    if (!mayBeDone || attempt + 1 === maxAttempts) return { kind: 'failed', failure: answer };
    await transport.clock.sleep(backoffMs(attempt));
  }
}

/** An import saves none in the schema V2, so that somebody did it since. */
function unread(failure: GrafanaFailure): DeleteOutcome {
  if (!isOtherSchema(failure)) return { kind: 'failed', failure };
  return { kind: 'left', reason: 'somebody saved it in the schema V2 during the import' };
}

/** By the record as well: a dashboard that was deleted and made anew begins with version 1 again. */
async function changeOf(
  transport: Transport,
  stored: StoredDashboard,
  { version, message, folderUid }: DeleteRequest,
): Promise<string | undefined> {
  if (stored.folderUid !== folderUid) return 'somebody moved it to another folder during the import';
  const save = await readSave(transport, stored);
  const isSame = stored.version === version && save.kind === 'ok' && save.value?.message === message;
  return isSame ? undefined : `somebody saved version ${stored.version} during the import`;
}
