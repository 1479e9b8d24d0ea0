import { Secret } from '@fly-monitoring/kit';
import { GRAFANA_VERSIONS } from '@fly-monitoring/testing/grafana';
import { describe, expect, test } from '@jest/globals';
import { answering, type Started, startedGrafana } from '../../../test/edges.js';
import { grafanaTransport } from '../transport.js';
import { readDashboard } from './dashboards.js';
import { readSave } from './read-save.js';
import { saveDashboard } from './save-dashboard.js';

const json = { uid: 'shop', title: 'Shop' };

async function saved(started: Started, versions: number): Promise<void> {
  for (let version = 1; version <= versions; version++) {
    const expectedVersion = version === 1 ? undefined : version - 1;
    const request = { uid: 'shop', json, folderUid: '', message: `ours ${version}`, expectedVersion };
    await saveDashboard(started.transport, { ...request, onConflict: 'stop' });
  }
}

async function lastSave({ transport }: Started): Promise<unknown> {
  const stored = await readDashboard(transport, 'shop');
  if (stored.kind !== 'ok' || stored.value === undefined) return stored;
  return readSave(transport, stored.value);
}

const historyCalls = ({ grafana }: Started) => grafana.calls().filter(({ path }) => path.includes('/versions'));

describe.each(GRAFANA_VERSIONS)('readSave on Grafana %s', (version) => {
  test.each([1, 2, 5])('tells the message of version %i in one request', async (versions) => {
    const started = await startedGrafana({ version });
    await saved(started, versions);
    const value = { version: versions, message: `ours ${versions}` };
    expect(await lastSave(started)).toEqual({ kind: 'ok', value });
    expect(historyCalls(started)).toHaveLength(1);
  });

  test('tells that somebody else saved the version that is there', async () => {
    const started = await startedGrafana({ version });
    await saved(started, 1);
    started.grafana.edit('shop', { title: 'By hand' });
    expect(await lastSave(started)).toEqual({ kind: 'ok', value: { version: 2, message: '' } });
  });

  test('takes the list for a version with one before it when the record cannot be found', async () => {
    const started = await startedGrafana({ version });
    await saved(started, 2);
    for (const kind of ['uid/shop', 'id/1']) {
      started.grafana.misbehave({ kind: 'error', status: 404, path: `/api/dashboards/${kind}/versions/` });
    }
    expect(await lastSave(started)).toEqual({ kind: 'ok', value: { version: 2, message: 'ours 2' } });
  });

  test('does not believe the list about the first version', async () => {
    const started = await startedGrafana({ version });
    await saved(started, 1);
    for (const kind of ['uid/shop', 'id/1']) {
      started.grafana.misbehave({ kind: 'error', status: 404, path: `/api/dashboards/${kind}/versions/` });
    }
    expect(await lastSave(started)).not.toMatchObject({ value: { message: 'Initial save' } });
  });
});

describe('readSave', () => {
  test('asks by the number of the dashboard where the uid is not known', async () => {
    const started = await startedGrafana({ version: '9' });
    await saved(started, 1);
    started.grafana.misbehave({ kind: 'error', status: 404, path: '/api/dashboards/uid/shop/versions' });
    expect(await lastSave(started)).toEqual({ kind: 'ok', value: { version: 1, message: 'ours 1' } });
  });

  test('asks by the id in the list where the records are kept under it', async () => {
    const record = { id: 1730, version: 1, parentVersion: 0, message: 'ours 1' };
    const edges = answering(({ url }) => {
      if (url.endsWith('/versions/1730')) return { body: JSON.stringify(record) };
      if (url.endsWith('/versions/1')) return { status: 404, body: '{"message":"not found"}' };
      return { body: JSON.stringify({ versions: [{ ...record, message: 'Initial save' }] }) };
    });
    const transport = grafanaTransport(edges, { url: 'http://grafana', token: new Secret('glsa_1') });
    expect(await readSave(transport, { uid: 'shop', version: 1, json })).toEqual({
      kind: 'ok',
      value: { version: 1, message: 'ours 1' },
    });
    expect(edges.requests).toHaveLength(3);
  });

  test('does not look further when the history is forbidden', async () => {
    const started = await startedGrafana();
    await saved(started, 1);
    started.grafana.misbehave({ kind: 'error', status: 403, path: '/api/dashboards/uid/shop/versions' });
    expect(await lastSave(started)).toMatchObject({ kind: 'forbidden' });
    expect(historyCalls(started)).toHaveLength(1);
  });
});
