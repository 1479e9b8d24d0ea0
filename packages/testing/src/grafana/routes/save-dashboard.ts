import { json, type Reply, type Request, refusal } from '../http.js';
import { type DashboardVersion, latest, newUid, type StoredDashboard } from '../store.js';
import { sharesTable, slugOf, TYPE_MISMATCH } from '../uid.js';
import { failsToConnect } from './library-elements.js';
import type { Grafana } from './route.js';
import { parseSave, type SaveRequest } from './save-request.js';

/** POST /api/dashboards/db */
export function saveDashboard(grafana: Grafana, request: Request): Reply {
  const parsed = parseSave(grafana, request.body);
  if (parsed.kind === 'refused') {
    return parsed.reply;
  }
  const { save } = parsed;
  const existing = targetOf(grafana, save);
  const fault = faultOf(grafana, save, existing);
  if (fault !== undefined) {
    return fault;
  }
  return written(grafana, existing, { ...save, by: `sa-${request.role ?? 'nobody'}` });
}

/** What the save would replace: by uid, by id, and on old releases by title within the folder. */
function targetOf(grafana: Grafana, save: SaveRequest): StoredDashboard | undefined {
  const { dashboards } = grafana.store;
  const byUid = save.uid === '' ? undefined : dashboards.get(save.uid);
  const byId = save.id === 0 || uidDecides(grafana, save) ? undefined : withId(grafana, save.id);
  // On old releases overwriting silently takes over the other dashboard's uid.
  return byUid ?? byId ?? (save.overwrite ? titleTwin(grafana, save) : undefined);
}

function faultOf(grafana: Grafana, save: SaveRequest, existing: StoredDashboard | undefined): Reply | undefined {
  const fault = save.id === 0 ? undefined : idFault(grafana, save, existing);
  if (fault !== undefined) {
    return fault;
  }
  if (sharesTable(grafana.major) && grafana.store.folders.has(save.uid)) {
    return TYPE_MISMATCH;
  }
  if (existing?.provisionedBy !== undefined) {
    return refusal(400, 'Cannot save provisioned dashboard');
  }
  if (existing !== undefined && !save.overwrite && save.version !== latest(existing).version) {
    return versionMismatch(grafana.major);
  }
  const twin = save.overwrite ? undefined : titleTwin(grafana, save);
  return twin === undefined || twin.uid === existing?.uid ? undefined : NAME_EXISTS;
}

function withId({ store }: Grafana, id: number): StoredDashboard | undefined {
  return [...store.dashboards.values()].find((found) => found.id === id);
}

/** Since 13 a number that does not fit the uid is passed over (resolveLegacyInternalID in pkg/api/dashboard.go). */
function uidDecides({ major }: Grafana, { uid }: SaveRequest): boolean {
  return major >= 13 && uid !== '';
}

function idFault(grafana: Grafana, save: SaveRequest, existing: StoredDashboard | undefined): Reply | undefined {
  const isKnown = withId(grafana, save.id) !== undefined;
  if (!isKnown && !uidDecides(grafana, save)) {
    return grafana.major >= 13 ? refusal(404, 'Dashboard not found') : refusal(404, 'Dashboard not found', 'not-found');
  }
  const isOther = isKnown && existing !== undefined && existing.id !== save.id;
  return isOther ? refusal(400, 'A dashboard with the same uid already exists') : undefined;
}

/** 13 answers in postDashboard (pkg/api/dashboard.go) itself, without a status in the body. */
function versionMismatch(major: number): Reply {
  return major >= 13
    ? refusal(409, 'Dashboard already exists. Use overwrite flag to update.')
    : refusal(412, 'The dashboard has been changed by someone else', 'version-mismatch');
}

const NAME_EXISTS = refusal(412, 'A dashboard with the same name in the folder already exists', 'name-exists');

/** Since 11 two dashboards in one folder may share a title. */
function titleTwin(grafana: Grafana, save: SaveRequest): StoredDashboard | undefined {
  const all = grafana.major < 11 ? [...grafana.store.dashboards.values()] : [];
  return all.find((found) => {
    const last = latest(found);
    return last.folderUid === save.folderUid && last.dashboard['title'] === save.title;
  });
}

/** Every save is a new version, also of what did not change. */
function written(grafana: Grafana, existing: StoredDashboard | undefined, save: SaveRequest & { by: string }): Reply {
  const { store } = grafana;
  const uid = existing?.uid ?? (save.uid || newUid());
  const id = existing?.id ?? store.nextId();
  const version: DashboardVersion = {
    version: existing === undefined ? 1 : latest(existing).version + 1,
    parentVersion: parentOf(grafana, existing, save),
    restoredFrom: 0,
    message: save.message,
    created: new Date().toISOString(),
    createdBy: save.by,
    folderUid: save.folderUid,
    dashboard: { ...save.dashboard, id, uid, title: save.title },
  };
  const stored: StoredDashboard = {
    id,
    uid,
    versions: existing === undefined ? [version] : [...existing.versions, version],
  };
  store.dashboards.set(uid, stored);
  if (failsToConnect(grafana, version.dashboard)) {
    return refusal(500, 'Error while connecting library panels');
  }
  return savedReply(grafana, stored);
}

/**
 * Until 11 the version that was sent is taken for the parent of a new dashboard (saveDashboard in
 * pkg/services/dashboards/database); since 12 the parent is the generation before (dashverimpl/dashver.go).
 */
function parentOf({ major }: Grafana, existing: StoredDashboard | undefined, { version }: SaveRequest): number {
  if (existing !== undefined) {
    return latest(existing).version;
  }
  return major < 12 ? version : 0;
}

export function savedReply(grafana: Grafana, stored: StoredDashboard): Reply {
  const { version, folderUid, dashboard } = latest(stored);
  const slug = slugOf(String(dashboard['title']));
  const found = { id: stored.id, uid: stored.uid, url: `/d/${stored.uid}/${slug}`, status: 'success', version, slug };
  // Old releases do not say where they put it.
  return json(200, grafana.major < 10 ? found : { ...found, folderUid });
}
