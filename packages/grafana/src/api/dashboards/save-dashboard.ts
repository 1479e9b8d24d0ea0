import { contentHash } from '../../document/canonical.js';
import { hashInMessage } from '../../import/save-message.js';
import { type JsonObject, numberIn, textIn } from '../../json.js';
import { type Answer, type GrafanaFailure, isDoubtful } from '../answer.js';
import { backoffMs, type Transport } from '../transport.js';
import { isOtherSchema, readDashboard, type StoredDashboard } from './dashboards.js';
import { readSave } from './read-save.js';

export interface SaveRequest {
  readonly uid: string;
  readonly json: JsonObject;
  /** Always sent: without it Grafana moves an existing dashboard to the root. Empty is the root. */
  readonly folderUid: string;
  readonly message: string;
  /** The version that is replaced; undefined when there must be none. */
  readonly expectedVersion: number | undefined;
  /** What to do when somebody saved in between. */
  readonly onConflict: 'stop' | 'replace';
  /** Called with what somebody saved in between before it is replaced; the reason why it must not be, or undefined. */
  readonly beforeReplacing?: (stored: StoredDashboard) => Promise<string | undefined>;
}

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly version: number; readonly url: string }
  | { readonly kind: 'conflict'; readonly version: number; readonly updatedBy: string }
  /** It exists, and Grafana says "not found" of it: its words for every error of reading (getDashboardHelper). */
  | { readonly kind: 'hidden' }
  /** `beforeReplacing` said why not. */
  | { readonly kind: 'not-replaced'; readonly reason: string }
  | { readonly kind: 'failed'; readonly failure: GrafanaFailure };

const maxAttempts = 4;
/** Grafana: "message too long, max 500 characters". */
const messageMaxLength = 500;

/**
 * Saves one dashboard as exactly one new version. An answer that was lost is looked for in the history before the
 * request is repeated. `overwrite` is not sent as long as it can be avoided: on old releases it also takes over another
 * dashboard that has the same title.
 */
export async function saveDashboard(transport: Transport, request: SaveRequest): Promise<SaveOutcome> {
  let current: Sending = { ...request, isTold: false, isForced: false };
  for (let attempt = 0; ; attempt++) {
    const answer = await post(transport, current);
    if (answer.kind === 'ok') return savedOutcome(answer.value, request);
    if (!isDoubtful(answer) && !isMismatch(answer)) return { kind: 'failed', failure: answer };
    const found = await lookAgain(transport, request);
    if (found.kind === 'saved') return found;
    if (attempt + 1 === maxAttempts) return { kind: 'failed', failure: answer };
    const isOther = isMismatch(answer) || isChangedSince(found, current);
    const next = isOther ? await afterMismatch(answer, found, current) : afterDoubt(answer, found, current);
    if (next.kind !== 'send') return next;
    current = next.sending;
    await transport.clock.sleep(backoffMs(attempt));
  }
}

type Next = SaveOutcome | { readonly kind: 'send'; readonly sending: Sending };
type Unsaved = Exclude<Look, { readonly kind: 'saved' }>;

/** An overwrite would replace any version, also one that was not seen yet. */
function isChangedSince(found: Unsaved, { isForced, expectedVersion }: Sending): boolean {
  return isForced && found.kind === 'other' && found.stored?.version !== expectedVersion;
}

/** Nothing tells that it was saved: once more, as it was. */
function afterDoubt(failure: GrafanaFailure, found: Unsaved, sending: Sending): Next {
  return found.kind === 'unknown' ? { kind: 'failed', failure } : { kind: 'send', sending };
}

/** Something else is there: it is left, or replaced on purpose. */
async function afterMismatch(failure: GrafanaFailure, found: Unsaved, sending: Sending): Promise<Next> {
  const mayReplace = sending.onConflict === 'replace';
  if (found.kind === 'unknown') {
    // The uid is there, so no other dashboard is taken over for its title; there is no content to hand to `beforeReplacing`.
    const isReplaced = mayReplace && isOtherSchema(found.failure);
    return isReplaced ? { kind: 'send', sending: { ...sending, isForced: true } } : { kind: 'failed', failure };
  }
  const { stored } = found;
  if (stored === undefined) return { kind: 'hidden' };
  const { version, updatedBy } = stored;
  if (!mayReplace) return { kind: 'conflict', version, updatedBy };
  const refusal = await sending.beforeReplacing?.(stored);
  if (refusal !== undefined) return { kind: 'not-replaced', reason: refusal };
  // A server that calls the version it has just told a mismatch (12.0 did) leaves no other way.
  const isForced = sending.isTold && version === sending.expectedVersion;
  return { kind: 'send', sending: { ...sending, expectedVersion: version, isTold: true, isForced } };
}

interface Sending extends SaveRequest {
  /** The expected version is the one that Grafana has told after a mismatch. */
  readonly isTold: boolean;
  /** Whatever the version: Grafana does not hand it out, or calls the one that it has told a mismatch. */
  readonly isForced: boolean;
}

async function post(transport: Transport, request: Sending): Promise<Answer<unknown>> {
  const { json, uid, folderUid, message, expectedVersion, isForced: overwrite } = request;
  // The version in a file is of another Grafana; with it a repeated create would pass for an update.
  const { version: _ofTheFile, ...content } = json;
  const versioned = expectedVersion === undefined ? {} : { version: expectedVersion };
  const dashboard = { ...content, ...versioned, id: null, uid };
  const body = { dashboard, folderUid, message: message.slice(0, messageMaxLength), overwrite };
  return transport.ask({ method: 'POST', path: '/api/dashboards/db', body });
}

/** 2xx is not enough: a GitOps listener answers 202 "pending" and saves nothing. */
function savedOutcome(body: unknown, { uid }: SaveRequest): SaveOutcome {
  if (textIn(body, 'status') === 'success') {
    return { kind: 'saved', version: numberIn(body, 'version') ?? 0, url: textIn(body, 'url') ?? `/d/${uid}` };
  }
  const message = `it was not saved: ${textIn(body, 'message') ?? textIn(body, 'status') ?? 'an answer without a status'}`;
  const nothing = { reason: undefined, permission: undefined, retryAfterMs: undefined };
  return {
    kind: 'failed',
    failure: { kind: 'refused', status: 202, message, request: 'POST /api/dashboards/db', ...nothing },
  };
}

/** "Already exists" and "changed since" look alike, and differently in each release. */
function isMismatch({ status, reason, message }: GrafanaFailure): boolean {
  if (status === 409) return true;
  if (status === 400) return /same uid already exists/i.test(message);
  return status === 412 && reason !== 'name-exists' && reason !== 'plugin-dashboard';
}

type Look =
  | { readonly kind: 'saved'; readonly version: number; readonly url: string }
  | { readonly kind: 'other'; readonly stored: StoredDashboard | undefined }
  | { readonly kind: 'unknown'; readonly failure: GrafanaFailure };

/** Whether the dashboard that is there now is the one we have just sent. */
async function lookAgain(transport: Transport, request: SaveRequest): Promise<Look> {
  const stored = await readDashboard(transport, request.uid);
  if (stored.kind !== 'ok') return { kind: 'unknown', failure: stored };
  const { value } = stored;
  if (value === undefined) return { kind: 'other', stored: undefined };
  const isNewer = value.version > (request.expectedVersion ?? 0);
  if (isNewer && (await isAsSent(transport, value, request))) {
    return { kind: 'saved', version: value.version, url: value.url };
  }
  return { kind: 'other', stored: value };
}

/** By the record of the version; by the content only where the history cannot be read, as Grafana migrates that. */
async function isAsSent(transport: Transport, stored: StoredDashboard, request: SaveRequest): Promise<boolean> {
  const save = await readSave(transport, stored);
  if (save.kind !== 'ok' || save.value === undefined) return contentHash(stored.json) === contentHash(request.json);
  const { message } = save.value;
  return message === request.message.slice(0, messageMaxLength) || isSameImport(message, stored, request);
}

/** Of two imports at once the second finds what it wanted to save, saved by the first. */
function isSameImport(message: string, { folderUid }: StoredDashboard, request: SaveRequest): boolean {
  const hash = hashInMessage(message);
  return hash !== undefined && hash === hashInMessage(request.message) && folderUid === request.folderUid;
}
