import { importMark } from '../../import/save-message.js';
import { listIn, numberIn, objectsIn, textIn } from '../../json.js';
import { type Answer, ok } from '../answer.js';
import type { Transport } from '../transport.js';
import type { StoredDashboard } from './dashboards.js';
import { type RecordedVersion, readVersion } from './read-save.js';

type Asked = Pick<StoredDashboard, 'uid' | 'version' | 'json'>;

/** How far back an import is looked for: a person saves seldom more often between two releases. */
const historyLength = 50;

/** The newest version that an import saved, with the dashboard as it was then; `ok` with undefined when there is none. */
export async function readLastImport(transport: Transport, asked: Asked): Promise<Answer<RecordedVersion | undefined>> {
  const answer = await transport.ask({ path: historyOf(asked) });
  if (answer.kind !== 'ok') return answer;
  for (const version of importedVersions(answer.value)) {
    const record = await readVersion(transport, { ...asked, version });
    if (record.kind !== 'ok') return record;
    if (record.value !== undefined && importMark(record.value.message) !== undefined) return record;
  }
  return ok(undefined);
}

function historyOf({ uid }: Asked): string {
  return `/api/dashboards/uid/${encodeURIComponent(uid)}/versions?limit=${historyLength}`;
}

/** Newest first. Of a first version the list hides the message, so its record has to be asked. */
function importedVersions(value: unknown): readonly number[] {
  const entries = Array.isArray(value) ? listIn({ list: value }, 'list') : objectsIn(value, 'versions');
  return entries
    .filter((entry) => (numberIn(entry, 'parentVersion') ?? 0) === 0 || isImport(textIn(entry, 'message')))
    .flatMap((entry) => numberIn(entry, 'version') ?? [])
    .sort((a, b) => b - a);
}

function isImport(message: string | undefined): boolean {
  return message !== undefined && importMark(message) !== undefined;
}
