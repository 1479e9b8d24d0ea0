import { describe, expect, test } from '@jest/globals';
import { listOf, repository, run, small, start, uids } from '../../../stages/test/import-dashboards-run.js';

describe('the files', () => {
  const other = JSON.stringify({ uid: 'other', title: 'Other', panels: [] });

  test.each([
    ['a folder, without what lies deeper', 'dashboards', uids],
    ['a file', './dashboards/small.json', ['small']],
    ['a pattern', 'dashboards/s*.json', ['small']],
    ['a pattern across folders', '**/deep/*.json', ['other']],
    ['a pattern, without copies of what was replaced', '**/o*.json', ['other']],
    ['several entries, each file once', 'dashboards/, dashboards/small.json', uids],
  ])('can be %s', async (_, dashboards, expected) => {
    const grafana = await start();
    const copy = { '.cache/grafana-backup/other-v1.json': other };
    const files = { ...repository, ...copy, 'more/deep/other.json': other };
    expect(listOf(await run({ grafana, files, given: { dashboards } }), 'created')).toEqual(expected);
  });

  test('are all checked before Grafana is asked, and everything wrong is named', async () => {
    const files = {
      'dashboards/a.json': '{"panels": []}',
      'dashboards/b.json': '{',
      'dashboards/c.json': small,
      'dashboards/d.json': small,
    };
    const grafana = await start();
    await expect(run({ grafana, files })).rejects.toMatchObject({
      code: 'DASHBOARD_INVALID',
      message: expect.stringMatching(
        /a\.json: title.*\n.*b\.json: it is not JSON.*\n.*c\.json: uid "small" is used by dashboards\/d\.json as well\n.*d\.json: uid "small" is used by dashboards\/c\.json as well/,
      ),
    });
    expect(grafana.calls()).toEqual([]);
  });

  test.each(['nowhere', 'dashboards/nothing.json', 'nowhere/*.json'])('must be there: %s', async (dashboards) => {
    const grafana = await start();
    await expect(run({ grafana, given: { dashboards } })).rejects.toMatchObject({
      code: 'FILE_MISSING',
      message: expect.stringContaining(`"${dashboards}"`),
    });
  });

  test('that are named must be dashboards', async () => {
    const grafana = await start();
    const files = { 'x.json': '{"name":"x"}' };
    await expect(run({ grafana, files, given: { dashboards: 'x.json' } })).rejects.toMatchObject({
      code: 'DASHBOARD_INVALID',
    });
    await expect(run({ grafana, files, given: { dashboards: '*.json' } })).rejects.toMatchObject({
      code: 'FILE_MISSING',
    });
  });

  test('that are not UTF-8 are refused by the name of their encoding', async () => {
    const grafana = await start();
    const text = JSON.stringify({ uid: 'odd', title: 'Übersicht', panels: [] });
    const files = {
      'dashboards/latin.json': Buffer.from(text, 'latin1'),
      'dashboards/wide.json': Buffer.from(text, 'utf16le'),
    };
    await expect(run({ grafana, files })).rejects.toMatchObject({
      code: 'DASHBOARD_INVALID',
      message: expect.stringMatching(
        /latin\.json: it is not UTF-8.*Latin-1.*\n.*wide\.json: it is encoded as UTF-16LE/,
      ),
    });
    expect(grafana.calls()).toEqual([]);
  });

  test('that Grafana mends itself are imported, with a warning', async () => {
    const grafana = await start();
    const panels = [null, { id: 1, title: 'One' }, { id: 1, title: 'Two' }];
    const files = {
      'dashboards/odd.json': `\uFEFF${JSON.stringify({ uid: 'odd', title: 'Odd', panels, rows: null })}`,
    };
    const report = await run({ grafana, files });
    expect(listOf(report, 'created')).toEqual(['odd']);
    expect(report.annotations).toContainEqual(
      expect.objectContaining({ level: 'warning', message: expect.stringContaining('the second gets 2') }),
    );
  });

  test('with a placeholder that nothing fills are refused by name', async () => {
    const grafana = await start();
    const files = { 'dashboards/small.json': small.replace('Small', `\${DS_LOKI}`) };
    await expect(run({ grafana, files })).rejects.toMatchObject({
      message: expect.stringContaining(`dashboards/small.json: \${DS_LOKI} is used`),
    });
    expect(grafana.state().dashboards).toEqual([]);
  });
});
