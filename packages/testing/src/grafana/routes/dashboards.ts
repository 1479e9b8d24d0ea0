import { json, type Reply, type Request, refusal } from '../http.js';
import { numberIn, parseRecord } from '../json.js';
import { type DashboardVersion, latest, type StoredDashboard } from '../store.js';
import { slugOf } from '../uid.js';
import type { Grafana, Route } from './route.js';
import { saveDashboard, savedReply } from './save-dashboard.js';

export const dashboardRoutes: readonly Route[] = [
  { on: 'POST /api/dashboards/db', may: 'dashboards:write', run: saveDashboard },
  { on: 'GET /api/dashboards/uid/:uid', may: 'dashboards:read', run: read },
  { on: 'DELETE /api/dashboards/uid/:uid', may: 'dashboards:delete', run: remove },
  { on: 'GET /api/dashboards/uid/:uid/versions', may: 'dashboards:write', run: listVersions },
  { on: 'GET /api/dashboards/uid/:uid/versions/:version', may: 'dashboards:write', run: readVersion },
  { on: 'POST /api/dashboards/uid/:uid/restore', may: 'dashboards:write', run: restore },
];

const NOT_FOUND = refusal(404, 'Dashboard not found');

function find(grafana: Grafana, request: Request): StoredDashboard | undefined {
  return grafana.store.dashboards.get(request.params['uid'] ?? '');
}

function read(grafana: Grafana, request: Request): Reply {
  const found = find(grafana, request);
  if (found === undefined) {
    return NOT_FOUND;
  }
  const { dashboard, version } = latest(found);
  return json(200, { dashboard: { ...dashboard, version }, meta: metaOf(grafana, found, request) });
}

function metaOf(grafana: Grafana, found: StoredDashboard, request: Request): object {
  const last = latest(found);
  const [first] = found.versions;
  const folder = grafana.store.folders.get(last.folderUid);
  const slug = slugOf(String(last.dashboard['title']));
  const canSave = request.role !== 'viewer';
  return {
    type: 'db',
    slug,
    url: `/d/${found.uid}/${slug}`,
    version: last.version,
    ...{ canSave, canEdit: canSave, canAdmin: request.role === 'admin', canDelete: canSave, hasAcl: false },
    ...{ created: first.created, createdBy: first.createdBy, updated: last.created, updatedBy: last.createdBy },
    folderId: folder?.id ?? 0,
    folderUid: last.folderUid,
    folderTitle: folder?.title ?? (grafana.major >= 12 ? 'Dashboards' : 'General'),
    folderUrl: folder === undefined ? '' : `/dashboards/f/${folder.uid}/${slugOf(folder.title)}`,
    provisioned: found.provisionedBy === 'file',
    provisionedExternalId: found.provisionedBy === 'file' ? `${slug}.json` : '',
    ...(grafana.major >= 13 ? { apiVersion: 'v1' } : {}),
  };
}

function remove(grafana: Grafana, request: Request): Reply {
  const found = find(grafana, request);
  if (found === undefined) {
    return NOT_FOUND;
  }
  if (found.provisionedBy !== undefined) {
    return refusal(400, 'provisioned dashboard cannot be deleted');
  }
  grafana.store.dashboards.delete(found.uid);
  const title = String(latest(found).dashboard['title']);
  return json(200, { title, message: `Dashboard ${title} deleted`, uid: found.uid });
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
    .map((one) => versionOf(found, one));
  return json(200, grafana.major < 11 ? versions : { continueToken: '', versions });
}

function readVersion(grafana: Grafana, request: Request): Reply {
  const found = find(grafana, request);
  const wanted = found?.versions.find((one) => String(one.version) === request.params['version']);
  if (found === undefined || wanted === undefined) {
    return NOT_FOUND;
  }
  return json(200, { ...versionOf(found, wanted), data: wanted.dashboard });
}

/** An old version comes back as a new one. */
function restore(grafana: Grafana, request: Request): Reply {
  const found = find(grafana, request);
  const version = numberIn(parseRecord(request.body), 'version');
  const wanted = found?.versions.find((one) => one.version === version);
  if (found === undefined || wanted === undefined) {
    return NOT_FOUND;
  }
  const again = {
    ...wanted,
    version: latest(found).version + 1,
    message: `Restored from version ${wanted.version}`,
    created: new Date().toISOString(),
    folderUid: latest(found).folderUid,
  };
  const stored: StoredDashboard = { ...found, versions: [...found.versions, again] };
  grafana.store.dashboards.set(found.uid, stored);
  return savedReply(grafana, stored);
}

function versionOf(found: StoredDashboard, one: DashboardVersion): object {
  const { version, message, created, createdBy } = one;
  const parentVersion = version - 1;
  return {
    id: version,
    dashboardId: found.id,
    uid: found.uid,
    parentVersion,
    restoredFrom: 0,
    version,
    created,
    createdBy,
    message,
  };
}
