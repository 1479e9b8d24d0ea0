import type { Json } from './json.js';
import { latest, newUid, type Store } from './store.js';

export type Placed = {
  readonly dashboard: Json;
  readonly folderUid?: string;
  /** Provisioned dashboards refuse to be saved or deleted over the API. */
  readonly provisionedBy?: 'file' | 'git-sync';
  /** Stored in the schema v2, which only the browser writes; the dashboard is what 13 makes of it in the classic form. */
  readonly schema?: 'v2';
};

export function placeDashboard(store: Store, placed: Placed): void {
  const id = store.nextId();
  const uid = typeof placed.dashboard['uid'] === 'string' ? placed.dashboard['uid'] : newUid();
  const version = {
    version: 1,
    parentVersion: 0,
    restoredFrom: 0,
    message: '',
    created: new Date().toISOString(),
    createdBy: placed.provisionedBy ?? 'admin',
    folderUid: placed.folderUid ?? '',
    dashboard: { ...placed.dashboard, id, uid },
  };
  const owner = placed.provisionedBy === undefined ? {} : { provisionedBy: placed.provisionedBy };
  const schema = placed.schema === undefined ? {} : { schema: placed.schema };
  store.dashboards.set(uid, { id, uid, ...owner, ...schema, versions: [version] });
}

export function editDashboard(store: Store, uid: string, change: Json): void {
  const found = store.dashboards.get(uid);
  if (found === undefined) {
    throw new Error(`There is no dashboard ${uid} to edit.`);
  }
  const last = latest(found);
  const next = {
    ...last,
    version: last.version + 1,
    parentVersion: last.version,
    restoredFrom: 0,
    message: '',
    created: new Date().toISOString(),
    createdBy: 'admin',
    dashboard: { ...last.dashboard, ...change },
  };
  store.dashboards.set(uid, { ...found, versions: [...found.versions, next] });
}
