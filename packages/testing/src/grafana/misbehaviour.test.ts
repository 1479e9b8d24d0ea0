import { afterEach, expect, test } from '@jest/globals';
import { type Client, grafanaClient, TOKENS } from './client-for-tests.js';

let grafana: Client;
afterEach(async () => await grafana.stop());

const overview = { dashboard: { uid: 'overview', title: 'Overview' }, overwrite: true };
const save = async () => await grafana.send('POST', '/api/dashboards/db', overview);
const health = async () => (await grafana.get('/api/health')).status;

test('a paused stack sleeps until somebody opens the login page, and then takes its time', async () => {
  grafana = await grafanaClient();
  grafana.misbehave({ kind: 'asleep', polls: 2 });
  expect([await health(), await health(), await health()]).toEqual([503, 503, 503]);
  expect((await grafana.get('/login')).body).toEqual({
    code: 'Loading',
    message: expect.stringContaining('is loading'),
  });
  expect([await health(), await health(), await health()]).toEqual([503, 503, 200]);
});

test('throttles as often as told and says when to come back', async () => {
  grafana = await grafanaClient();
  grafana.misbehave({ kind: 'throttled', retryAfterSeconds: 7, times: 1, path: '/api/dashboards' });
  expect(await health()).toBe(200);
  const refused = await save();
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '7']);
  expect((await save()).status).toBe(200);
});

test('loses a connection before anything was done', async () => {
  grafana = await grafanaClient();
  grafana.misbehave({ kind: 'connection-lost', moment: 'before', times: 1 });
  await expect(save()).rejects.toThrow();
  expect(grafana.state().dashboards).toEqual([]);
});

test('loses a connection after the dashboard was saved', async () => {
  grafana = await grafanaClient();
  grafana.misbehave({ kind: 'connection-lost', moment: 'after', method: 'POST', times: 1 });
  await expect(save()).rejects.toThrow();
  expect(grafana.state().dashboards).toHaveLength(1);
  expect(grafana.calls()).toMatchObject([{ method: 'POST', path: '/api/dashboards/db', status: 0 }]);
});

test('answers a page with 200 from a wrong host', async () => {
  grafana = await grafanaClient();
  const end = grafana.misbehave({ kind: 'wrong-host' });
  const answer = await grafana.get('/api/health');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
  end();
  expect((await grafana.get('/api/health')).body).toMatchObject({ database: 'ok' });
});

test('answers 202 and saves nothing when changes go to a GitOps listener', async () => {
  grafana = await grafanaClient();
  grafana.misbehave({ kind: 'gitops-pending' });
  const answer = await save();
  expect([answer.status, answer.body['status']]).toEqual([202, 'pending']);
  expect(grafana.state().dashboards).toEqual([]);
});

test('creates a folder and answers that it could not, when two create it at once', async () => {
  grafana = await grafanaClient();
  grafana.misbehave({ kind: 'folder-race', times: 1 });
  const answer = await grafana.send('POST', '/api/folders', { uid: 'a', title: 'A' });
  expect([answer.status, answer.body]).toEqual([412, {}]);
  expect((await grafana.get('/api/folders/a')).status).toBe(200);
});

test('says that its database is down, and that an address is not known', async () => {
  grafana = await grafanaClient();
  const end = grafana.misbehave({ kind: 'database-down' });
  expect((await grafana.get('/api/health')).body).toMatchObject({ database: 'failing' });
  expect([await health(), (await save()).status]).toEqual([503, 500]);
  end();
  grafana.misbehave({ kind: 'unknown-instance' });
  expect((await grafana.get('/api/health')).body).toMatchObject({ code: 'NotFound' });
});

test('answers late, and with any status it is told to', async () => {
  grafana = await grafanaClient();
  grafana.misbehave({ kind: 'slow', delayMs: 60 });
  grafana.misbehave({ kind: 'error', status: 500, body: { message: 'requested RV does not match current RV' } });
  const began = performance.now();
  expect((await save()).body['message']).toContain('RV');
  expect(performance.now() - began).toBeGreaterThan(50);
});

test('knows nobody without a token, and nobody by a wrong one', async () => {
  grafana = await grafanaClient();
  const without = await fetch(`${grafana.url}/api/org`);
  expect([without.status, await without.json()]).toMatchObject([401, { message: 'Unauthorized' }]);
  const wrong = await grafana.as('wrong').get('/api/org');
  expect([wrong.status, wrong.body['message']]).toEqual([401, 'Invalid API key']);
});

test('has one organisation, and refuses a token for another one', async () => {
  grafana = await grafanaClient();
  const headersOf = (org: string) => ({ authorization: `Bearer ${TOKENS.editor}`, 'x-grafana-org-id': org });
  const own = await fetch(`${grafana.url}/api/org`, { headers: headersOf('1') });
  expect([own.status, await own.json()]).toMatchObject([200, { id: 1 }]);
  const other = await fetch(`${grafana.url}/api/org`, { headers: headersOf('2') });
  expect([other.status, await other.json()]).toMatchObject([401, { messageId: 'api-key.organization-mismatch' }]);
  expect(grafana.calls().map(({ org }) => org)).toEqual(['1', '2']);
});

test('answers who a token is by permissions, not by user', async () => {
  grafana = await grafanaClient({ stackId: 42 });
  expect((await grafana.get('/api/user')).status).toBe(404);
  expect((await grafana.get('/api/access-control/user/permissions')).body).toHaveProperty('datasources:create');
  expect((await grafana.get('/bootdata')).body).toMatchObject({
    settings: { namespace: 'stacks-42', buildInfo: { version: '12.4.3' } },
  });
});

test('keeps annotations, and wants a text in them', async () => {
  grafana = await grafanaClient();
  expect((await grafana.send('POST', '/api/annotations', { tags: ['deploy'] })).status).toBe(400);
  const added = await grafana.send('POST', '/api/annotations', { text: 'v1', tags: ['deploy'], time: 5 });
  await grafana.send('PATCH', `/api/annotations/${String(added.body['id'])}`, { timeEnd: 9 });
  expect((await grafana.get('/api/annotations?tags=deploy')).list).toMatchObject([{ text: 'v1', time: 5, timeEnd: 9 }]);
});

test('is behind a proxy that answers in its place, with a page or with another address', async () => {
  grafana = await grafanaClient();
  const end = grafana.misbehave({ kind: 'gateway-page', status: 502 });
  const page = await grafana.get('/api/health');
  expect([page.status, page.headers.get('content-type')]).toEqual([502, 'text/html; charset=UTF-8']);
  end();
  grafana.misbehave({ kind: 'redirect', to: (path) => `/grafana${path}`, path: '/api' });
  const moved = await fetch(`${grafana.url}/api/health`, { redirect: 'manual' });
  expect([moved.status, moved.headers.get('location')]).toEqual([301, '/grafana/api/health']);
});
