import { describe, expect, test } from '@jest/globals';
import { healthy, up, verify } from '../../../test/verify.js';
import type { World } from '../../../test/world.js';
import { chooseCountable, findShortages } from './judge-series.js';

describe('which jobs are counted', () => {
  test('the expected ones first, and the small before the large, up to a limit for all', () => {
    const samples = new Map([
      ['other', 10],
      ['web', 150_000],
      ['fleet', 190_000],
      ['mail', 20],
    ]);
    expect(chooseCountable(samples, ['web', 'mail', 'fleet'])).toEqual({
      jobs: ['mail', 'web', 'other'],
      tooMany: ['fleet (190000 series)'],
    });
  });

  test('one that is too large is told, and not proved by a guess', async () => {
    const kept = 300_000;
    const targets = () => [up('web', '1'), up('web', '2'), { ...up('mail', '3'), samples: { found: kept, kept } }];
    const { check } = await verify({ ...healthy, targets });
    expect(check('series')).toMatchObject({
      verdict: 'pass',
      evidence: '6 series, none of them written by several targets; not counted, as too large: mail (300000 series)',
    });
  });
});

test('a job is short of series when it has fewer than samples, or none at all', () => {
  const samples = new Map([
    ['web', 4],
    ['mail', 2],
    ['well', 2],
    ['churning', 2],
  ]);
  const series = new Map([
    ['web', 3],
    ['well', 2],
    ['churning', 5],
  ]);
  expect(findShortages({ samples, series }, ['web', 'mail', 'well', 'churning'])).toEqual([
    { jobLabel: 'web', samples: 4, series: 3 },
    { jobLabel: 'mail', samples: 2, series: 0 },
  ]);
});

describe('a shortage', () => {
  const short: World = { ...healthy, seriesOf: (job, samples) => (job === 'web' ? samples - 1 : samples) };
  const names = { resultType: 'vector', result: [{ metric: { __name__: 'demo_total' }, value: [1, '2'] }] };
  const collision = {
    resultType: 'vector',
    result: [{ metric: { metric_name: 'demo_total', job: 'web' }, value: [1, '5'] }],
  };
  const nothing = { resultType: 'vector', result: [] };
  const answering =
    (several: object): NonNullable<World['query']> =>
    (expr) => {
      if (expr.startsWith('count by (__name__)')) return names;
      return expr.includes('"metric_name"') ? several : nothing;
    };

  test('with a series that has several writers is red and blames monitoring', async () => {
    const { report, check } = await verify({ ...short, query: answering(collision) });
    expect(report.outputs).toMatchObject({ 'checks-failed': '["series"]', blames: '["monitoring"]' });
    expect(check('series')).toMatchObject({
      evidence:
        'several targets write into one series, such as demo_total{job="web"}: web has 6 samples in its last scrapes and 5 series',
      hint: expect.stringContaining('honor_labels'),
    });
  });

  test('without one is waited for two scrapes, and then told', async () => {
    const { report, check, seconds } = await verify({ ...short, query: answering(nothing) });
    expect(report.outputs['verdict']).toBe('pass');
    expect(check('series')?.evidence).toContain('web has 6 samples in its last scrapes and 5 series');
    expect(seconds()).toBeGreaterThanOrEqual(40);
    expect(seconds()).toBeLessThan(50);
  });

  test('that is none is proved in the first look', async () => {
    const { check, seconds } = await verify(healthy);
    expect(check('series')?.evidence).toBe('9 series, none of them written by several targets');
    expect(seconds()).toBeLessThan(1);
  });
});

test('a server that does not say how many samples the scrapes hold proves nothing', async () => {
  const { report, check } = await verify({ ...healthy, seriesOf: () => undefined }, { timeout: '5s' });
  expect(report.outputs['verdict']).toBe('inconclusive');
  expect(check('series')).toMatchObject({ verdict: 'inconclusive', evidence: expect.stringContaining('web; mail') });
});
