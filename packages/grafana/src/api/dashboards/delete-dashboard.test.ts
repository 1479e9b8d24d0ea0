import { GRAFANA_VERSIONS } from '@fly-monitoring/testing/grafana';
import { describe, expect, test } from '@jest/globals';
import { type Started, startedGrafana } from '../../../test/edges.js';
import { type DeleteRequest, deleteDashboard } from './delete-dashboard.js';
import { saveDashboard } from './save-dashboard.js';

const message = 'fly-monitoring 0123456789abcdef acme/shop';
const request: DeleteRequest = {
  uid: 'shop',
  folderUid: '',
  version: 1,
  message,
  beforeDeleting: async () => undefined,
};

async function withShop(options: Parameters<typeof startedGrafana>[0] = {}): Promise<Started> {
  const started = await startedGrafana(options);
  const json = { uid: 'shop', title: 'Shop', panels: [] };
  await saveDashboard(started.transport, {
    uid: 'shop',
    json,
    folderUid: '',
    message,
    expectedVersion: undefined,
    onConflict: 'stop',
  });
  return started;
}

const deletes = ({ grafana }: Started) => grafana.calls().filter(({ method }) => method === 'DELETE').length;
const count = ({ grafana }: Started) => grafana.state().dashboards.length;

describe.each(GRAFANA_VERSIONS)('deleteDashboard on Grafana %s', (version) => {
  test('deletes what it was, and finds it gone the next time', async () => {
    const started = await withShop({ version });
    expect(await deleteDashboard(started.transport, request)).toEqual({ kind: 'deleted' });
    expect(await deleteDashboard(started.transport, request)).toEqual({ kind: 'gone' });
    expect([count(started), deletes(started)]).toEqual([0, 1]);
  });

  test.each([
    ['after', { kind: 'connection-lost', moment: 'after' } as const, 1],
    ['before', { kind: 'connection-lost', moment: 'before' } as const, 2],
    ['by a gateway', { kind: 'error', status: 502 } as const, 2],
    ['as not found, though it is there', { kind: 'error', status: 404 } as const, 2],
  ])('deletes once when the answer is lost %s', async (_, fault, asked) => {
    const started = await withShop({ version });
    started.grafana.misbehave({ ...fault, method: 'DELETE', path: '/api/dashboards', times: 1 });
    expect(await deleteDashboard(started.transport, request)).toEqual({ kind: 'deleted' });
    expect([count(started), deletes(started)]).toEqual([0, asked]);
  });

  test('leaves what somebody saved while the answer was lost', async () => {
    const started = await withShop({ version });
    started.grafana.misbehave({ kind: 'connection-lost', moment: 'before', method: 'DELETE', times: 1 });
    let left = 1;
    const beforeDeleting = async () => undefined;
    const ask: typeof started.transport.ask = async (asked) => {
      const answer = await started.transport.ask(asked);
      if (asked.method === 'DELETE' && left-- > 0) started.grafana.edit('shop', { title: 'By hand' });
      return answer;
    };
    const outcome = await deleteDashboard({ ...started.transport, ask }, { ...request, beforeDeleting });
    expect(outcome).toEqual({ kind: 'left', reason: 'somebody saved version 2 during the import' });
    expect(count(started)).toBe(1);
  });

  test('says what Grafana says of one that it does not delete', async () => {
    const started = await startedGrafana({ version });
    started.grafana.place({ dashboard: { uid: 'shop', title: 'Served' }, provisionedBy: 'file' });
    expect(await deleteDashboard(started.transport, { ...request, message: '' })).toMatchObject({
      kind: 'failed',
      failure: { status: 400, message: 'provisioned dashboard cannot be deleted' },
    });
  });
});

test('leaves what somebody saved in the schema V2 since', async () => {
  const started = await startedGrafana({ version: '12.4.3' });
  started.grafana.place({ dashboard: { uid: 'shop', title: 'Saved in the new editor' }, schema: 'v2' });
  expect(await deleteDashboard(started.transport, request)).toEqual({
    kind: 'left',
    reason: 'somebody saved it in the schema V2 during the import',
  });
  expect([count(started), deletes(started)]).toEqual([1, 0]);
});

test('takes for deleted what somebody deletes in the very moment', async () => {
  const started = await withShop();
  let left = 1;
  const ask: typeof started.transport.ask = async (asked) => {
    if (asked.method === 'DELETE' && left-- > 0) await started.transport.ask(asked);
    return started.transport.ask(asked);
  };
  expect(await deleteDashboard({ ...started.transport, ask }, request)).toEqual({ kind: 'deleted' });
});

test('gives up after some tries, with the last answer', async () => {
  const started = await withShop();
  started.grafana.misbehave({ kind: 'error', status: 500, method: 'DELETE' });
  expect(await deleteDashboard(started.transport, request)).toMatchObject({ kind: 'failed', failure: { status: 500 } });
  expect([count(started), deletes(started)]).toEqual([1, 4]);
});

test('does nothing when it could not be kept, was moved, or is not to be judged', async () => {
  const started = await withShop();
  const { transport } = started;
  const refused = { ...request, beforeDeleting: async () => 'the disk is full' };
  expect(await deleteDashboard(transport, refused)).toEqual({ kind: 'not-kept', reason: 'the disk is full' });
  expect(await deleteDashboard(transport, { ...request, folderUid: 'f' })).toMatchObject({ kind: 'left' });
  started.grafana.misbehave({ kind: 'error', status: 403, path: '/api/dashboards/uid/shop/versions' });
  expect(await deleteDashboard(transport, request)).toMatchObject({ kind: 'left' });
  expect(deletes(started)).toBe(0);
});
