import { Secret } from '@fly-monitoring/kit';
import { describe, expect, test } from '@jest/globals';
import { answering, startedGrafana, tokens } from '../../test/edges.js';
import { listDatasources } from './datasources.js';
import { explainFailure, failureError } from './explain.js';
import { listFolders } from './folders.js';
import { readOrganisation, readPermissions } from './server-facts.js';
import { grafanaTransport } from './transport.js';

const post = { method: 'POST', path: '/api/folders', body: { title: 'A', uid: 'a' } } as const;

describe('the transport', () => {
  test('waits as long as a throttling Grafana asks, also for a POST', async () => {
    const { grafana, transport, clock } = await startedGrafana();
    grafana.misbehave({ kind: 'throttled', retryAfterSeconds: 7, times: 2 });
    expect(await transport.ask(post)).toMatchObject({ kind: 'ok' });
    expect(clock.sleeps).toEqual([7_000, 7_000]);
  });

  test('does not wait an hour because it is asked to', async () => {
    const { grafana, transport, clock } = await startedGrafana();
    grafana.misbehave({ kind: 'throttled', retryAfterSeconds: 3_600 });
    expect(await transport.ask(post)).toMatchObject({ kind: 'throttled' });
    expect(clock.sleeps).toEqual([]);
  });

  test.each([
    ['a lost connection', { kind: 'connection-lost', moment: 'before', times: 2 } as const],
    ['a gateway that fails', { kind: 'error', status: 502, times: 2 } as const],
  ])('repeats a GET after %s', async (_, fault) => {
    const { grafana, transport, clock } = await startedGrafana();
    grafana.misbehave(fault);
    expect(await transport.ask({ path: '/api/org' })).toMatchObject({ kind: 'ok' });
    expect(clock.sleeps).toEqual([500, 1_000]);
  });

  test('gives a GET up after three repetitions', async () => {
    const { grafana, transport } = await startedGrafana();
    grafana.misbehave({ kind: 'error', status: 500 });
    expect(await transport.ask({ path: '/api/org' })).toMatchObject({ kind: 'broken', status: 500 });
    expect(grafana.calls()).toHaveLength(4);
  });

  test('never repeats a POST in doubt', async () => {
    const { grafana, transport } = await startedGrafana();
    grafana.misbehave({ kind: 'connection-lost', moment: 'after', times: 1 });
    expect(await transport.ask(post)).toMatchObject({ kind: 'unreachable', status: 0 });
    expect(grafana.calls()).toHaveLength(1);
  });

  test('takes a page with 200 for what it is', async () => {
    const { grafana, transport } = await startedGrafana();
    grafana.misbehave({ kind: 'wrong-host' });
    expect(await transport.ask({ path: '/api/org' })).toMatchObject({ kind: 'not-grafana', status: 200 });
  });

  test('keeps the path below which Grafana is served', async () => {
    const edges = answering({ body: '{}' });
    const transport = grafanaTransport(edges, { url: 'https://shop.example/grafana', token: new Secret('glsa_x') });
    await transport.ask({ path: '/api/org' });
    expect(edges.requests).toMatchObject([
      { url: 'https://shop.example/grafana/api/org', headers: { authorization: 'Bearer glsa_x' } },
    ]);
  });
});

describe('a refusal', () => {
  test('of the token names the token to make', async () => {
    const { transport } = await startedGrafana({ token: 'glsa_wrong' });
    const answer = await transport.ask({ path: '/api/org' });
    expect(answer.kind === 'ok' ? answer : explainFailure(answer)).toMatchObject({
      code: 'GRAFANA_TOKEN_REFUSED',
      hint: expect.stringContaining('role Editor'),
    });
  });

  test('of an action names the permission that is missing', async () => {
    const { transport } = await startedGrafana({ token: tokens.viewer });
    const answer = await transport.ask(post);
    expect(answer).toMatchObject({ kind: 'forbidden', permission: 'folders:create' });
    if (answer.kind === 'ok') throw new Error('A Viewer made a folder.');
    const error = failureError('Making a folder', answer);
    expect(error).toMatchObject({
      code: 'GRAFANA_TOKEN_REFUSED',
      hint: expect.stringContaining('the permission folders:create'),
    });
    expect(error.message).not.toContain(tokens.viewer);
  });

  test('because of a quota does not send people after tokens', async () => {
    const transport = grafanaTransport(answering({ status: 403, body: '{"message":"Quota reached"}' }), {
      url: 'http://x',
      token: new Secret('t'),
    });
    const answer = await transport.ask({ path: '/api/org' });
    expect(answer.kind === 'ok' ? answer : explainFailure(answer)).toMatchObject({ code: 'GRAFANA_REFUSED' });
  });

  test('by Git Sync says where the dashboard has to be changed', async () => {
    const body = JSON.stringify({ message: 'folder is managed by repo main' });
    const transport = grafanaTransport(answering({ status: 400, body }), { url: 'http://x', token: new Secret('t') });
    const answer = await transport.ask({ path: '/api/org' });
    expect(answer.kind === 'ok' ? answer : explainFailure(answer).hint).toContain('Git Sync');
  });
});

describe('facts of the server', () => {
  const datasources = [{ uid: 'p', name: 'P', url: 'http://127.0.0.1:1', isDefault: true }];

  test('are its data sources, its folders, its organisation and what the token may do', async () => {
    const { transport } = await startedGrafana({ datasources });
    await transport.ask(post);
    expect(await listDatasources(transport)).toEqual({
      kind: 'ok',
      value: [
        { uid: 'p', name: 'P', type: 'prometheus', url: 'http://127.0.0.1:1', isDefault: true, isReadOnly: false },
      ],
    });
    expect(await listFolders(transport)).toEqual({ kind: 'ok', value: [{ uid: 'a', title: 'A' }] });
    expect(await readOrganisation(transport)).toEqual({ id: 1, name: 'Main Org.' });
    const permissions = await readPermissions(transport);
    expect(permissions).toMatchObject({ kind: 'ok' });
    expect(permissions.kind === 'ok' && permissions.value?.has('dashboards:write')).toBe(true);
  });

  test('are read to the last page', async () => {
    const page = (length: number, from: number) =>
      JSON.stringify(Array.from({ length }, (_, index) => ({ uid: `f${from + index}`, title: 'F' })));
    const edges = answering(({ url }) => ({ body: url.endsWith('page=1') ? page(1_000, 0) : page(2, 1_000) }));
    const folders = await listFolders(grafanaTransport(edges, { url: 'http://x', token: new Secret('t') }));
    expect(folders.kind === 'ok' && folders.value.map(({ uid }) => uid).slice(998)).toEqual([
      'f998',
      'f999',
      'f1000',
      'f1001',
    ]);
  });

  test('leave open what the token may do where Grafana cannot tell', async () => {
    const { grafana, transport } = await startedGrafana();
    grafana.misbehave({ kind: 'error', status: 404, body: { message: 'Not found' }, path: '/api/access-control' });
    expect(await readPermissions(transport)).toEqual({ kind: 'ok', value: undefined });
  });
});
