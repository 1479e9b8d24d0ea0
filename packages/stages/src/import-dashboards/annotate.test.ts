import { GRAFANA_VERSIONS } from '@fly-monitoring/testing/grafana';
import { describe, expect, test } from '@jest/globals';
import { edited, listOf, run, start } from '../../test/import-dashboards-run.js';

const annotate = { annotate: 'true' };

describe.each(GRAFANA_VERSIONS)('annotate in Grafana %s', (version) => {
  test('marks the release once in a run, with what, who and where from', async () => {
    const grafana = await start({ version });
    for (const time of [1, 2]) {
      const report = await run({ grafana, given: { ...annotate, release: 'v1.2.0' } });
      expect([time, report.conclusion, report.annotations]).toEqual([time, 'success', []]);
    }
    expect(grafana.state().annotations).toMatchObject([
      {
        tags: ['deploy', 'fly-monitoring', 'production', 'acme/shop', 'run-run'],
        text: 'Release v1.2.0 of acme/shop at c0ffee012345 by anna\nhttps://github.com/acme/shop/actions/runs/1',
      },
    ]);
    await run({ grafana, given: { ...annotate, environment: 'staging' } });
    expect(grafana.state().annotations).toHaveLength(2);
  });

  test.each(['before', 'after'] as const)('marks it once when the answer is lost %s it', async (moment) => {
    const grafana = await start({ version });
    grafana.misbehave({ kind: 'connection-lost', moment, method: 'POST', path: '/api/annotations', times: 1 });
    expect((await run({ grafana, given: annotate })).lines.at(-1)).toMatch(
      /^Annotated in Grafana with the tags deploy,/,
    );
    expect(grafana.state().annotations).toHaveLength(1);
  });
});

describe('annotate', () => {
  test('is off unless it is asked for, and does nothing in a dry run or after a conflict', async () => {
    const grafana = await start();
    await run({ grafana });
    await run({ grafana, given: { ...annotate, 'dry-run': 'true' } });
    edited(grafana);
    expect(listOf(await run({ grafana, given: annotate }), 'conflicted')).toEqual(['small']);
    expect(grafana.state().annotations).toEqual([]);
  });

  test('that fails is a warning', async () => {
    const grafana = await start();
    grafana.misbehave({ kind: 'error', status: 500, method: 'POST', path: '/api/annotations' });
    const report = await run({ grafana, given: annotate });
    expect(report.conclusion).toBe('success');
    expect(report.annotations).toMatchObject([
      { level: 'warning', message: expect.stringMatching(/was not annotated in Grafana: POST .* answered 500/) },
    ]);
  });

  test('names the permission that the token lacks before anything is written', async () => {
    const grafana = await start();
    await run({ grafana });
    const given = { ...annotate, 'grafana-token': 'glsa_viewer' };
    await expect(run({ grafana, given })).rejects.toMatchObject({
      code: 'GRAFANA_TOKEN_REFUSED',
      message: expect.stringContaining('it lacks annotations:create.'),
    });
  });
});
