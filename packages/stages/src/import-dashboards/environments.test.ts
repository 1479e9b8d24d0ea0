import { type Http, undiciHttp } from '@fly-monitoring/kit';
import { GRAFANA_VERSIONS, type GrafanaStandIn } from '@fly-monitoring/testing/grafana';
import { describe, expect, test } from '@jest/globals';
import { listOf, run, start } from '../../test/import-dashboards-run.js';

const shop = (more: object = {}) =>
  JSON.stringify({
    uid: 'shop',
    title: 'Shop',
    panels: [],
    links: [{ url: '/d/cart' }],
    templating: { list: [{ name: 'environment', type: 'custom', query: 'dev,staging', current: { value: 'dev' } }] },
    ...more,
  });
const cart = '{"uid":"cart","title":"Cart","panels":[]}';
const both = { 'dashboards/cart.json': cart, 'dashboards/shop.json': shop() };
const staging = { environment: 'staging' };
const prune = { prune: 'true' };

const shown = (grafana: GrafanaStandIn) => {
  const { dashboards, folders } = grafana.state();
  return dashboards.map(({ uid, versions }) => {
    const last = versions.at(-1) ?? versions[0];
    const folder = folders.find((one) => one.uid === last.folderUid)?.title;
    return [uid, last.dashboard['title'], folder, versions.length];
  });
};

describe.each(GRAFANA_VERSIONS)('two environments in one Grafana %s', (version) => {
  test('have library panels of their own', async () => {
    const grafana = await start({ version });
    const reference = { uid: 'traffic', name: 'Traffic' };
    const __elements = { traffic: { ...reference, kind: 1, model: { type: 'stat', title: 'Traffic' } } };
    const panels = [{ type: 'row', id: 1, panels: [{ id: 2, libraryPanel: reference }] }];
    const files = { 'dashboards/shop.json': shop({ __elements, panels }) };
    for (const kind of ['created', 'unchanged']) {
      expect(listOf(await run({ grafana, files }), kind)).toEqual(['shop']);
      expect(listOf(await run({ grafana, files, given: staging }), kind)).toEqual(['shop-staging']);
    }
    expect(grafana.state().libraryElements).toMatchObject([
      { ...reference, version: 1 },
      { uid: 'traffic-staging', name: 'Traffic (staging)', version: 1 },
    ]);
    const [, there] = grafana.state().dashboards;
    expect(JSON.stringify(there?.versions[0].dashboard['panels'])).toContain('"uid":"traffic-staging"');
  });

  test('have dashboards of their own, which are imported, changed and pruned alone', async () => {
    const grafana = await start({ version });
    await run({ grafana, files: both });
    const report = await run({ grafana, files: both, given: staging });
    expect(listOf(report, 'created')).toEqual(['cart-staging', 'shop-staging']);
    expect(shown(grafana)).toEqual([
      ['cart', 'Cart', 'Fechatter', 1],
      ['shop', 'Shop', 'Fechatter', 1],
      ['cart-staging', 'Cart (staging)', 'Fechatter (staging)', 1],
      ['shop-staging', 'Shop (staging)', 'Fechatter (staging)', 1],
    ]);
    expect(grafana.state().dashboards.at(-1)?.versions[0].dashboard).toMatchObject({
      links: [{ url: '/d/cart-staging' }],
      templating: { list: [{ current: { value: 'staging' } }] },
    });

    const changed = { ...both, 'dashboards/shop.json': shop({ refresh: '1m' }) };
    expect(listOf(await run({ grafana, files: changed, given: staging }), 'updated')).toEqual(['shop-staging']);
    expect(listOf(await run({ grafana, files: both }), 'unchanged')).toEqual(['cart', 'shop']);

    const less = { 'dashboards/shop.json': shop({ refresh: '1m' }) };
    const pruned = await run({ grafana, files: less, given: { ...staging, ...prune } });
    expect(listOf(pruned, 'deleted')).toEqual(['cart-staging']);
    expect(shown(grafana).map(([uid]) => uid)).toEqual(['cart', 'shop', 'shop-staging']);
    expect(listOf(await run({ grafana, files: less, given: prune }), 'deleted')).toEqual(['cart']);
  });

  test('may share a folder that is given, and each prunes its own', async () => {
    const grafana = await start({ version });
    const given = { folder: 'Team' };
    await run({ grafana, files: both, given });
    await run({ grafana, files: both, given: { ...given, ...staging } });
    expect(grafana.state().folders.map(({ title }) => title)).toEqual(['Team']);
    const less = { 'dashboards/shop.json': shop() };
    const report = await run({ grafana, files: less, given: { ...given, ...staging, ...prune } });
    // The link to what has no file any more leads where the file says.
    expect([listOf(report, 'deleted'), listOf(report, 'updated')]).toEqual([['cart-staging'], ['shop-staging']]);
    expect(listOf(await run({ grafana, files: both, given: { ...given, ...prune } }), 'deleted')).toEqual([]);
  });
});

test("a dashboard whose uid is another environment's is a conflict", async () => {
  const grafana = await start();
  const files = { 'dashboards/odd.json': '{"uid":"shop-staging","title":"Odd","panels":[]}' };
  await run({ grafana, files: both, given: staging });
  const report = await run({ grafana, files });
  expect(report.annotations[0]?.message).toContain('version 1 was saved by the import of the environment "staging"');
});

describe('the organisation', () => {
  test('is asked for in every request', async () => {
    const grafana = await start();
    expect((await run({ grafana, files: both, given: { 'org-id': '1' } })).conclusion).toBe('success');
    expect(new Set(grafana.calls().map(({ org }) => org))).toEqual(new Set(['1']));
  });

  test('of another token is told', async () => {
    const grafana = await start();
    await expect(run({ grafana, files: both, given: { 'org-id': '2' } })).rejects.toMatchObject({
      code: 'GRAFANA_TOKEN_REFUSED',
      message: expect.stringContaining('API key does not belong to the requested organization'),
      hint: expect.stringContaining('belongs to another organisation than input "org-id" says'),
    });
  });
});

test('the organisation of another token is told also where Grafana passes over the header', async () => {
  const grafana = await start();
  const http = undiciHttp();
  const send: Http['send'] = ({ headers: { 'x-grafana-org-id': _org, ...headers } = {}, ...request }) =>
    http.send({ ...request, headers });
  await expect(run({ grafana, files: both, given: { 'org-id': '2' }, http: { ...http, send } })).rejects.toMatchObject({
    message: expect.stringMatching(/"org-id" is 2; the token belongs to organisation 1 \(Main Org\.\) at /),
  });
});

describe('wake-timeout', () => {
  test('is how long a Grafana that does not answer is waited for', async () => {
    const grafana = await start();
    grafana.misbehave({ kind: 'asleep', polls: 1_000 });
    await expect(run({ grafana, files: both, given: { 'wake-timeout': '30s' } })).rejects.toMatchObject({
      code: 'GRAFANA_UNREACHABLE',
      message: expect.stringContaining('did not become ready within 30 s'),
    });
  });

  test('must fit into the time of the import', async () => {
    const grafana = await start();
    await expect(run({ grafana, files: both, given: { 'wake-timeout': '10m' } })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: 'Input "wake-timeout" is 10 min; it must be shorter than the time of the whole import, which is 10 min.',
    });
  });
});
