import { GRAFANA_VERSIONS, type GrafanaStandIn } from '@fly-monitoring/testing/grafana';
import { describe, expect, test } from '@jest/globals';
import { listOf, repository, run, start, versionsOf } from '../../test/import-dashboards-run.js';

const title = (text: string) => ({
  'dashboards/small.json': JSON.stringify({ uid: 'small', title: text, version: 9, panels: [] }),
});
const importOf = (grafana: GrafanaStandIn, text: string) => run({ grafana, files: title(text) });

/** The state after so many imports, each of another content. */
async function imported(grafana: GrafanaStandIn, times: number): Promise<void> {
  for (let time = 1; time <= times; time++) {
    const report = await importOf(grafana, `Content ${time}`);
    expect(listOf(report, time === 1 ? 'created' : 'updated')).toEqual(['small']);
  }
}

describe.each(GRAFANA_VERSIONS)('ownership in Grafana %s', (version) => {
  test('every change is imported, and what did not change is left alone', async () => {
    const grafana = await start({ version });
    await imported(grafana, 5);
    expect(listOf(await importOf(grafana, 'Content 5'), 'unchanged')).toEqual(['small']);
    expect(versionsOf(grafana)).toEqual([5]);
  });

  test.each([1, 2, 5])("somebody else's edit after import %i stays a conflict, also on the next run", async (times) => {
    const grafana = await start({ version });
    await imported(grafana, times);
    grafana.edit('small', { title: 'By hand' });
    for (const text of ['Content 6', 'Content 6', 'Content 7']) {
      const report = await importOf(grafana, text);
      expect(listOf(report, 'conflicted')).toEqual(['small']);
      expect(report.annotations[0]?.message).toMatch(`version ${times + 1} was saved by admin, not by an import`);
    }
    expect(versionsOf(grafana)).toEqual([times + 1]);
  });

  test("somebody else's dashboard is no import of ours, although it is a first version too", async () => {
    const grafana = await start({ version });
    grafana.place({ dashboard: { uid: 'small', title: 'Theirs' } });
    const report = await importOf(grafana, 'Ours');
    expect(report.annotations[0]?.message).toMatch('a dashboard with this uid was made by admin, not by an import');
    expect(versionsOf(grafana)).toEqual([1]);
  });

  test('what Grafana hands out in another form is ours by the record of its version', async () => {
    const grafana = await start({ version });
    await imported(grafana, 1);
    grafana.misbehave({ kind: 'migrated', change: { schemaVersion: 99 } });
    expect(listOf(await importOf(grafana, 'Content 1'), 'unchanged')).toEqual(['small']);
    expect(listOf(await importOf(grafana, 'Content 2'), 'updated')).toEqual(['small']);
    expect(listOf(await importOf(grafana, 'Content 2'), 'unchanged')).toEqual(['small']);
  });

  test.each(['after', 'before'] as const)('an answer lost %s a create or an update is no conflict', async (moment) => {
    const grafana = await start({ version });
    const lose = () =>
      grafana.misbehave({ kind: 'connection-lost', moment, method: 'POST', path: '/api/dashboards/db', times: 1 });
    lose();
    expect(listOf(await importOf(grafana, 'Content 1'), 'created')).toEqual(['small']);
    lose();
    expect(listOf(await importOf(grafana, 'Content 2'), 'updated')).toEqual(['small']);
    expect(versionsOf(grafana)).toEqual([2]);
  });

  test('two imports at once of one content make one version', async () => {
    const grafana = await start({ version });
    for (const text of ['Content 1', 'Content 2']) {
      const reports = await Promise.all([importOf(grafana, text), importOf(grafana, text)]);
      expect(reports.map(({ conclusion }) => conclusion)).toEqual(['success', 'success']);
    }
    expect(versionsOf(grafana)).toEqual([2]);
    expect(grafana.state().folders).toHaveLength(1);
  });

  test('an edit that comes to what the file says is taken over once, and the next change goes on', async () => {
    const grafana = await start({ version });
    await imported(grafana, 1);
    grafana.edit('small', { title: 'Content 2' });
    for (const times of [1, 2]) {
      expect([times, listOf(await importOf(grafana, 'Content 2'), 'unchanged')]).toEqual([times, ['small']]);
    }
    expect(versionsOf(grafana)).toEqual([3]);
    expect(listOf(await importOf(grafana, 'Content 3'), 'updated')).toEqual(['small']);
  });

  test('an edit that cannot be taken over leaves the import green', async () => {
    const grafana = await start({ version });
    await imported(grafana, 1);
    grafana.edit('small', { title: 'Content 2' });
    grafana.misbehave({ kind: 'error', status: 403, method: 'POST', path: '/api/dashboards/db' });
    const report = await importOf(grafana, 'Content 2');
    expect([report.conclusion, listOf(report, 'unchanged')]).toEqual(['success', ['small']]);
    expect(versionsOf(grafana)).toEqual([2]);
  });

  test('an old version that somebody restored is not replaced', async () => {
    const grafana = await start({ version });
    await imported(grafana, 2);
    const headers = { authorization: 'Bearer glsa_admin', 'content-type': 'application/json' };
    const restore = `${grafana.url}/api/dashboards/uid/small/restore`;
    await fetch(restore, { method: 'POST', headers, body: '{"version":1}' });
    expect(listOf(await importOf(grafana, 'Content 3'), 'conflicted')).toEqual(['small']);
  });
});

test('an unchanged import asks five things of Grafana, and one for each dashboard', async () => {
  const grafana = await start();
  const many = Array.from({ length: 30 }, (_, index) => [
    `dashboards/${index}.json`,
    `{"uid":"d${index}","title":"D","panels":[]}`,
  ]);
  const files = { ...repository, ...Object.fromEntries(many) };
  await run({ grafana, files });
  const before = grafana.calls().length;
  await run({ grafana, files });
  const paths = grafana
    .calls()
    .slice(before)
    .map(({ path }) => path);
  expect(paths).toHaveLength(5 + 32);
  expect(paths.filter((path) => path.includes('/versions'))).toEqual([]);
});
