import { GRAFANA_VERSIONS, type GrafanaStandIn } from '@fly-monitoring/testing/grafana';
import { describe, expect, test } from '@jest/globals';
import { listOf, run, start, uids } from '../../test/import-dashboards-run.js';
import { matchFolder } from './plan-folder.js';

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

const nested = GRAFANA_VERSIONS.filter((version) => Number.parseInt(version, 10) >= 11);
const flat = GRAFANA_VERSIONS.filter((version) => Number.parseInt(version, 10) < 11);

describe.each(nested)('a path of folders in Grafana %s', (version) => {
  test('is made where it is missing, and found again', async () => {
    const grafana = await start({ version });
    const first = await run({ grafana, given: { folder: 'Team/Prod/API' } });
    expect(listOf(first, 'created')).toEqual(uids);
    expect(first.summary).toContain('folder [Team/Prod/API](');
    const [team, prod, api] = grafana.state().folders;
    expect([team, prod, api]).toMatchObject([
      { title: 'Team', parentUid: '' },
      { title: 'Prod', parentUid: team?.uid },
      { title: 'API', parentUid: prod?.uid },
    ]);
    const second = await run({ grafana, given: { folder: 'Team/Prod/API' } });
    expect(listOf(second, 'unchanged')).toEqual(uids);
    expect(second.outputs['folder-url']).toBe(`${grafana.url}/dashboards/f/${api?.uid}`);
    expect(listOf(await run({ grafana, given: { folder: ' Team / Prod / API ' } }), 'unchanged')).toEqual(uids);
    expect(listOf(await run({ grafana, given: { folder: api?.uid ?? '' } }), 'unchanged')).toEqual(uids);
    expect(grafana.state().folders).toHaveLength(3);
  });

  test('is made inside what is there of it, with one title in two places', async () => {
    const grafana = await start({ version });
    await run({ grafana, given: { folder: 'Team' } });
    await run({ grafana, given: { folder: 'Team/Prod/Team' } });
    await run({ grafana, given: { folder: 'Team/Test/Team' } });
    await run({ grafana, given: { folder: 'Other/Prod' } });
    expect(grafana.state().folders.map(({ title }) => title)).toEqual([
      ...['Team', 'Prod', 'Team', 'Test', 'Team'],
      ...['Other', 'Prod'],
    ]);
  });

  test('is made once by two imports at once, and after a lost answer', async () => {
    const grafana = await start({ version });
    grafana.misbehave({ kind: 'connection-lost', moment: 'after', method: 'POST', path: '/api/folders', times: 1 });
    const given = { folder: 'Team/Prod' };
    const reports = await Promise.all([run({ grafana, given }), run({ grafana, given })]);
    expect(reports.map(({ conclusion }) => conclusion)).toEqual(['success', 'success']);
    expect(grafana.state().folders.map(({ title }) => title)).toEqual(['Team', 'Prod']);
  });

  test('goes behind a folder whose title is all of it', async () => {
    const grafana = await start({ version });
    await create(grafana, { uid: 'all', title: 'Team/Prod' });
    await run({ grafana, given: { folder: 'Team/Prod' } });
    expect(grafana.state().folders).toHaveLength(1);
  });
});

test.each(flat)('Grafana %s has no nested folders, and is told so', async (version) => {
  const grafana = await start({ version });
  const given = { folder: 'Team/Prod' };
  await expect(run({ grafana, given })).rejects.toThrow('this Grafana has no nested folders');
  await create(grafana, { uid: 'team', title: 'Team' });
  await expect(run({ grafana, given })).rejects.toThrow(
    'Input "folder" is "Team/Prod", a path of folders; this Grafana has no nested folders',
  );
  expect(grafana.state().dashboards).toEqual([]);
  await create(grafana, { uid: 'all', title: 'Team/Prod' });
  expect(listOf(await run({ grafana, given }), 'created')).toEqual(uids);
});

async function create(grafana: GrafanaStandIn, folder: object): Promise<void> {
  const headers = { authorization: 'Bearer glsa_admin', 'content-type': 'application/json' };
  await fetch(`${grafana.url}/api/folders`, { method: 'POST', headers, body: JSON.stringify(folder) });
}

describe('matchFolder', () => {
  const folders = [
    { uid: 'a', title: 'Prod' },
    { uid: 'b', title: 'Prod' },
    { uid: 'Test', title: 'By uid' },
    { uid: 'c', title: 'Test' },
  ];

  test('names the folders of a title that two have, and takes the uid of one', () => {
    expect(() => matchFolder('Prod', folders)).toThrow(
      'Input "folder" is "Prod"; Grafana has 2 folders of that title, with the uids "a", "b".',
    );
    expect(matchFolder('b', folders)).toMatchObject({ uid: 'b', title: 'Prod', exists: true });
  });

  test('takes a title before a uid', () => {
    expect(matchFolder('Test', folders)).toMatchObject({ uid: 'c' });
  });
});
