import { folderUidFor } from '@fly-monitoring/grafana';
import { GRAFANA_VERSIONS, type GrafanaStandIn } from '@fly-monitoring/testing/grafana';
import { describe, expect, test } from '@jest/globals';
import { listOf, type Ran, run, start } from '../../../test/import-dashboards-run.js';

const dashboard = (uid: string, title = uid.toUpperCase()) => JSON.stringify({ uid, title, panels: [] });
const filesOf = (...uids: string[]) =>
  Object.fromEntries(uids.map((uid) => [`dashboards/${uid}.json`, dashboard(uid)]));
const prune = { prune: 'true' };
const folder = folderUidFor('Fechatter');

const inGrafana = (grafana: GrafanaStandIn) => grafana.state().dashboards.map(({ uid }) => uid);
const deletesIn = (grafana: GrafanaStandIn) => grafana.calls().filter(({ method }) => method === 'DELETE');
const copies = ({ written }: Ran) =>
  [...written.keys()].map((path) => path.replace(/^.*\//, '')).filter((name) => name !== '.gitignore');

async function imported(version: (typeof GRAFANA_VERSIONS)[number]): Promise<GrafanaStandIn> {
  const grafana = await start({ version });
  await run({ grafana, files: filesOf('a', 'b', 'c') });
  return grafana;
}

describe.each(GRAFANA_VERSIONS)('prune in Grafana %s', (version) => {
  test('deletes what an import made and whose file is gone, after a list and a copy of each', async () => {
    const grafana = await imported(version);
    const report = await run({ grafana, files: filesOf('a'), given: prune });
    expect(report.conclusion).toBe('success');
    expect([listOf(report, 'unchanged'), listOf(report, 'deleted')]).toEqual([['a'], ['b', 'c']]);
    expect(inGrafana(grafana)).toEqual(['a']);
    const told = report.log.filter((line) => /deleted/.test(line));
    expect(told).toEqual([
      'will be deleted: B (b): its file dashboards/b.json is gone',
      'will be deleted: C (c): its file dashboards/c.json is gone',
      'deleted: B (its file dashboards/b.json is gone)',
      'deleted: C (its file dashboards/c.json is gone)',
    ]);
    expect(copies(report)).toEqual(['b-v1.json', 'c-v1.json']);
    expect(report.summary).toContain('### ✅ import-dashboards: 1 unchanged, 2 deleted');
    expect(listOf(await run({ grafana, files: filesOf('a'), given: prune }), 'deleted')).toEqual([]);
  });

  test('deletes nothing beside a bad file, which may be the one that seems to be gone', async () => {
    const grafana = await imported(version);
    const report = await run({ grafana, files: { ...filesOf('a'), 'dashboards/b.json': '{' }, given: prune });
    expect([report.conclusion, listOf(report, 'failed')]).toEqual(['failure', ['dashboards/b.json']]);
    expect(inGrafana(grafana)).toEqual(['a', 'b', 'c']);
    expect(deletesIn(grafana)).toEqual([]);
  });

  test('says in a dry run what it would delete, and does nothing', async () => {
    const grafana = await imported(version);
    const report = await run({ grafana, files: filesOf('a', 'b'), given: { ...prune, 'dry-run': 'true' } });
    expect(report.lines).toContain('C               c    delete  its file dashboards/c.json is gone');
    expect(inGrafana(grafana)).toEqual(['a', 'b', 'c']);
    expect(deletesIn(grafana)).toEqual([]);
  });

  test("leaves and tells what somebody changed since, and does not touch anybody's own", async () => {
    const grafana = await imported(version);
    grafana.edit('b', { title: 'By hand' });
    grafana.place({ dashboard: { uid: 'theirs', title: 'Theirs' }, folderUid: folder });
    grafana.place({ dashboard: { uid: 'served', title: 'Served' }, folderUid: folder, provisionedBy: 'file' });
    const report = await run({ grafana, files: filesOf('a'), given: prune });
    expect(report.conclusion).toBe('success');
    expect(listOf(report, 'deleted')).toEqual(['c']);
    expect(inGrafana(grafana)).toEqual(['a', 'b', 'theirs', 'served']);
    expect(report.annotations).toMatchObject([
      { level: 'warning', message: expect.stringMatching(/"By hand" \(b\) was not deleted: .*admin saved version 2/) },
    ]);
  });

  test('looks only at the folder of the import', async () => {
    const grafana = await imported(version);
    await run({ grafana, files: filesOf('d'), given: { folder: 'Other' } });
    expect(
      listOf(await run({ grafana, files: filesOf('e'), given: { ...prune, folder: 'Other' } }), 'deleted'),
    ).toEqual(['d']);
    await run({ grafana, files: filesOf('f'), given: { folder: 'General' } });
    expect(
      listOf(await run({ grafana, files: filesOf('g'), given: { ...prune, folder: 'General' } }), 'deleted'),
    ).toEqual(['f']);
    expect(inGrafana(grafana)).toEqual(['a', 'b', 'c', 'e', 'g']);
  });

  test.each(['before', 'after'] as const)('converges when the answer of a deletion is lost %s it', async (moment) => {
    const grafana = await imported(version);
    grafana.misbehave({ kind: 'connection-lost', moment, method: 'DELETE', path: '/api/dashboards', times: 1 });
    expect(listOf(await run({ grafana, files: filesOf('a'), given: prune }), 'deleted')).toEqual(['b', 'c']);
    expect(inGrafana(grafana)).toEqual(['a']);
  });

  test('deletes nothing when something was not written', async () => {
    const grafana = await imported(version);
    grafana.edit('a', { title: 'By hand' });
    const report = await run({ grafana, files: filesOf('a', 'b'), given: prune });
    expect([report.conclusion, listOf(report, 'conflicted'), listOf(report, 'deleted')]).toEqual([
      'failure',
      ['a'],
      [],
    ]);
    expect(report.annotations.at(-1)).toMatchObject({
      level: 'warning',
      message: expect.stringContaining('"C" (c) was not deleted: its file is gone; nothing is deleted in a run'),
    });
    expect(inGrafana(grafana)).toEqual(['a', 'b', 'c']);
  });
});

describe('prune', () => {
  test('is off unless it is asked for', async () => {
    const grafana = await imported('12.4.3');
    expect((await run({ grafana, files: filesOf('a') })).conclusion).toBe('success');
    expect(inGrafana(grafana)).toEqual(['a', 'b', 'c']);
    expect(grafana.calls().filter(({ path }) => path === '/api/search')).toEqual([]);
  });

  test('leaves what another repository imported into the same folder', async () => {
    const grafana = await imported('12.4.3');
    const report = await run({ grafana, files: filesOf('d'), given: prune, repository: 'acme/other' });
    expect([listOf(report, 'deleted'), report.annotations]).toEqual([[], []]);
    expect(inGrafana(grafana)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('leaves and tells what another import of this repository still has a file for', async () => {
    const grafana = await imported('12.4.3');
    const report = await run({
      grafana,
      files: { ...filesOf('a', 'b', 'c'), 'more/d.json': dashboard('d') },
      given: { ...prune, dashboards: 'more' },
    });
    expect(listOf(report, 'deleted')).toEqual([]);
    expect(report.annotations.map(({ message }) => message)).toEqual(
      ['a', 'b', 'c'].map((uid) =>
        expect.stringContaining(
          `its file dashboards/${uid}.json is there, but not among the dashboards of this import`,
        ),
      ),
    );
  });

  test('deletes what has another uid in its file now', async () => {
    const grafana = await imported('12.4.3');
    const files = { ...filesOf('a', 'b'), 'dashboards/c.json': dashboard('c2') };
    const report = await run({ grafana, files, given: prune });
    expect([listOf(report, 'created'), listOf(report, 'deleted')]).toEqual([['c2'], ['c']]);
  });

  test('refuses to delete everything because no file is there', async () => {
    const grafana = await imported('12.4.3');
    await expect(run({ grafana, files: {}, given: prune })).rejects.toMatchObject({
      code: 'FILE_MISSING',
      message: expect.stringContaining('Nothing is deleted for an entry without files.'),
      hint: expect.stringContaining('delete the folder in Grafana'),
    });
    expect(inGrafana(grafana)).toEqual(['a', 'b', 'c']);
  });

  test('needs a token that may delete only when there is something to delete', async () => {
    const grafana = await imported('12.4.3');
    const viewer = { ...prune, 'grafana-token': 'glsa_viewer' };
    expect((await run({ grafana, files: filesOf('a', 'b', 'c'), given: viewer })).conclusion).toBe('success');
    // A Viewer cannot read who saved a dashboard, so nothing is known to be ours.
    const report = await run({ grafana, files: filesOf('a'), given: viewer });
    expect([listOf(report, 'deleted'), report.annotations.length]).toEqual([[], 2]);
    expect(report.annotations[0]?.message).toContain('Grafana did not show its history');
  });

  test('leaves what somebody saves, or makes anew, right before it would go', async () => {
    for (const change of [
      (grafana: GrafanaStandIn) => grafana.edit('c', { title: 'By hand' }),
      (grafana: GrafanaStandIn) => grafana.place({ dashboard: { uid: 'c', title: 'New' }, folderUid: folder }),
    ]) {
      const grafana = await imported('12.4.3');
      const report = await run({
        grafana,
        files: filesOf('a'),
        given: prune,
        before: { method: 'DELETE', path: '/api/dashboards/uid/b', happens: () => change(grafana) },
      });
      expect(listOf(report, 'deleted')).toEqual(['b']);
      expect(report.annotations).toMatchObject([
        { level: 'warning', message: expect.stringMatching(/\(c\) was not deleted: somebody saved version \d during/) },
      ]);
      expect(inGrafana(grafana)).toContain('c');
    }
  });

  test('does not delete what it cannot keep', async () => {
    const grafana = await imported('12.4.3');
    const report = await run({ grafana, files: filesOf('a', 'b'), given: prune, isReadOnly: true });
    expect([report.conclusion, listOf(report, 'failed')]).toEqual(['failure', ['c']]);
    expect(report.annotations).toMatchObject([
      { title: 'DASHBOARD_NOT_KEPT', message: expect.stringMatching(/version 1 could not be kept in .*EROFS/) },
    ]);
    expect(inGrafana(grafana)).toEqual(['a', 'b', 'c']);
  });

  test('leaves and tells what cannot be read, and goes on', async () => {
    const grafana = await imported('12.4.3');
    const body = { message: 'Error while loading dashboard, dashboard data is invalid' };
    grafana.misbehave({ kind: 'error', status: 500, body, method: 'GET', path: '/api/dashboards/uid/b' });
    const report = await run({ grafana, files: filesOf('a'), given: prune });
    expect([report.conclusion, listOf(report, 'deleted')]).toEqual(['success', ['c']]);
    expect(report.annotations).toMatchObject([
      { level: 'warning', message: expect.stringMatching(/\(b\) was not deleted: .*cannot be read.*data is invalid/) },
    ]);
    expect(inGrafana(grafana)).toEqual(['a', 'b']);
  });

  test('looks through a folder of more than a page', async () => {
    const grafana = await imported('12.4.3');
    for (let number = 0; number < 1_000; number++) {
      grafana.place({ dashboard: { uid: `x${number}`, title: 'X' }, folderUid: number % 2 === 0 ? folder : '' });
    }
    // All of theirs are told apart by the records of their versions.
    expect(listOf(await run({ grafana, files: filesOf('a', 'b'), given: prune }), 'deleted')).toEqual(['c']);
  });
});
