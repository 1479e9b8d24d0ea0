import { type Action, allows, forbidden, hasLibraryPermissions } from '../access.js';
import { json, type Reply, type Request, refusal } from '../http.js';
import { isRecord, type Json, listIn, numberIn, parseRecord, recordIn, textIn } from '../json.js';
import { latest, newUid, type Store, type StoredLibraryElement } from '../store.js';
import { uidFault } from '../uid.js';
import type { Grafana, Handler, Route } from './route.js';

/** pkg/services/libraryelements: the routes in api.go, what they do in database.go, the words in model/model.go. */
export const libraryElementRoutes: readonly Route[] = [
  { on: 'GET /api/library-elements', may: 'signed-in', run: allowed('library.panels:read', list) },
  { on: 'GET /api/library-elements/:uid', may: 'signed-in', run: allowed('library.panels:read', read) },
  { on: 'POST /api/library-elements', may: 'signed-in', run: allowed('library.panels:create', create) },
  { on: 'PATCH /api/library-elements/:uid', may: 'signed-in', run: allowed('library.panels:write', patch) },
  { on: 'DELETE /api/library-elements/:uid', may: 'signed-in', run: allowed('library.panels:delete', remove) },
];

const NOT_FOUND = refusal(404, 'library element could not be found');
/** 400, not 409 (toLibraryElementError in api.go). */
const EXISTS = refusal(400, 'library element with that name or UID already exists');
const CHANGED = refusal(412, 'the library element has been changed by someone else');
const CONNECTED = refusal(403, 'the library element has connections');
const UNSUPPORTED = refusal(400, 'the element kind is not supported');
const BAD_REQUEST = refusal(400, 'bad request data');

/** Where library panels have no permissions of their own, that of the folder decides. */
function allowed(action: Action, run: Handler): Handler {
  return (grafana, request) => {
    if (request.role !== undefined && allows(request.role, action)) {
      return run(grafana, request);
    }
    return hasLibraryPermissions(grafana.major) ? forbidden(action) : refusal(403, 'access denied to folder');
  };
}

function list({ store }: Grafana, { query }: Request): Reply {
  const perPage = Number(query.get('perPage') ?? 100);
  const page = Number(query.get('page') ?? 1);
  const all = [...store.libraryElements.values()];
  const elements = all.slice((page - 1) * perPage, page * perPage).map(shownAs);
  return json(200, { result: { totalCount: all.length, elements, page, perPage } });
}

function read({ store }: Grafana, { params }: Request): Reply {
  const found = store.libraryElements.get(params['uid'] ?? '');
  return found === undefined ? NOT_FOUND : json(200, { result: shownAs(found) });
}

function create({ store }: Grafana, { body }: Request): Reply {
  const wanted = parseRecord(body);
  const kind = numberIn(wanted, 'kind');
  if (wanted === undefined || kind === undefined) {
    return BAD_REQUEST;
  }
  const folderUid = textIn(wanted, 'folderUid') ?? '';
  const uid = textIn(wanted, 'uid') || newUid();
  const name = textIn(wanted, 'name') ?? '';
  const fault = faultOf(store, { kind, uid, folderUid });
  if (fault !== undefined) {
    return fault;
  }
  const isTwin = (one: StoredLibraryElement) => one.folderUid === folderUid && one.name === name && one.kind === kind;
  if (store.libraryElements.has(uid) || [...store.libraryElements.values()].some(isTwin)) {
    return EXISTS;
  }
  const model = syncedModel(recordIn(wanted, 'model'));
  return saved(store, { id: store.nextId(), uid, folderUid, name, kind, model, version: 1 });
}

function faultOf(store: Store, { kind, uid, folderUid }: Pick<StoredLibraryElement, 'kind' | 'uid' | 'folderUid'>) {
  if (kind !== 1 && kind !== 2) {
    return UNSUPPORTED;
  }
  const fault = uidFault(uid);
  if (fault !== undefined) {
    return refusal(400, fault);
  }
  const isThere = folderUid === '' || folderUid === 'general' || store.folders.has(folderUid);
  return isThere ? undefined : refusal(404, 'folder not found', 'not-found');
}

function patch({ store }: Grafana, { params, body }: Request): Reply {
  const found = store.libraryElements.get(params['uid'] ?? '');
  const wanted = parseRecord(body);
  const version = numberIn(wanted, 'version');
  if (wanted === undefined || numberIn(wanted, 'kind') === undefined || version === undefined) {
    return BAD_REQUEST;
  }
  if (found === undefined) {
    return NOT_FOUND;
  }
  if (found.version !== version) {
    return CHANGED;
  }
  const model = isRecord(wanted['model']) ? syncedModel(wanted['model']) : found.model;
  const name = textIn(wanted, 'name') || found.name;
  return saved(store, { ...found, name, model, version: version + 1 });
}

/** One that a dashboard shows is kept. */
function remove({ store }: Grafana, { params }: Request): Reply {
  const found = store.libraryElements.get(params['uid'] ?? '');
  if (found === undefined) {
    return NOT_FOUND;
  }
  const shown = [...store.dashboards.values()].flatMap((one) => referencesIn(latest(one).dashboard));
  if (shown.includes(found.uid)) {
    return CONNECTED;
  }
  store.libraryElements.delete(found.uid);
  return json(200, { message: 'Library element deleted', id: found.id });
}

function saved(store: Store, element: StoredLibraryElement): Reply {
  store.libraryElements.set(element.uid, element);
  return json(200, { result: shownAs(element) });
}

/** syncFieldsWithModel (database.go): what the list shows beside the model stands in the model as well. */
function syncedModel(model: Json): Json {
  return { ...model, type: model['type'] ?? '', description: model['description'] ?? '' };
}

function shownAs(element: StoredLibraryElement): object {
  const { type, description } = element.model;
  return { ...element, orgId: 1, type, description, meta: { folderUid: element.folderUid, connectedDashboards: 0 } };
}

/**
 * Until 11 the dashboard is saved, and then its library panels are connected: for one that is not there the answer is
 * 500 (PostDashboard in pkg/api/dashboard.go); 12 connects in its storage, and says nothing.
 */
export function failsToConnect({ store, major }: Grafana, dashboard: Json): boolean {
  return major < 12 && referencesIn(dashboard).some((uid) => !store.libraryElements.has(uid));
}

/** connectLibraryPanelsRecursively (pkg/services/librarypanels): in rows too. */
function referencesIn(holder: unknown): readonly string[] {
  return listIn(holder, 'panels').flatMap((panel) => {
    const uid = textIn(recordIn(panel, 'libraryPanel'), 'uid');
    return [...(uid === undefined ? [] : [uid]), ...referencesIn(panel)];
  });
}
