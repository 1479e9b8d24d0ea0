import { GRAFANA_VERSIONS } from '@fly-monitoring/testing/grafana';
import { describe, expect, test } from '@jest/globals';
import { listOf, run, start, uids } from '../../test/import-dashboards-run.js';
import { planFolder } from './plan.js';

describe.each(GRAFANA_VERSIONS)('the folder of an import into Grafana %s', (version) => {
  test.each([
    ['生产环境 API', '测试环境 API'],
    ['Prod EU', 'Prod-EU'],
    [`${'监'.repeat(60)}一`, `${'监'.repeat(60)}二`],
  ])('"%s" and "%s" are two, and the same two on the next run', async (one, other) => {
    const grafana = await start({ version });
    await run({ grafana, given: { folder: one } });
    const files = { 'dashboards/other.json': '{"uid":"other","title":"Other","panels":[]}' };
    for (const kind of ['created', 'unchanged']) {
      expect(listOf(await run({ grafana, files, given: { folder: other } }), kind)).toEqual(['other']);
      expect(listOf(await run({ grafana, given: { folder: one } }), 'unchanged')).toEqual(uids);
    }
    expect(grafana.state().folders.map(({ title }) => title)).toEqual([one, other]);
    const places = grafana.state().dashboards.map(({ versions }) => versions[0].folderUid);
    expect(new Set(places).size).toBe(2);
  });

  test('may have the title of a dashboard and the slug of its uid', async () => {
    const grafana = await start({ version });
    const files = { 'dashboards/one.json': '{"uid":"fechatter","title":"Fechatter","panels":[]}' };
    expect(listOf(await run({ grafana, files, given: { folder: 'Fechatter' } }), 'created')).toEqual(['fechatter']);
    expect(listOf(await run({ grafana, files, given: { folder: 'Fechatter' } }), 'unchanged')).toEqual(['fechatter']);
  });
});

describe('planFolder', () => {
  const folders = [
    { uid: 'a', title: 'Prod' },
    { uid: 'b', title: 'Prod' },
    { uid: 'Test', title: 'By uid' },
    { uid: 'c', title: 'Test' },
  ];

  test('names the folders of a title that two have, and takes the uid of one', () => {
    expect(() => planFolder('Prod', folders)).toThrow(
      'Input "folder" is "Prod"; Grafana has 2 folders of that title, with the uids "a", "b".',
    );
    expect(planFolder('b', folders)).toEqual({ uid: 'b', title: 'Prod', exists: true });
  });

  test('takes a title before a uid', () => {
    expect(planFolder('Test', folders)).toMatchObject({ uid: 'c' });
  });
});
