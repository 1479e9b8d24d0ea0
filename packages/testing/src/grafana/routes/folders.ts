import { json, type Reply, type Request, refusal } from '../http.js';
import { flagIn, numberIn, parseRecord, textIn } from '../json.js';
import { latest, newUid, type Store, type StoredFolder } from '../store.js';
import { sharesTable, slugOf, TYPE_MISMATCH, uidFault } from '../uid.js';
import type { Grafana, Route } from './route.js';

export const folderRoutes: readonly Route[] = [
  { on: 'GET /api/folders', may: 'folders:read', run: list },
  { on: 'POST /api/folders', may: 'folders:create', run: create },
  { on: 'GET /api/folders/:uid', may: 'folders:read', run: read },
  { on: 'PUT /api/folders/:uid', may: 'folders:write', run: update },
  { on: 'POST /api/folders/:uid/move', may: 'folders:write', run: move },
  { on: 'DELETE /api/folders/:uid', may: 'folders:delete', run: remove },
  { on: 'GET /api/folders/:uid/counts', may: 'folders:read', run: counts },
];

const NOT_FOUND = refusal(404, 'folder not found', 'not-found');

/** One level only: what lies deeper has to be asked for by `parentUid`. */
function list({ store, major }: Grafana, { query }: Request): Reply {
  const limit = Number(query.get('limit') ?? 1000);
  const first = (Number(query.get('page') ?? 1) - 1) * limit;
  const parent = hasNestedFolders(major) ? (query.get('parentUid') ?? '') : '';
  const level = [...store.folders.values()].filter((folder) => folder.parentUid === parent);
  const shown = level.map(({ id, uid, title, parentUid }) =>
    parentUid === '' ? { id, uid, title } : { id, uid, title, parentUid },
  );
  return json(200, shown.slice(first, first + limit));
}

/** `max_nested_folder_depth` is 4 unless it is configured (readFolderSettings in pkg/setting). */
const DEEPEST = 4;
/** ErrMaximumDepthReached in pkg/services/folder. */
const TOO_DEEP = refusal(400, 'Maximum nested folder depth reached');

/** How many folders lie between the root and what would be put into this one. */
function depthOf(store: Store, uid: string): number {
  const folder = store.folders.get(uid);
  return folder === undefined ? 0 : 1 + depthOf(store, folder.parentUid);
}

/** Subfolders are for everybody since 11.0 (docs/sources/whatsnew/whats-new-in-v11-0.md); without them GetFolders and CreateFolder (pkg/api/folder.go) ignore a parent. */
function hasNestedFolders(major: number): boolean {
  return major >= 11;
}

function read({ store }: Grafana, { params }: Request): Reply {
  const folder = store.folders.get(params['uid'] ?? '');
  return folder === undefined ? NOT_FOUND : json(200, shownAs(store, folder));
}

function create({ store, major }: Grafana, { body }: Request): Reply {
  const wanted = parseRecord(body);
  const title = textIn(wanted, 'title') ?? '';
  const uid = textIn(wanted, 'uid') || newUid();
  const parentUid = hasNestedFolders(major) ? (textIn(wanted, 'parentUid') ?? '') : '';
  const fault = folderFault(store, { title, uid, parentUid });
  if (fault !== undefined) {
    return fault;
  }
  if (major >= 12 && depthOf(store, parentUid) >= DEEPEST) {
    return TOO_DEEP;
  }
  if (sharesTable(major) && store.dashboards.has(uid)) {
    return TYPE_MISMATCH;
  }
  if (store.folders.has(uid)) {
    return CHANGED;
  }
  // Since 11.3 folders need no titles of their own (grafana/grafana#90687).
  if (major < 11 && [...store.folders.values()].some((other) => isTwin(other, { title, parentUid }))) {
    return SAME_NAME;
  }
  const description = textIn(wanted, 'description') ?? '';
  const folder = { id: store.nextId(), uid, title, description, parentUid, version: 1 };
  store.folders.set(uid, folder);
  return json(200, shownAs(store, folder));
}

function folderFault(store: Store, wanted: { title: string; uid: string; parentUid: string }): Reply | undefined {
  if (wanted.title === '') {
    return refusal(400, 'folder title cannot be empty');
  }
  const fault = uidFault(wanted.uid);
  if (fault !== undefined) {
    return refusal(400, fault);
  }
  return wanted.parentUid !== '' && !store.folders.has(wanted.parentUid) ? NOT_FOUND : undefined;
}

function isTwin(folder: StoredFolder, wanted: { title: string; parentUid: string }): boolean {
  return folder.title === wanted.title && folder.parentUid === wanted.parentUid;
}

/**
 * A uid that is taken is told as a change by someone else: until 11 because a new folder has not the version of the one
 * that is there (getExistingDashboardByIDOrUIDForUpdate), since 12 because the storage says "already exists"
 * (ToFolderErrorResponse in pkg/api/apierrors/folder.go).
 */
const CHANGED = refusal(412, 'the folder has been changed by someone else', 'version-mismatch');
const SAME_NAME = refusal(409, 'a folder or dashboard in the general folder with the same name already exists');

function update({ store }: Grafana, { body, params }: Request): Reply {
  const wanted = parseRecord(body);
  const folder = store.folders.get(params['uid'] ?? '');
  if (folder === undefined) {
    return NOT_FOUND;
  }
  if (!flagIn(wanted, 'overwrite') && numberIn(wanted, 'version') !== folder.version) {
    return CHANGED;
  }
  const title = textIn(wanted, 'title') ?? folder.title;
  const description = textIn(wanted, 'description') ?? folder.description;
  return replace(store, { ...folder, title, description, version: folder.version + 1 });
}

function move({ store }: Grafana, { body, params }: Request): Reply {
  const folder = store.folders.get(params['uid'] ?? '');
  const parentUid = textIn(parseRecord(body), 'parentUid') ?? '';
  if (folder === undefined || (parentUid !== '' && !store.folders.has(parentUid))) {
    return NOT_FOUND;
  }
  return replace(store, { ...folder, parentUid, version: folder.version + 1 });
}

function replace(store: Store, folder: StoredFolder): Reply {
  store.folders.set(folder.uid, folder);
  return json(200, shownAs(store, folder));
}

/** Deletes what is inside as well, and cannot be undone. */
function remove({ store }: Grafana, { params }: Request): Reply {
  const folder = store.folders.get(params['uid'] ?? '');
  if (folder === undefined) {
    return NOT_FOUND;
  }
  for (const uid of [folder.uid, ...descendantsOf(store, folder.uid)]) {
    store.folders.delete(uid);
    for (const dashboard of dashboardsIn(store, uid)) {
      store.dashboards.delete(dashboard);
    }
  }
  return json(200, { id: folder.id, title: folder.title, message: `Folder ${folder.title} deleted` });
}

function counts({ store }: Grafana, { params }: Request): Reply {
  const uid = params['uid'] ?? '';
  const below = descendantsOf(store, uid);
  const dashboard = [uid, ...below].flatMap((one) => dashboardsIn(store, one)).length;
  return store.folders.has(uid) ? json(200, { dashboard, folder: below.length }) : NOT_FOUND;
}

function descendantsOf(store: Store, uid: string): readonly string[] {
  const children = [...store.folders.values()].filter((folder) => folder.parentUid === uid);
  return children.flatMap((child) => [child.uid, ...descendantsOf(store, child.uid)]);
}

function dashboardsIn(store: Store, uid: string): readonly string[] {
  const inside = [...store.dashboards.values()].filter((dashboard) => latest(dashboard).folderUid === uid);
  return inside.map((dashboard) => dashboard.uid);
}

function parentsOf(store: Store, folder: StoredFolder): readonly object[] {
  const parent = store.folders.get(folder.parentUid);
  return parent === undefined ? [] : [...parentsOf(store, parent), { uid: parent.uid, title: parent.title }];
}

function shownAs(store: Store, folder: StoredFolder): object {
  const { description: _unshown, ...shown } = folder;
  const nested = folder.parentUid === '' ? {} : { parents: parentsOf(store, folder) };
  const url = `/dashboards/f/${folder.uid}/${slugOf(folder.title)}`;
  return { ...shown, ...nested, url, orgId: 1, hasAcl: false, canSave: true, canEdit: true, canAdmin: true };
}
