import { type JsonObject, numberIn, objectIn, textIn } from '../../json.js';
import { type Answer, type GrafanaFailure, ok } from '../answer.js';
import type { Transport } from '../transport.js';

/** A dashboard as Grafana has it. */
export interface StoredDashboard {
  readonly uid: string;
  readonly title: string;
  readonly version: number;
  /** Empty for the root folder. */
  readonly folderUid: string;
  /** Provisioned from a file, so that the API may not change it. */
  readonly provisioned: boolean;
  /** A folder: until Grafana 11 both share one table, and it is handed out as well (GetDashboard in pkg/api/dashboard.go). */
  readonly isFolder?: true;
  /** Path below the server. */
  readonly url: string;
  readonly updatedBy: string;
  readonly createdBy?: string;
  readonly json: JsonObject;
}

/** `ok` with undefined when there is no such dashboard. */
export async function readDashboard(transport: Transport, uid: string): Promise<Answer<StoredDashboard | undefined>> {
  const answer = await transport.ask({ path: `/api/dashboards/uid/${encodeURIComponent(uid)}` });
  if (answer.kind === 'not-found') return ok(undefined);
  if (answer.kind !== 'ok') return answer;
  const json = objectIn(answer.value, 'dashboard');
  return json === undefined ? unreadable(uid) : ok(storedOf(json, objectIn(answer.value, 'meta') ?? {}));
}

function storedOf(json: JsonObject, meta: JsonObject): StoredDashboard {
  const folderUid = textIn(meta, 'folderUid') ?? '';
  return {
    uid: textIn(json, 'uid') ?? '',
    title: textIn(json, 'title') ?? '',
    version: numberIn(json, 'version') ?? numberIn(meta, 'version') ?? 0,
    // The root folder's name in the permission system.
    folderUid: folderUid === 'general' ? '' : folderUid,
    provisioned: meta['provisioned'] === true,
    ...(meta['isFolder'] === true ? { isFolder: true } : {}),
    url: textIn(meta, 'url') ?? '',
    updatedBy: textIn(meta, 'updatedBy') ?? '',
    createdBy: textIn(meta, 'createdBy') ?? '',
    json,
  };
}

/** 406: GetDashboard of 12 (pkg/api/dashboard.go), "dashboard api version not supported, use /apis/... instead". */
export function isOtherSchema({ status }: GrafanaFailure): boolean {
  return status === 406;
}

function unreadable(uid: string): GrafanaFailure {
  return {
    kind: 'not-grafana',
    status: 200,
    message: 'the answer holds no dashboard',
    reason: undefined,
    permission: undefined,
    retryAfterMs: undefined,
    request: `GET /api/dashboards/uid/${uid}`,
  };
}
