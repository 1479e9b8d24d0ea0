import { GRAFANA_VERSIONS } from '@fly-monitoring/testing/grafana';
import { describe, expect, test } from '@jest/globals';
import { type Started, startedGrafana } from '../../../test/edges.js';
import { readDashboard } from './dashboards.js';
import { readLastImport } from './read-history.js';
import { saveDashboard } from './save-dashboard.js';

async function imported({ transport }: Started, times: number): Promise<void> {
  for (let version = 1; version <= times; version++) {
    await saveDashboard(transport, {
      uid: 'shop',
      json: { uid: 'shop', title: `Ours ${version}` },
      folderUid: '',
      message: `fly-monitoring ${String(version).padStart(16, '0')} acme/shop`,
      expectedVersion: version === 1 ? undefined : version - 1,
      onConflict: 'stop',
    });
  }
}

async function lastImport({ transport }: Started): Promise<unknown> {
  const stored = await readDashboard(transport, 'shop');
  return stored.kind === 'ok' && stored.value !== undefined ? readLastImport(transport, stored.value) : stored;
}

describe.each(GRAFANA_VERSIONS)('readLastImport on Grafana %s', (version) => {
  test.each([1, 3])('finds version %i of ours below the edits of others', async (times) => {
    const started = await startedGrafana({ version });
    await imported(started, times);
    for (const title of ['One', 'Two', 'Three']) started.grafana.edit('shop', { title });
    expect(await lastImport(started)).toMatchObject({ value: { version: times, json: { title: `Ours ${times}` } } });
  });

  test('finds none where all is by others', async () => {
    const started = await startedGrafana({ version });
    started.grafana.place({ dashboard: { uid: 'shop', title: 'Theirs' } });
    started.grafana.edit('shop', { title: 'Theirs too' });
    expect(await lastImport(started)).toEqual({ kind: 'ok', value: undefined });
  });
});
