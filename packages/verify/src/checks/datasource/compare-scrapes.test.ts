import { describe, expect, test } from '@jest/globals';
import { compareScrapes } from './compare-scrapes.js';

const start = Date.parse('2026-01-01T10:00:00Z');
/** `up` of a target that was scraped at these milliseconds. */
const target = (instance: string, ...times: readonly number[]) => ({
  labels: { __name__: 'up', job: 'web', instance },
  points: times.map((time) => ({ atMs: start + time, value: 1 })),
});
const shown = (instance: string, time: number, labels: Readonly<Record<string, string>> = {}) => ({
  labels: { instance, job: 'web', ...labels },
  value: (start + time) / 1_000,
});
const compare = (
  there: readonly ReturnType<typeof shown>[],
  here: readonly ReturnType<typeof target>[],
  externalLabels = {},
) => compareScrapes({ shown: there, here, externalLabels });

describe('the scrapes of both sides', () => {
  test('are the same where the newest one there was made here, also an older one of a store that is behind', () => {
    const here = [target('a', 123, 15_123), target('b', 777, 15_777)];
    expect(compare([shown('a', 15_123), shown('b', 777)], here)).toEqual({
      same: ['web a', 'web b'],
      absent: [],
      foreign: [],
      lagMs: 15_000,
    });
  });

  test('are another Prometheus’ where it scraped the same target a moment before or after', () => {
    const here = [target('a', 123, 15_123)];
    for (const time of [124, 15_122, 15_124, 7_000, 30_123]) {
      expect(compare([shown('a', time)], here)).toMatchObject({ same: [], foreign: ['web a'] });
    }
  });

  test('of a target that nobody shows are absent, also where only a process before this one is shown', () => {
    expect(compare([shown('a', 99)], [target('a', 100, 200)])).toMatchObject({ absent: ['web a'], foreign: [] });
    const here = [target('a', 1), target('b', 2)];
    expect(compare([shown('a', 1)], here)).toMatchObject({ same: ['web a'], absent: ['web b'], foreign: [] });
  });

  test('are found by the external labels of this Prometheus in a store that several send to', () => {
    const external = { environment: 'production', monitor: 'shop' };
    const there = [shown('a', 5, { ...external, environment: 'staging' }), shown('a', 10, external)];
    expect(compare(there, [target('a', 10)], external)).toMatchObject({ same: ['web a'], foreign: [] });
    expect(compare(there.slice(0, 1), [target('a', 10)], external)).toMatchObject({ absent: ['web a'] });
  });

  test('are found where a target has a label of its own with the name of an external one', () => {
    const here = { labels: { job: 'web', instance: 'a', monitor: 'itself' }, points: [{ atMs: start + 10, value: 1 }] };
    const there = [shown('a', 10, { monitor: 'itself' })];
    expect(compareScrapes({ shown: there, here: [here], externalLabels: { monitor: 'shop' } })).toMatchObject({
      same: ['web a'],
    });
  });

  test('need no external labels on what Prometheus itself shows', () => {
    expect(compare([shown('a', 10)], [target('a', 10)], { monitor: 'shop' })).toMatchObject({ same: ['web a'] });
  });
});
