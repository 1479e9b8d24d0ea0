import { json, type Reply, type Request, refusal } from '../http.js';
import { numberIn, parseRecord } from '../json.js';
import { type DashboardVersion, latest, type StoredDashboard } from '../store.js';
import type { Grafana, Handler, Route } from './route.js';
import { savedReply } from './save-dashboard.js';

export const dashboardVersionRoutes: readonly Route[] = [
  { on: 'GET /api/dashboards/uid/:uid/versions', may: 'dashboards:write', run: listVersions },
  { on: 'GET /api/dashboards/uid/:uid/versions/:version', may: 'dashboards:write', run: readVersion },
  { on: 'GET /api/dashboards/id/:id/versions', may: 'dashboards:write', run: byNumber(listVersions) },
  { on: 'GET /api/dashboards/id/:id/versions/:version', may: 'dashboards:write', run: byNumber(readVersion) },
  { on: 'POST /api/dashboards/uid/:uid/restore', may: 'dashboards:write', run: restore },
];

const NOT_FOUND = refusal(404, 'Dashboard not found');

function find({ store }: Grafana, { params }: Request): StoredDashboard | undefined {
  const { uid, id } = params;
  return uid === undefined
    ? [...store.dashboards.values()].find((one) => String(one.id) === id)
    : store.dashboards.get(uid);
}

/** The specification of 13 has no /dashboards/id. */
function byNumber(run: (grafana: Grafana, request: Request) => Reply): Handler {
  return (grafana, request) => (grafana.major < 13 ? run(grafana, request) : refusal(404, 'Not found'));
}

/** Newest first. A list on old releases, an object around it since. */
function listVersions(grafana: Grafana, request: Request): Reply {
  const found = find(grafana, request);
  if (found === undefined) {
    return NOT_FOUND;
  }
  const start = Number(request.query.get('start') ?? 0);
  const limit = Number(request.query.get('limit') ?? 1000);
  const versions = found.versions
    .toReversed()
    .slice(start, start + limit)
    .map((one) => ({ ...versionOf(grafana, found, one), message: listedMessage(one) }));
  return json(200, grafana.major < 11 ? versions : { continueToken: '', versions });
}

/** GetDashboardVersions (pkg/api/dashboard.go) replaces messages, and a missing parent has the last word. */
function listedMessage({ message, parentVersion, restoredFrom }: DashboardVersion): string {
  if (parentVersion === 0) {
    return 'Initial save';
  }
  return restoredFrom > 0 ? `Restored from version ${restoredFrom}` : message;
}

/** GetDashboardVersion (pkg/api/dashboard.go): the message as it was saved; 500 for a version that is not there. */
function readVersion(grafana: Grafana, request: Request): Reply {
  const found = find(grafana, request);
  if (found === undefined) {
    return NOT_FOUND;
  }
  const { version = '' } = request.params;
  const wanted = found.versions.find((one) => String(one.version) === version);
  return wanted === undefined
    ? refusal(500, `Dashboard version ${version} not found for dashboardId ${found.id}`)
    : json(200, { ...versionOf(grafana, found, wanted), message: wanted.message, data: wanted.dashboard });
}

/** An old version comes back as a new one. */
function restore(grafana: Grafana, request: Request): Reply {
  const found = find(grafana, request);
  const version = numberIn(parseRecord(request.body), 'version');
  const wanted = found?.versions.find((one) => one.version === version);
  if (found === undefined || wanted === undefined) {
    return NOT_FOUND;
  }
  const last = latest(found);
  const again = {
    ...wanted,
    version: last.version + 1,
    parentVersion: last.version,
    restoredFrom: wanted.version,
    message: `Restored from version ${wanted.version}`,
    created: new Date().toISOString(),
    folderUid: last.folderUid,
  };
  const stored: StoredDashboard = { ...found, versions: [...found.versions, again] };
  grafana.store.dashboards.set(found.uid, stored);
  return savedReply(grafana, stored);
}

function versionOf({ major }: Grafana, found: StoredDashboard, one: DashboardVersion): object {
  const { version, parentVersion, restoredFrom, created, createdBy } = one;
  // The number of the row in the table until 11, the version itself since 12.
  const id = major < 12 ? found.id * 1000 + version : version;
  return { id, dashboardId: found.id, uid: found.uid, parentVersion, restoredFrom, version, created, createdBy };
}
