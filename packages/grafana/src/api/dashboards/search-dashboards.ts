import { objectsIn, textIn } from '../../json.js';
import { type Answer, ok } from '../answer.js';
import type { Transport } from '../transport.js';

export interface FoundDashboard {
  readonly uid: string;
  readonly title: string;
}

const pageSize = 1_000;

/**
 * The dashboards right in a folder; an empty uid is the root. Looked at by their folder once more: 9 does not know the
 * parameter and lists those of all folders (Search in pkg/api/search.go).
 */
export async function listDashboards(
  transport: Transport,
  folderUid: string,
): Promise<Answer<readonly FoundDashboard[]>> {
  const folder = encodeURIComponent(folderUid === '' ? 'general' : folderUid);
  const found = new Map<string, FoundDashboard>();
  for (let page = 1; ; page++) {
    const path = `/api/search?type=dash-db&folderUIDs=${folder}&limit=${pageSize}&page=${page}`;
    const answer = await transport.ask({ path });
    if (answer.kind !== 'ok') return answer;
    const hits = objectsIn({ list: answer.value }, 'list');
    for (const hit of hits) {
      const uid = textIn(hit, 'uid') ?? '';
      const where = textIn(hit, 'folderUid') ?? '';
      if (uid !== '' && (where === 'general' ? '' : where) === folderUid) {
        found.set(uid, { uid, title: textIn(hit, 'title') ?? uid });
      }
    }
    if (hits.length < pageSize) return ok([...found.values()]);
  }
}
