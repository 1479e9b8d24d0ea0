import { isObject, type JsonObject, listIn, numberIn, objectIn, objectsIn, textIn } from '../../json.js';
import { type Answer, type GrafanaFailure, isDoubtful, ok } from '../answer.js';
import type { Transport } from '../transport.js';
import type { StoredDashboard } from './dashboards.js';

/** One version of a dashboard, with the message of whoever saved it. */
export interface SavedVersion {
  readonly version: number;
  readonly message: string;
}

/** With the dashboard as it was saved; undefined where Grafana gives none. */
export interface RecordedVersion extends SavedVersion {
  readonly json: JsonObject | undefined;
}

type Asked = Pick<StoredDashboard, 'uid' | 'version' | 'json'>;

/**
 * The record of the version that Grafana shows; `ok` with undefined when there is none. Asked for by its number, because
 * the list of versions says "Initial save" in place of the message of every dashboard's first version
 * (GetDashboardVersions in pkg/api/dashboard.go).
 */
export async function readSave(transport: Transport, asked: Asked): Promise<Answer<SavedVersion | undefined>> {
  const record = await readVersion(transport, asked);
  if (record.kind !== 'ok' || record.value === undefined) return record;
  const { version, message } = record.value;
  return ok({ version, message });
}

/** The same, of any version, with the dashboard that it holds. */
export async function readVersion(transport: Transport, asked: Asked): Promise<Answer<RecordedVersion | undefined>> {
  for (const history of historiesOf(asked)) {
    const record = await readRecord(transport, `${history}/${asked.version}`);
    if (record.kind === 'ok' && record.value?.version === asked.version) return record;
    if (record.kind !== 'ok' && !mayBeElsewhere(record)) return record;
  }
  return readThroughList(transport, asked);
}

/** By its uid, and by its number for releases that know no other; 13 knows none by number (its specification). */
function historiesOf({ uid, json }: Asked): readonly string[] {
  const byUid = `/api/dashboards/uid/${encodeURIComponent(uid)}/versions`;
  const id = numberIn(json, 'id');
  return id === undefined ? [byUid] : [byUid, `/api/dashboards/id/${id}/versions`];
}

/** 500 is what Grafana answers for a version that it does not find. */
function mayBeElsewhere(failure: GrafanaFailure): boolean {
  return failure.kind === 'not-found' || isDoubtful(failure);
}

async function readRecord(transport: Transport, path: string): Promise<Answer<RecordedVersion | undefined>> {
  const answer = await transport.ask({ path });
  return answer.kind === 'ok' ? ok(savedOf(answer.value)) : answer;
}

/**
 * With the toggle kubernetesClientDashboardsFolders some builds find a record by its resource version, which is the `id`
 * in the list; later ones look for the generation, which is the version (getHistoryThroughK8s in
 * pkg/services/dashboardversion/dashverimpl/dashver.go, and its change from `rv` to `version`).
 */
async function readThroughList(transport: Transport, asked: Asked): Promise<Answer<RecordedVersion | undefined>> {
  const [history] = historiesOf(asked);
  const answer = await transport.ask({ path: `${history}?limit=5` });
  if (answer.kind !== 'ok') return answer;
  const entry = entriesOf(answer.value).find((one) => numberIn(one, 'version') === asked.version);
  // A message is true in the list when there is a version before it.
  if ((numberIn(entry, 'parentVersion') ?? 0) > 0) return ok(savedOf(entry));
  const id = numberIn(entry, 'id');
  if (id === undefined || id === asked.version) return ok(undefined);
  const record = await readRecord(transport, `${history}/${id}`);
  if (record.kind !== 'ok') return record;
  return ok(record.value?.version === asked.version ? record.value : undefined);
}

/** A plain list until 11.4, later an object with a token for the next page (grafana/grafana#104556). */
function entriesOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? listIn({ list: value }, 'list') : objectsIn(value, 'versions');
}

function savedOf(record: unknown): RecordedVersion | undefined {
  const version = numberIn(record, 'version');
  if (!isObject(record) || version === undefined) return undefined;
  return { version, message: textIn(record, 'message') ?? '', json: objectIn(record, 'data') };
}
