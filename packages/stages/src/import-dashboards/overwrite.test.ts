import { GRAFANA_VERSIONS } from '@fly-monitoring/testing/grafana';
import { describe, expect, test } from '@jest/globals';
import { edited, listOf, repository, run, small, start, versionsOf } from '../../test/import-dashboards-run.js';

const never = { overwrite: 'never' };
const two = { ...repository, 'dashboards/small.json': small.replace('one', 'two') };

describe.each(GRAFANA_VERSIONS)('overwrite: never in Grafana %s', (version) => {
  test('makes what is missing, and tells what differs in a notice', async () => {
    const grafana = await start({ version });
    expect(listOf(await run({ grafana, given: never }), 'created')).toHaveLength(2);
    expect(listOf(await run({ grafana, given: never }), 'unchanged')).toHaveLength(2);
    const report = await run({ grafana, files: two, given: never });
    expect([report.conclusion, listOf(report, 'kept')]).toEqual(['success', ['small']]);
    expect(report.annotations).toMatchObject([
      { level: 'notice', message: expect.stringMatching(/\(small\) was left: it differs from the file/) },
    ]);
    expect(versionsOf(grafana)).toEqual([1, 1]);
  });

  test.each(['edited', 'moved', 'provisioned', 'theirs'])('leaves a dashboard that is %s', async (state) => {
    const grafana = await start({ version });
    if (state === 'theirs' || state === 'provisioned') {
      const owner = state === 'theirs' ? {} : { provisionedBy: 'file' as const };
      grafana.place({ dashboard: { uid: 'small', title: 'Theirs' }, ...owner });
    } else await run({ grafana });
    if (state === 'edited') edited(grafana);
    const report = await run({ grafana, given: { ...never, ...(state === 'moved' ? { folder: 'Other' } : {}) } });
    expect(report.conclusion).toBe('success');
    expect(listOf(report, 'kept')).toContain('small');
  });
});

test('overwrite: never says in a dry run what it would leave', async () => {
  const grafana = await start();
  await run({ grafana });
  const report = await run({ grafana, files: two, given: { ...never, 'dry-run': 'true' } });
  expect(report.lines.at(-1)).toMatch(/^Small \| two +leave as it is +it differs from the file/);
  expect(report.annotations).toMatchObject([{ level: 'notice' }]);
});

test('overwrite: never leaves what somebody makes during the import', async () => {
  const grafana = await start();
  const happens = () => grafana.place({ dashboard: { uid: 'fechatter-overview', title: 'Theirs' } });
  const report = await run({
    grafana,
    given: never,
    before: { method: 'POST', path: '/api/dashboards/db', happens },
  });
  expect([report.conclusion, listOf(report, 'kept'), listOf(report, 'created')]).toEqual([
    'success',
    ['fechatter-overview'],
    ['small'],
  ]);
});
