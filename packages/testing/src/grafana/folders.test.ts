import { afterEach, expect, test } from '@jest/globals';
import { type Client, grafanaClient } from './client-for-tests.js';
import type { GrafanaVersion } from './index.js';

let grafana: Client;
afterEach(async () => await grafana.stop());

const create = async (folder: object) => await grafana.send('POST', '/api/folders', folder);

test('lists one level at a time, in pages', async () => {
  grafana = await grafanaClient();
  await create({ uid: 'a', title: 'A' });
  await create({ uid: 'b', title: 'B' });
  await create({ uid: 'deep', title: 'Deep', parentUid: 'a' });
  const uids = async (query: string) => (await grafana.get(`/api/folders?${query}`)).list.map((one) => one['uid']);
  expect(await uids('')).toEqual(['a', 'b']);
  expect(await uids('parentUid=a')).toEqual(['deep']);
  expect(await uids('limit=1&page=2')).toEqual(['b']);
});

test('tells a nested folder its parents, outermost first', async () => {
  grafana = await grafanaClient();
  await create({ uid: 'a', title: 'A' });
  await create({ uid: 'b', title: 'B', parentUid: 'a' });
  await create({ uid: 'c', title: 'C', parentUid: 'b' });
  expect((await grafana.get('/api/folders/c')).body).toMatchObject({
    parentUid: 'b',
    parents: [{ uid: 'a' }, { uid: 'b' }],
  });
});

test.each<[GrafanaVersion, number]>([
  ['9', 409],
  ['10.4.19', 409],
  ['11.6.6', 200],
  ['12.4.3', 200],
  ['13.1.3', 200],
])('Grafana %s answers 412 for a uid, and %i for a title, that a folder has', async (version, status) => {
  grafana = await grafanaClient({ version });
  await create({ uid: 'a', title: 'A' });
  expect(await create({ uid: 'a', title: 'Another' })).toMatchObject({
    status: 412,
    body: { status: 'version-mismatch' },
  });
  expect((await create({ uid: 'b', title: 'A' })).status).toBe(status);
});

test('renames only with the current version, unless told to overwrite', async () => {
  grafana = await grafanaClient();
  await create({ uid: 'a', title: 'A' });
  const put = async (change: object) => await grafana.send('PUT', '/api/folders/a', change);
  expect((await put({ title: 'B', version: 9 })).body).toMatchObject({ status: 'version-mismatch' });
  expect((await put({ title: 'B', version: 1 })).body).toMatchObject({ title: 'B', version: 2 });
  expect((await put({ title: 'C', overwrite: true })).body).toMatchObject({ title: 'C', version: 3 });
});

test('refuses what is no folder', async () => {
  grafana = await grafanaClient();
  expect((await create({ uid: 'a' })).status).toBe(400);
  expect((await create({ uid: 'a b', title: 'A' })).status).toBe(400);
  expect((await create({ title: 'A', parentUid: 'none' })).status).toBe(404);
  expect((await grafana.get('/api/folders/none')).status).toBe(404);
});

test('counts and deletes what lies inside, at every depth', async () => {
  grafana = await grafanaClient();
  await create({ uid: 'a', title: 'A' });
  await create({ uid: 'b', title: 'B' });
  await grafana.send('POST', '/api/folders/b/move', { parentUid: 'a' });
  await grafana.send('POST', '/api/dashboards/db', { dashboard: { uid: 'x', title: 'X' }, folderUid: 'b' });
  expect((await grafana.get('/api/folders/a/counts')).body).toEqual({ dashboard: 1, folder: 1 });
  await grafana.send('DELETE', '/api/folders/a', {});
  expect(grafana.state()).toMatchObject({ dashboards: [], folders: [] });
});

test.each<[GrafanaVersion, number]>([
  ['9', 400],
  ['11.6.6', 400],
  ['12.4.3', 200],
])('Grafana %s answers %i when a folder and a dashboard want one uid', async (version, status) => {
  grafana = await grafanaClient({ version });
  const save = async (uid: string) =>
    await grafana.send('POST', '/api/dashboards/db', { dashboard: { uid, title: 'X' } });
  await save('x');
  expect((await create({ uid: 'x', title: 'A' })).status).toBe(status);
  await create({ uid: 'y', title: 'Y' });
  expect((await save('y')).status).toBe(status);
});

test.each<GrafanaVersion>(['9', '10.4.19'])('Grafana %s knows no parent of a folder', async (version) => {
  grafana = await grafanaClient({ version });
  await create({ uid: 'a', title: 'A' });
  await create({ uid: 'b', title: 'B', parentUid: 'a' });
  expect((await grafana.get('/api/folders?parentUid=a')).list.map((one) => one['uid'])).toEqual(['a', 'b']);
});

test('nests four folders and no more', async () => {
  grafana = await grafanaClient();
  const statuses: number[] = [];
  for (const depth of [1, 2, 3, 4, 5]) {
    const parent = depth === 1 ? {} : { parentUid: `f${depth - 1}` };
    statuses.push((await create({ uid: `f${depth}`, title: 'F', ...parent })).status);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 400]);
});
