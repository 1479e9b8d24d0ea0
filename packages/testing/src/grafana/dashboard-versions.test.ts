import { afterEach, describe, expect, test } from '@jest/globals';
import { type Client, grafanaClient } from './client-for-tests.js';
import { GRAFANA_VERSIONS } from './index.js';

let grafana: Client;
afterEach(async () => await grafana.stop());

const overview = { uid: 'overview', title: 'Overview', panels: [] };
const save = async (command: object) => await grafana.send('POST', '/api/dashboards/db', command);
const history = '/api/dashboards/uid/overview/versions';

async function listed(path = history): Promise<readonly unknown[]> {
  const { body, list } = await grafana.get(path);
  const entries = list.length > 0 ? list : [body['versions'] ?? []].flat();
  return entries.map((entry) => Object(entry).message);
}

describe.each(GRAFANA_VERSIONS)('the history of Grafana %s', (version) => {
  test('calls the first version "Initial save" in the list, and by its message alone', async () => {
    grafana = await grafanaClient({ version });
    await save({ dashboard: overview, message: 'first' });
    await save({ dashboard: { ...overview, version: 1 }, message: 'second' });
    expect(await listed()).toEqual(['second', 'Initial save']);
    expect((await grafana.get(`${history}/1`)).body).toMatchObject({ version: 1, parentVersion: 0, message: 'first' });
    expect((await grafana.get(`${history}/2`)).body).toMatchObject({ version: 2, parentVersion: 1, message: 'second' });
  });

  test('takes a version that was sent for the parent of a new dashboard until 11', async () => {
    grafana = await grafanaClient({ version });
    await save({ dashboard: { ...overview, version: 5 }, message: 'first' });
    expect(await listed()).toEqual([Number.parseInt(version, 10) < 12 ? 'first' : 'Initial save']);
  });

  test('has no record of a version that was never saved', async () => {
    grafana = await grafanaClient({ version });
    await save({ dashboard: overview });
    expect((await grafana.get(`${history}/2`)).status).toBe(500);
    expect((await grafana.get('/api/dashboards/uid/none/versions/1')).status).toBe(404);
  });

  test('is told by the number of the dashboard until 12', async () => {
    grafana = await grafanaClient({ version });
    const { body } = await save({ dashboard: overview, message: 'first' });
    const read = await grafana.get(`/api/dashboards/id/${body['id']}/versions/1`);
    expect([read.status, read.body['message']]).toEqual(version === '13.1.3' ? [404, 'Not found'] : [200, 'first']);
  });
});

test('lists versions newest first and restores an old one as a new one', async () => {
  grafana = await grafanaClient();
  await save({ dashboard: overview, message: 'first' });
  grafana.edit('overview', { title: 'Overview by hand' });
  const newest = await grafana.get(`${history}?limit=1`);
  expect(newest.body).toMatchObject({ versions: [{ version: 2, createdBy: 'admin' }] });
  const restored = await grafana.send('POST', '/api/dashboards/uid/overview/restore', { version: 1 });
  expect(restored.body).toMatchObject({ version: 3, slug: 'overview' });
  expect(await listed()).toEqual(['Restored from version 1', '', 'Initial save']);
});
