import { json, type Reply, type Request, refusal } from '../http.js';
import { flagIn, type Json, numberIn, parseRecord, recordIn, textIn } from '../json.js';
import { askPrometheus, credentialsOf } from '../prometheus.js';
import { newUid, type Store, type StoredDatasource } from '../store.js';
import type { Grafana, Route } from './route.js';

export const datasourceRoutes: readonly Route[] = [
  { on: 'GET /api/datasources', may: 'datasources:read', run: ({ store }) => json(200, list(store)) },
  { on: 'POST /api/datasources', may: 'datasources:create', run: create },
  { on: 'GET /api/datasources/uid/:uid', may: 'datasources:read', run: read },
  { on: 'PUT /api/datasources/uid/:uid', may: 'datasources:write', run: update },
  { on: 'DELETE /api/datasources/uid/:uid', may: 'datasources:delete', run: remove },
  { on: 'GET /api/datasources/uid/:uid/health', may: 'datasources:query', run: health },
  { on: 'GET /api/datasources/proxy/uid/:uid/*', may: 'datasources:query', run: proxy },
  { on: 'POST /api/datasources/proxy/uid/:uid/*', may: 'datasources:query', run: proxy },
  { on: 'GET /api/datasources/name/:name', may: 'datasources:read', run: readByName },
  { on: 'GET /api/datasources/:id', may: 'datasources:read', run: readById },
];

const NOT_FOUND = refusal(404, 'Data source not found');

function list(store: Store): readonly object[] {
  const byName = (a: StoredDatasource, b: StoredDatasource): number =>
    a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1;
  const sorted = [...store.datasources.values()].sort(byName);
  return sorted.map((found) => {
    const { secureJsonFields: _hidden, version: _version, basicAuthUser: _user, ...shown } = shownAs(found);
    return { ...shown, typeName: found.type };
  });
}

function read({ store }: Grafana, { params }: Request): Reply {
  return shown(store.datasources.get(params['uid'] ?? ''));
}

function readByName({ store }: Grafana, { params }: Request): Reply {
  return shown([...store.datasources.values()].find((found) => found.name === params['name']));
}

/** Numeric addresses are switched off since Grafana 13.0. */
function readById({ store, major }: Grafana, { params }: Request): Reply {
  if (major >= 13) {
    return refusal(404, 'Not found');
  }
  return shown([...store.datasources.values()].find((found) => String(found.id) === params['id']));
}

function shown(found: StoredDatasource | undefined): Reply {
  return found === undefined ? NOT_FOUND : json(200, shownAs(found));
}

function create({ store }: Grafana, { body }: Request): Reply {
  const wanted = parseRecord(body);
  const name = textIn(wanted, 'name') ?? '';
  if (wanted === undefined || name === '' || textIn(wanted, 'type') === undefined) {
    return refusal(400, 'bad request data');
  }
  const uid = textIn(wanted, 'uid') || newUid();
  const clash = clashWith(store, { name, uid });
  if (clash !== undefined) {
    return refusal(409, clash);
  }
  return saved(store, storedFrom(wanted, { id: store.nextId(), uid, version: 1 }), 'Datasource added');
}

function update({ store }: Grafana, { body, params }: Request): Reply {
  const existing = store.datasources.get(params['uid'] ?? '');
  const wanted = parseRecord(body);
  if (existing === undefined) {
    return NOT_FOUND;
  }
  if (existing.isReadOnly) {
    return refusal(403, 'Cannot update read-only data source');
  }
  if (wanted === undefined || REQUIRED.some((name) => (textIn(wanted, name) ?? '') === '')) {
    return refusal(400, 'bad request data');
  }
  if ([...store.datasources.values()].some(({ id, name }) => id !== existing.id && name === wanted['name'])) {
    return refusal(409, `Failed to update datasource: ${SAME_NAME}`);
  }
  // `version` is the one that was read; without it the update is taken whatever happened meanwhile.
  const read = numberIn(wanted, 'version') ?? 0;
  if (read !== 0 && read < existing.version) {
    return refusal(409, 'Datasource has already been updated by someone else. Please reload and try again');
  }
  const next = storedFrom(wanted, { id: existing.id, uid: existing.uid, version: existing.version + 1 });
  // Secrets are write-only: those not sent again are kept.
  const secureJsonData = { ...existing.secureJsonData, ...next.secureJsonData };
  return saved(store, { ...next, secureJsonData }, 'Datasource updated');
}

async function health({ store, outbound }: Grafana, { params }: Request): Promise<Reply> {
  const datasource = store.datasources.get(params['uid'] ?? '');
  if (datasource === undefined) {
    return refusal(500, 'Unable to load datasource metadata');
  }
  const answer = await askPrometheus(outbound, datasource, { path: '/api/v1/query', form: { query: '1+1' } });
  if (answer.kind === 'failed') {
    return json(400, { status: 'ERROR', message: answer.message });
  }
  return json(200, { status: 'OK', message: 'Successfully queried the Prometheus API.' });
}

const SAME_NAME = 'data source with the same name already exists';

function remove({ store }: Grafana, { params }: Request): Reply {
  const found = store.datasources.get(params['uid'] ?? '');
  if (found === undefined) {
    return NOT_FOUND;
  }
  store.datasources.delete(found.uid);
  return json(200, { message: 'Data source deleted', id: found.id });
}

/** What the browser asks of Prometheus itself, with the credentials that are stored here. */
async function proxy({ store, outbound }: Grafana, request: Request): Promise<Reply> {
  const { params, query, method, body } = request;
  const datasource = store.datasources.get(params['uid'] ?? '');
  if (datasource === undefined) {
    return refusal(404, 'Unable to find datasource');
  }
  const search = query.size === 0 ? '' : `?${query.toString()}`;
  const url = `${datasource.url.replace(/\/$/, '')}/${params['rest'] ?? ''}${search}`;
  const headers = { ...credentialsOf(datasource), 'content-type': 'application/x-www-form-urlencoded' };
  try {
    const { status, text } = await outbound({ url, method: method === 'POST' ? 'POST' : 'GET', headers, body });
    return { status, body: text };
  } catch {
    return { status: 502, body: '', headers: { 'content-type': 'text/plain; charset=utf-8' } };
  }
}

function clashWith(store: Store, wanted: { name: string; uid: string }): string | undefined {
  const all = [...store.datasources.values()];
  if (all.some((found) => found.name === wanted.name)) {
    return SAME_NAME;
  }
  return store.datasources.has(wanted.uid) ? 'data source with the same uid already exists' : undefined;
}

function storedFrom(wanted: Json, known: Pick<StoredDatasource, 'id' | 'uid' | 'version'>): StoredDatasource {
  return {
    ...known,
    name: textIn(wanted, 'name') ?? '',
    type: textIn(wanted, 'type') ?? '',
    url: textIn(wanted, 'url') ?? '',
    access: textIn(wanted, 'access') ?? 'proxy',
    isDefault: flagIn(wanted, 'isDefault'),
    basicAuth: flagIn(wanted, 'basicAuth'),
    basicAuthUser: textIn(wanted, 'basicAuthUser') ?? '',
    isReadOnly: false,
    jsonData: recordIn(wanted, 'jsonData'),
    secureJsonData: recordIn(wanted, 'secureJsonData'),
  };
}

/** There is one default: a new one takes the place of the old. */
function saved(store: Store, datasource: StoredDatasource, message: string): Reply {
  for (const other of datasource.isDefault ? [...store.datasources.values()] : []) {
    store.datasources.set(other.uid, { ...other, isDefault: false });
  }
  store.datasources.set(datasource.uid, datasource);
  return json(200, { id: datasource.id, name: datasource.name, message, datasource: shownAs(datasource) });
}

/** Of UpdateDataSourceCommand (pkg/services/datasources/models.go). */
const REQUIRED = ['name', 'type', 'access'] as const;

/** Secrets never come back, only the fact that there are some. */
function shownAs(datasource: StoredDatasource) {
  const { secureJsonData, isReadOnly: readOnly, ...open } = datasource;
  const given = Object.entries(secureJsonData).filter(([, value]) => value !== '');
  const secureJsonFields = Object.fromEntries(given.map(([key]) => [key, true]));
  const fixed = { orgId: 1, typeLogoUrl: '', user: '', database: '', readOnly };
  return { ...open, ...fixed, secureJsonFields };
}
