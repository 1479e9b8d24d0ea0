import { afterEach, describe, expect, test } from '@jest/globals';
import { type Client, grafanaClient, TOKENS } from './client-for-tests.js';
import { GRAFANA_VERSIONS, type GrafanaVersion } from './index.js';

let grafana: Client;
afterEach(async () => await grafana.stop());

const overview = { uid: 'overview', title: 'Overview', panels: [] };
const save = async (command: object) => await grafana.send('POST', '/api/dashboards/db', command);

describe.each(GRAFANA_VERSIONS)('Grafana %s', (version) => {
  test('saves a new dashboard as version 1 and gives it back', async () => {
    grafana = await grafanaClient({ version });
    const saved = await save({ dashboard: { ...overview, id: null } });
    expect(saved.status).toBe(200);
    expect(saved.body).toMatchObject({ status: 'success', uid: 'overview', version: 1, slug: 'overview' });
    const read = await grafana.get('/api/dashboards/uid/overview');
    expect(read.body).toMatchObject({
      dashboard: { title: 'Overview', version: 1 },
      meta: { folderUid: '', provisioned: false },
    });
  });

  test('makes a version of every save, also of what did not change', async () => {
    grafana = await grafanaClient({ version });
    await save({ dashboard: overview });
    const again = await save({ dashboard: overview, overwrite: true });
    expect(again.body['version']).toBe(2);
  });

  test('refuses to replace a version that it was not shown', async () => {
    grafana = await grafanaClient({ version });
    await save({ dashboard: overview });
    const blind = await save({ dashboard: overview });
    const refused = version === '13.1.3' ? [409, undefined] : [412, 'version-mismatch'];
    expect([blind.status, blind.body['status']]).toEqual(refused);
    expect((await save({ dashboard: { ...overview, version: 1 } })).status).toBe(200);
  });

  test('moves a dashboard to the root when a save names no folder', async () => {
    grafana = await grafanaClient({ version });
    await grafana.send('POST', '/api/folders', { uid: 'team', title: 'Team' });
    await save({ dashboard: overview, folderUid: 'team' });
    expect((await grafana.get('/api/dashboards/uid/overview')).body).toMatchObject({
      meta: { folderUid: 'team', folderTitle: 'Team' },
    });
    await save({ dashboard: overview, overwrite: true });
    expect((await grafana.get('/api/dashboards/uid/overview')).body).toMatchObject({ meta: { folderUid: '' } });
  });
});

describe('what a save is refused for', () => {
  const cases: [string, object, number, object][] = [
    ['an empty title', { dashboard: { uid: 'a', title: ' ' } }, 400, { status: 'empty-name' }],
    [
      'a title beyond 5000 characters',
      { dashboard: { title: 't'.repeat(5001) } },
      400,
      { status: 'title-too-long', message: 'Dashboard title cannot contain more than 5 000 characters' },
    ],
    [
      'a dot in the uid',
      { dashboard: { uid: 'a.b', title: 'A' } },
      400,
      { message: 'uid contains illegal characters' },
    ],
    [
      'a uid of 41 characters',
      { dashboard: { uid: 'a'.repeat(41), title: 'A' } },
      400,
      { message: 'uid too long, max 40 characters' },
    ],
    [
      'a message of 501 characters',
      { dashboard: overview, message: 'm'.repeat(501) },
      400,
      { message: 'message too long, max 500 characters' },
    ],
    ['a folder that is not there', { dashboard: overview, folderUid: 'none' }, 400, { message: 'folder not found' }],
    [
      'a refresh under five seconds',
      { dashboard: { ...overview, refresh: '1s' } },
      400,
      { message: 'Dashboard refresh interval is too low' },
    ],
    ['an id of another instance', { dashboard: { ...overview, id: 4711 } }, 404, { status: 'not-found' }],
    ['no dashboard at all', {}, 400, { message: 'bad request data' }],
  ];
  test.each(cases)('%s', async (_, command, status, body) => {
    grafana = await grafanaClient();
    const refused = await save(command);
    expect(refused.status).toBe(status);
    expect(refused.body).toMatchObject(body);
    expect(grafana.state().dashboards).toEqual([]);
  });

  test('a provisioned dashboard, which cannot be deleted either', async () => {
    grafana = await grafanaClient();
    grafana.place({ dashboard: overview, provisionedBy: 'file' });
    expect((await save({ dashboard: overview, overwrite: true })).body).toEqual({
      message: 'Cannot save provisioned dashboard',
    });
    expect((await grafana.send('DELETE', '/api/dashboards/uid/overview', {})).status).toBe(400);
    expect((await grafana.get('/api/dashboards/uid/overview')).body).toMatchObject({ meta: { provisioned: true } });
  });
});

describe('what differs between releases', () => {
  const resource = {
    apiVersion: 'dashboard.grafana.app/v1',
    kind: 'Dashboard',
    metadata: { name: 'overview' },
    spec: overview,
  };
  test.each<[GrafanaVersion, number]>([
    ['12.4.3', 400],
    ['13.1.3', 200],
  ])('Grafana %s answers a resource with %i', async (version, status) => {
    grafana = await grafanaClient({ version });
    expect((await save({ dashboard: resource })).status).toBe(status);
  });

  test('13 lets the uid decide where there is one, and the number where there is none', async () => {
    grafana = await grafanaClient({ version: '13.1.3' });
    expect((await save({ dashboard: { ...overview, id: 4711 } })).body).toMatchObject({ uid: 'overview', version: 1 });
    const { uid: _, ...withoutUid } = overview;
    expect(await save({ dashboard: { ...withoutUid, id: 4711 } })).toMatchObject({
      status: 404,
      body: { message: 'Dashboard not found' },
    });
    const id = grafana.state().dashboards[0]?.id;
    expect((await save({ dashboard: { ...overview, id, uid: 'other' } })).body).toMatchObject({ uid: 'other' });
    const taken = await save({ dashboard: { ...overview, id, uid: 'other', version: 1 } });
    expect(taken).toMatchObject({ status: 400, body: { message: 'A dashboard with the same uid already exists' } });
  });

  test('9 refuses a second dashboard of one title, and overwriting takes over the other uid', async () => {
    grafana = await grafanaClient({ version: '9' });
    await save({ dashboard: overview });
    const twin = { ...overview, uid: 'twin' };
    expect((await save({ dashboard: twin })).body).toMatchObject({ status: 'name-exists' });
    expect((await save({ dashboard: twin, overwrite: true })).body).toMatchObject({ uid: 'overview', version: 2 });
  });

  test('9 does not say which folder it saved to', async () => {
    grafana = await grafanaClient({ version: '9' });
    expect((await save({ dashboard: overview })).body).not.toHaveProperty('folderUid');
  });

  test.each<[GrafanaVersion, readonly string[]]>([
    ['9', []],
    ['11.6.6', []],
    ['12.4.3', ['v1beta1', 'v0alpha1', 'v2alpha1', 'v2beta1']],
    ['13.1.3', ['v1', 'v1beta1', 'v0alpha1', 'v2alpha1', 'v2beta1', 'v2']],
  ])('%s serves the resource versions %j', async (version, served) => {
    grafana = await grafanaClient({ version });
    const found = await grafana.get('/apis/dashboard.grafana.app');
    expect(found.status).toBe(served.length === 0 ? 404 : 200);
    const versions = [found.body['versions'] ?? []].flat().map((one) => Object(one).version);
    expect(versions).toEqual(served);
  });
});

test('deletes a dashboard and then does not find it', async () => {
  grafana = await grafanaClient();
  await save({ dashboard: overview });
  const deleted = await grafana.send('DELETE', '/api/dashboards/uid/overview', {});
  expect(deleted.body).toEqual({ title: 'Overview', message: 'Dashboard Overview deleted', uid: 'overview' });
  expect((await grafana.get('/api/dashboards/uid/overview')).status).toBe(404);
});

test('searches by type, tag, folder, uid and page', async () => {
  grafana = await grafanaClient();
  await grafana.send('POST', '/api/folders', { uid: 'team', title: 'Team' });
  await save({ dashboard: { ...overview, tags: ['fly', 'app'] }, folderUid: 'team' });
  await save({ dashboard: { uid: 'other', title: 'Other', tags: ['fly'] } });
  const uids = async (query: string) => (await grafana.get(`/api/search?${query}`)).list.map((hit) => hit['uid']);
  expect(await uids('')).toEqual(['team', 'overview', 'other']);
  expect(await uids('type=dash-db')).toEqual(['overview', 'other']);
  expect(await uids('tag=fly&tag=app')).toEqual(['overview']);
  expect(await uids('folderUIDs=team')).toEqual(['overview']);
  expect(await uids('type=dash-db&folderUIDs=general')).toEqual(['other']);
  expect(await uids('dashboardUIDs=other')).toEqual(['other']);
  expect(await uids('limit=1&page=2')).toEqual(['overview']);
});

test('9 passes over the uid of a folder in a search', async () => {
  grafana = await grafanaClient({ version: '9' });
  await grafana.send('POST', '/api/folders', { uid: 'team', title: 'Team' });
  await save({ dashboard: overview, folderUid: 'team' });
  await save({ dashboard: { uid: 'other', title: 'Other' } });
  const { list } = await grafana.get('/api/search?type=dash-db&folderUIDs=team');
  expect(list.map(({ uid, folderUid }) => [uid, folderUid])).toEqual([
    ['overview', 'team'],
    ['other', undefined],
  ]);
});

test('lets a viewer read and refuses it to write, naming the permission', async () => {
  grafana = await grafanaClient();
  const viewer = grafana.as(TOKENS.viewer);
  expect((await viewer.get('/api/search')).status).toBe(200);
  const refused = await viewer.send('POST', '/api/dashboards/db', { dashboard: overview });
  expect(refused.status).toBe(403);
  expect(refused.body['message']).toContain('dashboards:write');
  expect(refused.body).toHaveProperty('accessErrorId');
});

describe.each(GRAFANA_VERSIONS)('what Grafana %s hands out of', (version) => {
  const major = Number.parseInt(version, 10);

  test('a dashboard of the schema V2', async () => {
    grafana = await grafanaClient({ version });
    grafana.place({ dashboard: overview, schema: 'v2' });
    const read = await grafana.get('/api/dashboards/uid/overview');
    expect(read.status).toBe(major < 13 ? 406 : 200);
    if (major < 13) {
      expect(read.body['message']).toBe(
        'dashboard api version not supported, use /apis/dashboard.grafana.app/v2beta1/namespaces/default/dashboards/overview instead',
      );
    }
    await save({ dashboard: overview, overwrite: true });
    expect((await grafana.get('/api/dashboards/uid/overview')).status).toBe(200);
  });

  test('a folder that is asked for as a dashboard', async () => {
    grafana = await grafanaClient({ version });
    await grafana.send('POST', '/api/folders', { uid: 'team', title: 'Team' });
    const read = await grafana.get('/api/dashboards/uid/team');
    if (major >= 12) {
      expect(read.status).toBe(404);
      return;
    }
    expect(read.body).toMatchObject({ dashboard: { title: 'Team' }, meta: { isFolder: true } });
  });
});
