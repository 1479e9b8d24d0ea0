import { GRAFANA_VERSIONS } from '@fly-monitoring/testing/grafana';
import { describe, expect, test } from '@jest/globals';
import { type Started, startedGrafana } from '../../../test/edges.js';
import { objectIn } from '../../json.js';
import { ensureFolder } from '../folders.js';
import type { Transport } from '../transport.js';
import { readDashboard, type StoredDashboard } from './dashboards.js';
import { type SaveRequest, saveDashboard } from './save-dashboard.js';

const json = { uid: 'shop', title: 'Shop', panels: [] };
const create: SaveRequest = {
  uid: 'shop',
  json,
  folderUid: 'f',
  message: 'ours 1',
  expectedVersion: undefined,
  onConflict: 'stop',
};
const update: SaveRequest = { ...create, json: { ...json, title: 'Shops' }, message: 'ours 2', expectedVersion: 1 };

async function withFolder(options: Parameters<typeof startedGrafana>[0] = {}): Promise<Started> {
  const started = await startedGrafana(options);
  await ensureFolder(started.transport, { uid: 'f', title: 'F' });
  return started;
}

const savesOf = ({ grafana }: Started) => grafana.calls().filter(({ path }) => path === '/api/dashboards/db');

/** The transport, with something that happens once, right after the first save. */
function afterSave({ transport }: Started, happen: () => void): Transport {
  let left = 1;
  const ask: Transport['ask'] = async (request) => {
    const answer = await transport.ask(request);
    if (request.method === 'POST' && left-- > 0) happen();
    return answer;
  };
  return { ...transport, ask };
}

const versionsIn = ({ grafana }: Started) => grafana.state().dashboards.flatMap(({ versions }) => versions);

describe.each(GRAFANA_VERSIONS)('saveDashboard on Grafana %s', (version) => {
  test('creates and updates, one version each, in the folder', async () => {
    const started = await withFolder({ version });
    expect(await saveDashboard(started.transport, create)).toEqual({ kind: 'saved', version: 1, url: '/d/shop/shop' });
    expect(await saveDashboard(started.transport, update)).toMatchObject({ kind: 'saved', version: 2 });
    expect(versionsIn(started)).toMatchObject([
      { message: 'ours 1', folderUid: 'f' },
      { message: 'ours 2', folderUid: 'f', dashboard: { title: 'Shops' } },
    ]);
  });

  test('what was saved is read back with its version, folder and address', async () => {
    const { transport } = await withFolder({ version });
    await saveDashboard(transport, create);
    await saveDashboard(transport, update);
    expect(await readDashboard(transport, 'shop')).toMatchObject({
      value: { version: 2, folderUid: 'f', url: '/d/shop/shops' },
    });
  });

  test('stops when somebody saved in between, and tells who', async () => {
    const started = await withFolder({ version });
    await saveDashboard(started.transport, create);
    started.grafana.edit('shop', { title: 'By hand' });
    expect(await saveDashboard(started.transport, update)).toEqual({
      kind: 'conflict',
      version: 2,
      updatedBy: 'admin',
    });
    expect(versionsIn(started)).toHaveLength(2);
  });

  test('replaces what somebody saved in between when it may', async () => {
    const started = await withFolder({ version });
    await saveDashboard(started.transport, create);
    started.grafana.edit('shop', { title: 'By hand' });
    expect(await saveDashboard(started.transport, { ...update, onConflict: 'replace' })).toMatchObject({
      kind: 'saved',
      version: 3,
    });
  });

  test('stops when a dashboard appeared that was not there', async () => {
    const started = await withFolder({ version });
    started.grafana.place({ dashboard: { uid: 'shop', title: 'Theirs' } });
    expect(await saveDashboard(started.transport, create)).toMatchObject({ kind: 'conflict', version: 1 });
  });

  test.each([
    ['that was carried out', { kind: 'connection-lost', moment: 'after' } as const],
    ['that was not carried out', { kind: 'connection-lost', moment: 'before' } as const],
    ['answered by a gateway', { kind: 'error', status: 502 } as const],
  ])('makes one version from a save %s but not confirmed', async (_, fault) => {
    const started = await withFolder({ version });
    await saveDashboard(started.transport, create);
    started.grafana.misbehave({ ...fault, method: 'POST', path: '/api/dashboards/db', times: 1 });
    expect(await saveDashboard(started.transport, update)).toMatchObject({ kind: 'saved', version: 2 });
    expect(versionsIn(started)).toHaveLength(2);
  });

  test.each(['after', 'before'] as const)(
    'makes one version from a create whose answer was lost %s it',
    async (moment) => {
      const started = await withFolder({ version });
      started.grafana.misbehave({
        kind: 'connection-lost',
        moment,
        method: 'POST',
        path: '/api/dashboards/db',
        times: 1,
      });
      const fromElsewhere = { ...create, json: { ...json, version: 1 } };
      expect(await saveDashboard(started.transport, fromElsewhere)).toMatchObject({ kind: 'saved', version: 1 });
      expect(versionsIn(started)).toMatchObject([{ message: 'ours 1' }]);
    },
  );

  test('never sends the version of the file on create', async () => {
    const started = await withFolder({ version });
    const fromElsewhere = { ...create, json: { ...json, version: 42 } };
    expect(await saveDashboard(started.transport, fromElsewhere)).toMatchObject({ kind: 'saved', version: 1 });
    expect(savesOf(started)).toMatchObject([{ body: { dashboard: { uid: 'shop' } } }]);
    expect(savesOf(started)[0]?.body?.['dashboard']).not.toHaveProperty('version');
  });

  test('does not take for its own what somebody saved while the answer was lost', async () => {
    const started = await withFolder({ version });
    await saveDashboard(started.transport, create);
    started.grafana.misbehave({ kind: 'connection-lost', moment: 'after', path: '/api/dashboards/db', times: 1 });
    const transport = afterSave(started, () => started.grafana.edit('shop', { title: 'By hand' }));
    expect(await saveDashboard(transport, update)).toMatchObject({ kind: 'conflict', version: 3, updatedBy: 'admin' });
    expect(versionsIn(started)).toHaveLength(3);
  });

  test.each([
    ['a new dashboard', [] as const, 1],
    ['a change', [create] as const, 2],
  ])('two imports of %s at once save it once', async (_, before, newest) => {
    const started = await withFolder({ version });
    for (const request of before) await saveDashboard(started.transport, request);
    const wanted = newest === 1 ? create : update;
    const byRun = (run: number) => ({ ...wanted, message: `fly-monitoring 0123456789abcdef acme/shop run/${run}` });
    const outcomes = await Promise.all([1, 2].map((run) => saveDashboard(started.transport, byRun(run))));
    expect(outcomes).toMatchObject([
      { kind: 'saved', version: newest },
      { kind: 'saved', version: newest },
    ]);
    expect(versionsIn(started)).toHaveLength(newest);
  });
});

describe('saveDashboard', () => {
  test('knows its own save by the content where the history is not to be read', async () => {
    const started = await withFolder();
    started.grafana.misbehave({ kind: 'connection-lost', moment: 'after', path: '/api/dashboards/db', times: 1 });
    started.grafana.misbehave({ kind: 'error', status: 403, path: '/api/dashboards/uid/shop/versions' });
    expect(await saveDashboard(started.transport, create)).toMatchObject({ kind: 'saved', version: 1 });
    expect(versionsIn(started)).toHaveLength(1);
  });

  test('says that a dashboard exists which cannot be read', async () => {
    const started = await withFolder({ version: '13.1.3' });
    started.grafana.place({ dashboard: { uid: 'shop', title: 'Theirs' } });
    started.grafana.misbehave({ kind: 'error', status: 404, method: 'GET', path: '/api/dashboards/uid/shop' });
    expect(await saveDashboard(started.transport, create)).toEqual({ kind: 'hidden' });
    expect(savesOf(started)).toHaveLength(1);
  });

  test('takes 202 "pending" for what it is: nothing was saved', async () => {
    const started = await withFolder();
    started.grafana.misbehave({ kind: 'gitops-pending' });
    expect(await saveDashboard(started.transport, create)).toMatchObject({
      kind: 'failed',
      failure: { message: expect.stringContaining('not saved: changes were broadcast') },
    });
  });

  test('gives up when the server stays broken', async () => {
    const started = await withFolder();
    started.grafana.misbehave({ kind: 'error', status: 500, path: '/api/dashboards/db' });
    expect(await saveDashboard(started.transport, create)).toMatchObject({ kind: 'failed', failure: { status: 500 } });
    expect(started.grafana.calls().filter(({ path }) => path === '/api/dashboards/db')).toHaveLength(4);
  });

  test('does not take over another dashboard of the same title on an old Grafana', async () => {
    const started = await withFolder({ version: '9' });
    started.grafana.place({ dashboard: { uid: 'theirs', title: 'Shop' }, folderUid: 'f' });
    const outcome = await saveDashboard(started.transport, { ...create, onConflict: 'replace' });
    expect(outcome).toMatchObject({ kind: 'failed', failure: { reason: 'name-exists' } });
    expect(started.grafana.state().dashboards.map(({ uid }) => uid)).toEqual(['theirs']);
  });

  test('overwrites as the last resort, on a server that calls its own version a mismatch', async () => {
    const started = await withFolder();
    await saveDashboard(started.transport, create);
    const body = { message: 'changed by someone else', status: 'version-mismatch' };
    started.grafana.misbehave({ kind: 'error', status: 412, body, path: '/api/dashboards/db', times: 2 });
    const outcome = await saveDashboard(started.transport, { ...update, onConflict: 'replace' });
    expect(outcome).toMatchObject({ kind: 'saved', version: 2 });
    const saves = started.grafana.calls().filter(({ path }) => path === '/api/dashboards/db');
    expect(saves.map(({ body: sent }) => sent?.['overwrite'])).toEqual([false, false, false, true]);
  });

  test('does not overwrite a version that nobody told after a mismatch', async () => {
    const started = await withFolder();
    await saveDashboard(started.transport, create);
    const aim = { method: 'POST', path: '/api/dashboards/db', times: 1 } as const;
    const body = { message: 'changed by someone else', status: 'version-mismatch' };
    started.grafana.misbehave({ kind: 'connection-lost', moment: 'before', ...aim });
    started.grafana.misbehave({ kind: 'error', status: 412, body, ...aim });
    const outcome = await saveDashboard(started.transport, { ...update, onConflict: 'replace' });
    expect(outcome).toMatchObject({ kind: 'saved', version: 2 });
    expect(savesOf(started).map((save) => save.body?.['overwrite'])).not.toContain(true);
  });

  test('hands on what somebody saved while the answer to an overwrite was lost, before it is replaced', async () => {
    const started = await withFolder();
    await saveDashboard(started.transport, create);
    const body = { message: 'changed by someone else', status: 'version-mismatch' };
    started.grafana.misbehave({ kind: 'error', status: 412, body, path: '/api/dashboards/db', times: 2 });
    let isEdited = false;
    const ask: Transport['ask'] = async (request) => {
      const isForced = objectIn({ body: request.body }, 'body')?.['overwrite'] === true;
      if (isForced && !isEdited) {
        isEdited = true;
        started.grafana.misbehave({ kind: 'connection-lost', moment: 'before', path: '/api/dashboards/db', times: 1 });
        const answer = await started.transport.ask(request);
        started.grafana.edit('shop', { title: 'By hand' });
        return answer;
      }
      return started.transport.ask(request);
    };
    const kept: unknown[] = [];
    const beforeReplacing = async ({ title, version }: StoredDashboard) => void kept.push([version, title]);
    const outcome = await saveDashboard(
      { ...started.transport, ask },
      { ...update, onConflict: 'replace', beforeReplacing },
    );
    expect(outcome).toMatchObject({ kind: 'saved', version: 3 });
    expect(kept).toEqual([
      [1, 'Shop'],
      [1, 'Shop'],
      [2, 'By hand'],
    ]);
    expect(savesOf(started).at(-1)).toMatchObject({ body: { overwrite: false, dashboard: { version: 2 } } });
  });

  test('cuts a message that Grafana would refuse', async () => {
    const started = await withFolder();
    expect(await saveDashboard(started.transport, { ...create, message: 'm'.repeat(900) })).toMatchObject({
      kind: 'saved',
    });
    expect(versionsIn(started)[0]?.message).toHaveLength(500);
  });

  test('sends no number of another Grafana along', async () => {
    const started = await withFolder();
    expect(await saveDashboard(started.transport, { ...create, json: { ...json, id: 4711 } })).toMatchObject({
      kind: 'saved',
    });
  });

  test('leaves a provisioned dashboard alone and says where it belongs', async () => {
    const started = await withFolder();
    started.grafana.place({ dashboard: { uid: 'shop', title: 'Shop' }, provisionedBy: 'git-sync' });
    expect(await saveDashboard(started.transport, update)).toMatchObject({
      kind: 'failed',
      failure: { status: 400, message: 'Cannot save provisioned dashboard' },
    });
  });
});

test('a dashboard that is not there is no failure', async () => {
  const { transport } = await startedGrafana();
  expect(await readDashboard(transport, 'nothing')).toEqual({ kind: 'ok', value: undefined });
});
