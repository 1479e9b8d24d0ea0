import { afterEach, describe, expect, test } from '@jest/globals';
import { type Client, grafanaClient, TOKENS } from './client-for-tests.js';
import { GRAFANA_VERSIONS } from './options.js';

let grafana: Client;
afterEach(async () => await grafana.stop());

const path = '/api/library-elements';
const element = { uid: 'cpu', name: 'CPU', kind: 1, folderUid: '', model: { type: 'stat', title: 'CPU now' } };
const status = async (method: string, at: string, body: unknown) => (await grafana.send(method, at, body)).status;

test('makes an element under its uid, and hands it out with what it fills in', async () => {
  grafana = await grafanaClient();
  expect((await grafana.get(`${path}/cpu`)).status).toBe(404);
  expect((await grafana.send('POST', path, element)).body).toMatchObject({ result: { uid: 'cpu', version: 1 } });
  expect((await grafana.get(`${path}/cpu`)).body).toMatchObject({
    result: { uid: 'cpu', name: 'CPU', kind: 1, type: 'stat', model: { ...element.model, description: '' } },
  });
  expect((await grafana.get(path)).body).toMatchObject({ result: { totalCount: 1, elements: [{ uid: 'cpu' }] } });
});

test('refuses a uid or a name twice, a uid and a kind that cannot be, and a folder that is not there', async () => {
  grafana = await grafanaClient();
  await grafana.send('POST', path, element);
  for (const twice of [element, { ...element, uid: 'other' }]) {
    const { status: code, body } = await grafana.send('POST', path, twice);
    expect([code, body['message']]).toEqual([400, 'library element with that name or UID already exists']);
  }
  expect(await status('POST', path, { ...element, uid: 'a b', name: 'B' })).toBe(400);
  expect(await status('POST', path, { ...element, uid: 'b', name: 'B', kind: 3 })).toBe(400);
  expect(await status('POST', path, { ...element, uid: 'b', name: 'B', folderUid: 'gone' })).toBe(404);
});

test('replaces the version that was seen, and no other', async () => {
  grafana = await grafanaClient();
  await grafana.send('POST', path, element);
  const change = { kind: 1, version: 1, model: { type: 'gauge' } };
  expect((await grafana.send('PATCH', `${path}/cpu`, change)).body).toMatchObject({
    result: { version: 2, name: 'CPU' },
  });
  expect(await status('PATCH', `${path}/cpu`, change)).toBe(412);
  expect(await status('PATCH', `${path}/gone`, change)).toBe(404);
  expect(await status('PATCH', `${path}/cpu`, { model: {} })).toBe(400);
});

test('deletes what no dashboard shows', async () => {
  grafana = await grafanaClient();
  await grafana.send('POST', path, element);
  const page = { uid: 'page', title: 'Page', panels: [{ libraryPanel: { uid: 'cpu' } }] };
  await grafana.send('POST', '/api/dashboards/db', { dashboard: page });
  expect(await status('DELETE', `${path}/cpu`, {})).toBe(403);
  await grafana.send('DELETE', '/api/dashboards/uid/page', {});
  expect(await status('DELETE', `${path}/cpu`, {})).toBe(200);
  expect(await status('DELETE', `${path}/cpu`, {})).toBe(404);
});

describe.each(GRAFANA_VERSIONS)('Grafana %s', (version) => {
  const isNew = Number.parseInt(version, 10) >= 12;

  test('lets a Viewer read and not write', async () => {
    grafana = await grafanaClient({ version });
    const viewer = grafana.as(TOKENS.viewer);
    expect((await viewer.get(path)).status).toBe(200);
    const refused = await viewer.send('POST', path, element);
    expect(refused.status).toBe(403);
    expect(refused.body['message']).toMatch(isNew ? /library\.panels:create/ : /access denied to folder/);
    const permissions = await grafana.as(TOKENS.editor).get('/api/access-control/user/permissions');
    expect('library.panels:create' in permissions.body).toBe(isNew);
  });

  test('saves a dashboard whose library panel is not there, and until 11 says that it could not', async () => {
    grafana = await grafanaClient({ version });
    const panels = [{ type: 'row', panels: [{ libraryPanel: { uid: 'cpu' } }] }];
    const body = { dashboard: { uid: 'page', title: 'Page', panels }, overwrite: true };
    expect(await status('POST', '/api/dashboards/db', body)).toBe(isNew ? 200 : 500);
    expect(grafana.state().dashboards).toHaveLength(1);
    await grafana.send('POST', path, element);
    expect(await status('POST', '/api/dashboards/db', body)).toBe(200);
  });
});
