import { folderUidFor } from '@fly-monitoring/grafana';
import { GRAFANA_VERSIONS } from '@fly-monitoring/testing/grafana';
import { describe, expect, test } from '@jest/globals';
import {
  edited,
  listOf,
  repository,
  run,
  small,
  source,
  start,
  token,
  uids,
  versionsOf,
} from '../../test/import-dashboards-run.js';
import { parseImportInputs } from './inputs.js';

const folderUid = folderUidFor('Fechatter');

test('a token over plain http is refused beside everything else that is wrong', async () => {
  const given = { 'grafana-url': 'http://grafana.lan', 'grafana-token': 'glsa_1', overwrite: 'perhaps' };
  await expect(parseImportInputs({ given, environment: {} })).rejects.toThrow(
    /"overwrite" is "perhaps".*\n.*"grafana-url" is "http:\/\/grafana\.lan"; it must begin with https:/,
  );
});

describe.each(GRAFANA_VERSIONS)('import-dashboards into Grafana %s', (version) => {
  test('creates the folder and the dashboards; a second run writes nothing', async () => {
    const grafana = await start({ version });
    const first = await run({ grafana });
    expect(first.conclusion).toBe('success');
    expect(listOf(first, 'created')).toEqual(uids);
    expect(grafana.state().folders).toMatchObject([{ uid: folderUid, title: 'Fechatter' }]);
    expect(grafana.state().dashboards.map(({ versions }) => versions[0].folderUid)).toEqual([folderUid, folderUid]);

    const second = await run({ grafana });
    expect(listOf(second, 'unchanged')).toEqual(uids);
    expect(versionsOf(grafana)).toEqual([1, 1]);
    expect(second.outputs['folder-url']).toBe(`${grafana.url}/dashboards/f/${folderUid}`);
  });

  test('updates what changed in the repository, and only that', async () => {
    const grafana = await start({ version });
    await run({ grafana });
    const files = { ...repository, 'dashboards/small.json': small.replace('one', 'two') };
    const report = await run({ grafana, files });
    expect([listOf(report, 'updated'), listOf(report, 'unchanged')]).toEqual([['small'], ['fechatter-overview']]);
    expect(versionsOf(grafana)).toEqual([1, 2]);
  });

  test('leaves alone what somebody changed in Grafana, and says so on the file', async () => {
    const grafana = await start({ version });
    await run({ grafana });
    edited(grafana);
    const report = await run({ grafana });
    expect(report.conclusion).toBe('failure');
    expect(listOf(report, 'conflicted')).toEqual(['small']);
    expect(report.annotations).toMatchObject([
      { level: 'error', title: 'DASHBOARD_CONFLICT', place: { file: 'dashboards/small.json' } },
    ]);
    expect(report.annotations[0]?.message).toMatch(/version 2 was saved by admin, not by an import.*overwrite: always/);
    expect(versionsOf(grafana)).toEqual([1, 2]);
  });

  test('replaces it when asked to, and knows it as its own again', async () => {
    const grafana = await start({ version });
    await run({ grafana });
    edited(grafana);
    expect(listOf(await run({ grafana, given: { overwrite: 'always' } }), 'updated')).toEqual(['small']);
    expect(listOf(await run({ grafana }), 'unchanged')).toEqual(uids);
    expect(versionsOf(grafana)).toEqual([1, 3]);
  });

  test('wakes a paused stack', async () => {
    const grafana = await start({ version });
    grafana.misbehave({ kind: 'asleep', polls: 5 });
    const report = await run({ grafana });
    expect(listOf(report, 'created')).toEqual(uids);
    expect(report.log).toContain('Grafana is asleep; waking it. This takes up to a few minutes.');
  });

  test('gets through throttling, races and lost answers with one version of each dashboard', async () => {
    const grafana = await start({ version });
    grafana.misbehave({ kind: 'throttled', retryAfterSeconds: 2, path: '/api/dashboards', times: 3 });
    grafana.misbehave({ kind: 'folder-race', times: 1 });
    grafana.misbehave({ kind: 'connection-lost', moment: 'after', path: '/api/dashboards/db', times: 1 });
    expect(listOf(await run({ grafana }), 'created')).toEqual(uids);
    expect(versionsOf(grafana)).toEqual([1, 1]);
  });
});

describe('import-dashboards', () => {
  test('is skipped without a Grafana, and tells how to turn it on', async () => {
    const report = await run({ files: {} });
    expect(report).toMatchObject({
      conclusion: 'success',
      annotations: [{ level: 'notice', title: 'dashboards: not checked' }],
    });
    expect(report.summary).toContain('Set the variable GRAFANA_URL and the secret GRAFANA_API_KEY');
    expect(listOf(report, 'created')).toEqual([]);
  });

  test.each([
    [{ 'grafana-url': 'https://shop.grafana.net' }, '"grafana-token" (GRAFANA_API_KEY) is missing'],
    [{ 'grafana-token': token }, '"grafana-url" (GRAFANA_URL) is missing'],
  ])('refuses half of what it needs', async (given, words) => {
    await expect(run({ given })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringContaining(words),
    });
  });

  test('says in a dry run what it would do, and does nothing', async () => {
    const grafana = await start();
    const report = await run({ grafana, given: { 'dry-run': 'true' } });
    expect(report.lines).toEqual([
      'Would make the folder "Fechatter".',
      'DASHBOARD           WOULD   WHY',
      'Fechatter Overview  create  it is not in Grafana yet',
      'Small | one         create  it is not in Grafana yet',
    ]);
    expect(grafana.calls().filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('warns in a dry run of what would not be overwritten', async () => {
    const grafana = await start();
    await run({ grafana });
    edited(grafana);
    const report = await run({ grafana, given: { 'dry-run': 'true' } });
    expect(report).toMatchObject({
      conclusion: 'success',
      annotations: [{ level: 'warning', title: 'DASHBOARD_CONFLICT' }],
    });
  });

  test('writes a summary with links, in which a title cannot break the table', async () => {
    const grafana = await start();
    const { summary } = await run({ grafana });
    expect(summary).toContain('### ✅ import-dashboards: 2 created');
    expect(summary).toContain(
      `| [Small \\| one](${grafana.url}/d/small/small-one) | ✅ created | it is not in Grafana yet |`,
    );
    expect(summary).toContain(`folder [Fechatter](${grafana.url}/dashboards/f/${folderUid})`);
    expect(summary).toContain('Grafana 12.4.3');
  });

  test('signs each version with content, commit and run', async () => {
    const grafana = await start();
    await run({ grafana });
    const messages = grafana.state().dashboards.map(({ versions }) => versions[0].message);
    for (const message of messages) {
      expect(message).toMatch(
        /^fly-monitoring [0-9a-f]{16} acme\/shop@c0ffee012345 dashboards\/[a-z-]+\.json https:\/\/github\.com\/acme\/shop\/actions\/runs\/1$/,
      );
    }
  });

  test('opens the dashboards on the data source that was asked for', async () => {
    const grafana = await start({
      datasources: [source, { ...source, uid: 'second', name: 'Second', isDefault: false }],
    });
    const currents = () =>
      grafana.state().dashboards.map(({ versions }) => JSON.stringify(versions.at(-1)?.dashboard['templating']));
    await run({ grafana });
    expect(currents()[0]).toContain('"value":"prom"');
    expect(listOf(await run({ grafana, given: { datasource: 'Second' } }), 'updated')).toEqual(['fechatter-overview']);
    expect(currents()[0]).toContain('"value":"second"');
  });

  test('lists the data sources when it cannot choose one', async () => {
    const grafana = await start({
      datasources: [
        { ...source, isDefault: false },
        { ...source, uid: 'b', name: 'B', isDefault: false },
      ],
    });
    await expect(run({ grafana })).rejects.toMatchObject({
      code: 'GRAFANA_DATASOURCE_MISSING',
      message: expect.stringContaining('B (uid b), Prometheus (uid prom)'),
    });
  });

  test('uses a folder of the title or uid that is there, and the root when it is called General', async () => {
    const grafana = await start();
    await run({ grafana, given: { folder: 'Team A' } });
    const again = await run({ grafana, given: { folder: grafana.state().folders[0]?.uid ?? '' } });
    expect(listOf(again, 'unchanged')).toEqual(uids);
    const root = await run({ grafana, given: { folder: 'General' } });
    expect(listOf(root, 'updated')).toEqual(uids);
    expect(root.outputs['folder-url']).toBe(`${grafana.url}/dashboards`);
    expect(grafana.state().dashboards.map(({ versions }) => versions.at(-1)?.folderUid)).toEqual(['', '']);
  });

  test('knows before the first write what the token may not do', async () => {
    const grafana = await start();
    const viewer = run({ grafana, given: { 'grafana-token': 'glsa_viewer' } });
    await expect(viewer).rejects.toMatchObject({
      code: 'GRAFANA_TOKEN_REFUSED',
      message: expect.stringContaining('lacks folders:create, dashboards:create. Nothing was imported.'),
    });
    expect(grafana.calls().filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test.each([
    ['a wrong token', 'glsa_wrong', 'GRAFANA_TOKEN_REFUSED', /permissions of the token failed: GET .* answered 401/],
    ['a token for metrics', 'glc_metrics', 'INPUT_INVALID', /begins with glc_/],
  ])('refuses %s without showing it', async (_, wrong, code, words) => {
    const grafana = await start();
    const failure = await run({ grafana, given: { 'grafana-token': wrong } }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code, message: expect.stringMatching(words) });
    expect(String(failure)).not.toContain(wrong);
  });

  test('goes on with the others when Grafana does not take one', async () => {
    const grafana = await start();
    grafana.place({ dashboard: { uid: 'fechatter-overview', title: 'Provisioned' }, provisionedBy: 'file' });
    const report = await run({ grafana });
    expect(report.conclusion).toBe('failure');
    expect([listOf(report, 'conflicted'), listOf(report, 'created')]).toEqual([['fechatter-overview'], ['small']]);
    expect(report.lines).toContain(
      'Next, for fechatter-overview: Change it where it is provisioned, or give ours another uid.',
    );
  });

  test('reports what Grafana refused with its words and the next step', async () => {
    const grafana = await start();
    const files = { 'dashboards/small.json': small.replace('"panels"', '"refresh":"1s","panels"') };
    const report = await run({ grafana, files });
    expect(listOf(report, 'failed')).toEqual(['small']);
    expect(report.annotations[0]?.message).toMatch(
      /answered 400: Dashboard refresh interval is too low\. Next: .*min_refresh_interval/,
    );
  });

  test('warns of a data source that this Grafana does not have', async () => {
    const grafana = await start();
    const files = { 'dashboards/small.json': small.replace('[]', '[{"datasource":{"uid":"gone"}}]') };
    const report = await run({ grafana, files });
    expect(report.conclusion).toBe('success');
    expect(report.annotations).toMatchObject([
      { level: 'warning', message: expect.stringContaining('the data source "gone"') },
    ]);
  });
});
