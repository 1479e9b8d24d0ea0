import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { diskFiles } from '@fly-monitoring/kit';
import { GRAFANA_VERSIONS } from '@fly-monitoring/testing/grafana';
import { describe, expect, test } from '@jest/globals';
import { edited, listOf, repository, run, small, start, versionsOf } from '../../test/import-dashboards-run.js';
import { backupIn } from './backup.js';

const two = { ...repository, 'dashboards/small.json': small.replace('one', 'two') };
const folder = '/checkout/.cache/grafana-backup';
const always = { overwrite: 'always' };

describe.each(GRAFANA_VERSIONS)('the copy before an overwrite in Grafana %s', (version) => {
  test('holds what was there, in a form that can be imported again, and an output names its folder', async () => {
    const grafana = await start({ version });
    const first = await run({ grafana });
    expect([first.written.size, first.outputs['backup-folder']]).toEqual([0, '']);
    edited(grafana);
    const report = await run({ grafana, given: always });
    expect(report.outputs['backup-folder']).toBe(folder);
    expect([...report.written.keys()]).toEqual([`${folder}/.gitignore`, `${folder}/small-v2.json`]);
    expect(report.lines).toContain(`What was replaced or deleted is kept in ${folder}`);

    const files = { 'dashboards/small.json': report.written.get(`${folder}/small-v2.json`) ?? '' };
    expect(listOf(await run({ grafana, files }), 'updated')).toEqual(['small']);
    expect(grafana.state().dashboards[1]?.versions.at(-1)?.dashboard['title']).toBe('Changed by hand');
  });

  test('is made of our own version too', async () => {
    const grafana = await start({ version });
    await run({ grafana });
    const report = await run({ grafana, files: two });
    expect(JSON.parse(report.written.get(`${folder}/small-v1.json`) ?? '')).toMatchObject({
      dashboard: { title: 'Small | one' },
      meta: { version: 1 },
    });
  });
});

describe('the copy before an overwrite', () => {
  test('that fails keeps the write from being done, and the others go on', async () => {
    const grafana = await start();
    await run({ grafana });
    const files = { ...two, 'dashboards/new.json': '{"uid":"new","title":"New","panels":[]}' };
    const report = await run({ grafana, files, isReadOnly: true });
    expect(report.conclusion).toBe('failure');
    expect([listOf(report, 'failed'), listOf(report, 'created')]).toEqual([['small'], ['new']]);
    expect(report.annotations[0]).toMatchObject({ title: 'DASHBOARD_NOT_KEPT' });
    expect(report.annotations[0]?.message).toMatch(/could not be kept in .*EROFS.*Next: Give input "backup-folder"/);
    expect(versionsOf(grafana)).toEqual([1, 1, 1]);
  });

  test('is made of what somebody saved during the import as well', async () => {
    const grafana = await start();
    await run({ grafana });
    const report = await run({
      grafana,
      files: two,
      given: always,
      before: { method: 'POST', path: '/api/dashboards/db', happens: () => edited(grafana) },
    });
    expect(listOf(report, 'updated')).toEqual(['small']);
    expect([...report.written.keys()].slice(1)).toEqual([`${folder}/small-v1.json`, `${folder}/small-v2.json`]);
    expect(report.written.get(`${folder}/small-v2.json`)).toContain('Changed by hand');
  });

  test('and is not replaced when that cannot be kept', async () => {
    const grafana = await start();
    await run({ grafana });
    grafana.place({ dashboard: { uid: 'new', title: 'Theirs' } });
    const files = { ...repository, 'dashboards/new.json': '{"uid":"new","title":"New","panels":[]}' };
    const report = await run({ grafana, files, given: always, isReadOnly: true });
    expect(listOf(report, 'failed')).toEqual(['new']);
    expect(versionsOf(grafana)).toEqual([1, 1, 1]);
  });

  test('lies where it is asked for, else in the temporary folder of the runner', async () => {
    const grafana = await start();
    await run({ grafana });
    const one = await run({ grafana, files: two, given: { 'backup-folder': 'kept' } });
    expect([...one.written.keys()]).toEqual(['/checkout/kept/small-v1.json']);
    const other = await run({ grafana, environment: { RUNNER_TEMP: '/runner/temp' } });
    expect([...other.written.keys()]).toEqual(['/runner/temp/grafana-backup/small-v2.json']);
  });

  test('does not replace an older copy of the same number', async () => {
    const grafana = await start();
    await run({ grafana });
    const there = { [`${folder}/small-v1.json`]: 'of a dashboard that was deleted' };
    const report = await run({ grafana, files: { ...two, ...there } });
    expect([...report.written.keys()].at(-1)).toBe(`${folder}/small-v1-2.json`);
  });

  test('is for this user alone', async () => {
    const workspace = await diskFiles.makeTemporaryFolder();
    const backup = backupIn('kept', { files: diskFiles, workspace });
    const json = { uid: 'shop', title: 'Shop' };
    const stored = { uid: 'shop', version: 3, folderUid: '', updatedBy: '', url: '/d/shop', json };
    expect(await backup.keep(stored)).toBe(undefined);
    expect((await stat(join(workspace, 'kept', 'shop-v3.json'))).mode & 0o777).toBe(0o600);
    await diskFiles.removeFolder(workspace);
  });
});
