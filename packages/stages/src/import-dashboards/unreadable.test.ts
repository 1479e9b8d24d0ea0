import { GRAFANA_VERSIONS, type GrafanaStandIn } from '@fly-monitoring/testing/grafana';
import { describe, expect, test } from '@jest/globals';
import { edited, listOf, repository, run, small, start, uids, versionsOf } from '../../test/import-dashboards-run.js';

const major = (version: string) => Number.parseInt(version, 10);
const changed = { ...repository, 'dashboards/small.json': small.replace('one', 'two') };
const reading = { method: 'GET', path: '/api/dashboards/uid/small' } as const;
const hide = (grafana: GrafanaStandIn, limits: { readonly times?: number } = {}) =>
  grafana.misbehave({ kind: 'error', status: 404, body: { message: 'Dashboard not found' }, ...reading, ...limits });

describe('a dashboard that is stored in the schema V2', () => {
  const place = (grafana: GrafanaStandIn) =>
    grafana.place({ dashboard: { uid: 'small', title: 'Saved in the new editor' }, schema: 'v2' });

  test('keeps no other from being imported, and is told', async () => {
    const grafana = await start({ version: '12.4.3' });
    place(grafana);
    const report = await run({ grafana });
    expect([listOf(report, 'created'), listOf(report, 'conflicted')]).toEqual([['fechatter-overview'], ['small']]);
    expect(report.annotations[0]?.message).toMatch(/schema V2, which is not handed out here.*overwrite: always/);
    expect(versionsOf(grafana)).toEqual([1, 1]);
  });

  test('is replaced when asked for, and ours from then on', async () => {
    const grafana = await start({ version: '12.4.3' });
    place(grafana);
    const report = await run({ grafana, given: { overwrite: 'always' } });
    expect(listOf(report, 'updated')).toEqual(['small']);
    expect(listOf(await run({ grafana }), 'unchanged')).toEqual(uids);
    expect(versionsOf(grafana)).toEqual([2, 1]);
  });

  test('is kept where nothing is to be replaced', async () => {
    const grafana = await start({ version: '12.4.3' });
    place(grafana);
    const report = await run({ grafana, given: { overwrite: 'never' } });
    expect([report.conclusion, listOf(report, 'kept')]).toEqual(['success', ['small']]);
    expect(versionsOf(grafana)).toEqual([1, 1]);
  });

  test('is told in a dry run', async () => {
    const grafana = await start({ version: '12.4.3' });
    place(grafana);
    const report = await run({ grafana, given: { 'dry-run': 'true' } });
    expect(report.lines.join('\n')).toMatch(/Small \| one +conflict +it was saved in Grafana's schema V2/);
  });
});

describe.each([
  [
    'that the token may not see',
    { status: 403, body: { message: 'Access denied. Permissions needed: dashboards:read' } },
  ],
  [
    'whose content is damaged',
    { status: 500, body: { message: 'Error while loading dashboard, dashboard data is invalid' } },
  ],
])('a dashboard %s', (_, answer) => {
  test('keeps no other from being imported, and is told with the answer', async () => {
    const grafana = await start();
    grafana.place({ dashboard: { uid: 'small', title: 'Theirs' } });
    grafana.misbehave({ kind: 'error', ...answer, ...reading });
    const report = await run({ grafana });
    expect(report.conclusion).toBe('failure');
    expect([listOf(report, 'created'), listOf(report, 'failed')]).toEqual([['fechatter-overview'], ['small']]);
    expect(report.annotations[0]?.message).toContain(answer.body.message);
    expect(versionsOf(grafana)).toEqual([1, 1]);
  });
});

test('a server that fails for every dashboard is told once', async () => {
  const grafana = await start();
  grafana.misbehave({ kind: 'error', status: 500, method: 'GET', path: '/api/dashboards/uid' });
  await expect(run({ grafana })).rejects.toMatchObject({ code: 'GRAFANA_UNREACHABLE', isTemporary: true });
});

describe.each(GRAFANA_VERSIONS)('a dashboard that Grafana %s called not found by mistake', (version) => {
  test('is updated when it is ours', async () => {
    const grafana = await start({ version });
    await run({ grafana });
    hide(grafana, { times: 1 });
    expect(listOf(await run({ grafana, files: changed }), 'updated')).toEqual(['small']);
    expect(listOf(await run({ grafana, files: changed }), 'unchanged')).toEqual(uids);
    expect(versionsOf(grafana)).toEqual([1, 2]);
  });

  test('is left as it is when it is as wanted', async () => {
    const grafana = await start({ version });
    await run({ grafana });
    hide(grafana, { times: 1 });
    expect((await run({ grafana })).conclusion).toBe('success');
    expect(versionsOf(grafana)).toEqual([1, 1]);
  });

  test("is a conflict when somebody else's save is there", async () => {
    const grafana = await start({ version });
    await run({ grafana });
    edited(grafana);
    hide(grafana, { times: 1 });
    const report = await run({ grafana });
    expect(listOf(report, 'conflicted')).toEqual(['small']);
    expect(report.annotations[0]?.message).toMatch('version 2 was saved by admin, not by an import');
    expect(versionsOf(grafana)).toEqual([1, 2]);
  });

  test.each(['managed', 'always'])('and still does is not overwritten, also with overwrite: %s', async (overwrite) => {
    const grafana = await start({ version });
    grafana.place({ dashboard: { uid: 'small', title: 'Theirs' } });
    hide(grafana);
    for (const created of [['fechatter-overview'], []]) {
      const report = await run({ grafana, given: { overwrite } });
      expect([listOf(report, 'created'), listOf(report, 'failed')]).toEqual([created, ['small']]);
      expect(report.annotations[0]?.message).toMatch(
        /"Small \| one" \(small\) was not saved: Grafana has a dashboard of this uid and answers "not found".*Next: Look for it in Grafana/,
      );
    }
    expect(versionsOf(grafana)).toEqual([1, 1]);
  });
});

describe.each(GRAFANA_VERSIONS)('a folder with the uid of a dashboard, in Grafana %s', (version) => {
  async function withFolder() {
    const grafana = await start({ version });
    const headers = { authorization: 'Bearer glsa_admin', 'content-type': 'application/json' };
    const body = JSON.stringify({ uid: 'small', title: 'Small things' });
    await fetch(`${grafana.url}/api/folders`, { method: 'POST', headers, body });
    return grafana;
  }

  test.each(['managed', 'always'])('is told by name where it is in the way (overwrite: %s)', async (overwrite) => {
    const grafana = await withFolder();
    const report = await run({ grafana, given: { overwrite } });
    if (major(version) >= 12) return expect(listOf(report, 'created')).toEqual(uids);
    expect([listOf(report, 'created'), listOf(report, 'conflicted')]).toEqual([['fechatter-overview'], ['small']]);
    expect(report.annotations[0]?.message).toMatch(
      /"Small \| one" \(small\) was not overwritten: the folder "Small things" in Grafana has this uid.*Next: Give the dashboard another uid/,
    );
  });

  test('is told in the words of Grafana where it comes in between', async () => {
    const grafana = await withFolder();
    hide(grafana);
    const report = await run({ grafana });
    if (major(version) >= 12) return expect(listOf(report, 'created')).toEqual(uids);
    expect(report.annotations[0]?.message).toMatch(
      /cannot be changed to a folder\. Next: A folder in Grafana has this uid.*give the dashboard another uid/,
    );
  });
});
