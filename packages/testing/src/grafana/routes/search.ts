import { json, type Reply, type Request } from '../http.js';
import { listIn } from '../json.js';
import { latest, type Store, type StoredDashboard, type StoredFolder } from '../store.js';
import { slugOf } from '../uid.js';
import type { Grafana, Route } from './route.js';

export const searchRoutes: readonly Route[] = [{ on: 'GET /api/search', may: 'dashboards:read', run: search }];

type Hit = {
  readonly uid: string;
  readonly title: string;
  readonly type: 'dash-db' | 'dash-folder';
  readonly tags: readonly unknown[];
  readonly folderUid?: string;
};

function search({ store, major }: Grafana, { query }: Request): Reply {
  const limit = Math.min(Number(query.get('limit') ?? 1000), 5000);
  const first = (Number(query.get('page') ?? 1) - 1) * limit;
  const folders = [...store.folders.values()].map((folder) => folderHit(store, folder));
  const dashboards = [...store.dashboards.values()].map((dashboard) => dashboardHit(store, dashboard));
  const hits = [...folders, ...dashboards].filter((hit) => isWanted(hit, query) && isInFolder(hit, { query, major }));
  return json(200, hits.slice(first, first + limit));
}

function isWanted(hit: Hit, query: URLSearchParams): boolean {
  const uids = listed(query, 'dashboardUIDs');
  return (
    (query.get('type') ?? hit.type) === hit.type &&
    hit.title.toLowerCase().includes((query.get('query') ?? '').toLowerCase()) &&
    query.getAll('tag').every((tag) => hit.tags.includes(tag)) &&
    (uids.length === 0 || uids.includes(hit.uid))
  );
}

/** 9 knows folders by their numbers alone, and passes over this parameter (Search in pkg/api/search.go). */
function isInFolder({ folderUid = '' }: Hit, { query, major }: { query: URLSearchParams; major: number }): boolean {
  const folders = listed(query, 'folderUIDs').map((uid) => (uid === 'general' ? '' : uid));
  return major < 10 || folders.length === 0 || folders.includes(folderUid);
}

/** Lists come as repeated parameters and, from some clients, joined by commas. */
function listed(query: URLSearchParams, name: string): readonly string[] {
  return query.getAll(name).flatMap((value) => value.split(','));
}

function dashboardHit(store: Store, found: StoredDashboard): Hit {
  const { dashboard, folderUid } = latest(found);
  const title = String(dashboard['title']);
  const slug = slugOf(title);
  const fixed = {
    id: found.id,
    uri: `db/${slug}`,
    url: `/d/${found.uid}/${slug}`,
    slug: '',
    isStarred: false,
    sortMeta: 0,
  };
  return {
    ...fixed,
    uid: found.uid,
    title,
    type: 'dash-db',
    tags: listIn(dashboard, 'tags'),
    ...placeOf(store, folderUid),
  };
}

function folderHit(store: Store, folder: StoredFolder): Hit {
  const { id, uid, title } = folder;
  const slug = slugOf(title);
  const fixed = { id, uri: `db/${slug}`, url: `/dashboards/f/${uid}/${slug}`, slug: '', isStarred: false, sortMeta: 0 };
  return { ...fixed, uid, title, type: 'dash-folder', tags: [], ...placeOf(store, folder.parentUid) };
}

/** What lies in the root names no folder at all. */
function placeOf(store: Store, folderUid: string): object {
  const folder = store.folders.get(folderUid);
  if (folder === undefined) {
    return {};
  }
  const folderUrl = `/dashboards/f/${folder.uid}/${slugOf(folder.title)}`;
  return { folderId: folder.id, folderUid: folder.uid, folderTitle: folder.title, folderUrl };
}
