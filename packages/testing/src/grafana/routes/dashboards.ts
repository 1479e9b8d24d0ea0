import { json, type Reply, type Request, refusal } from '../http.js';
import { latest, type StoredDashboard } from '../store.js';
import { sharesTable, slugOf } from '../uid.js';
import type { Grafana, Route } from './route.js';
import { saveDashboard } from './save-dashboard.js';

export const dashboardRoutes: readonly Route[] = [
  { on: 'POST /api/dashboards/db', may: ['dashboards:create', 'dashboards:write'], run: saveDashboard },
  { on: 'GET /api/dashboards/uid/:uid', may: 'dashboards:read', run: read },
  { on: 'DELETE /api/dashboards/uid/:uid', may: 'dashboards:delete', run: remove },
];

const NOT_FOUND = refusal(404, 'Dashboard not found');

function find(grafana: Grafana, request: Request): StoredDashboard | undefined {
  return grafana.store.dashboards.get(request.params['uid'] ?? '');
}

function read(grafana: Grafana, request: Request): Reply {
  const found = find(grafana, request);
  if (found === undefined) {
    return folderAsDashboard(grafana, request) ?? NOT_FOUND;
  }
  if (found.schema === 'v2' && grafana.major < 13) {
    return otherSchema(`v2beta1/namespaces/${grafana.namespace}/dashboards/${found.uid}`);
  }
  const { dashboard, version } = latest(found);
  return json(200, { dashboard: { ...dashboard, version }, meta: metaOf(grafana, found, request) });
}

/** GetDashboard of 12 (pkg/api/dashboard.go); 13 hands out what it converts. */
function otherSchema(path: string): Reply {
  const url = `/apis/dashboard.grafana.app/${path}`;
  return refusal(406, `dashboard api version not supported, use ${url} instead`);
}

/** The row of a folder is found in the table that both share, and its meta says what it is (GetDashboard in pkg/api/dashboard.go). */
function folderAsDashboard({ store, major }: Grafana, { params }: Request): Reply | undefined {
  const folder = sharesTable(major) ? store.folders.get(params['uid'] ?? '') : undefined;
  if (folder === undefined) {
    return undefined;
  }
  const { id, uid, title, version } = folder;
  const url = `/dashboards/f/${uid}/${slugOf(title)}`;
  const meta = { type: 'db', isFolder: true, slug: slugOf(title), url, version, folderUid: folder.parentUid };
  return json(200, { dashboard: { id, uid, title, version }, meta: { ...meta, provisioned: false } });
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
