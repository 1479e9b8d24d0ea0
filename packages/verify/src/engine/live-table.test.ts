import { expect, test } from '@jest/globals';
import type { TargetRow } from '../targets/expectation.js';
import { liveTable } from './live-table.js';
import type { Poll } from './observer.js';

function row(instance: string, verdict: TargetRow['verdict']): TargetRow {
  const health = verdict === 'pass' ? 'up' : 'down';
  const error = verdict === 'pass' ? '' : 'connection refused';
  const base = { job: 'web', machineId: undefined, failure: undefined, lastScrapeMs: 4_000, isPending: false };
  return { ...base, instance, verdict, health, error };
}

function lookAt(rows: readonly TargetRow[]): Poll {
  const jobs = [{ job: 'web', verdict: 'fail', rows }];
  return { kind: 'seen', targets: { verdict: 'fail', jobs, isPending: true } } as unknown as Poll;
}

test('what is not proved stands first, with its age by the clock of the server', () => {
  expect(liveTable(lookAt([row('a:1', 'pass'), row('b:1', 'fail')]), 9_000)).toEqual([
    '   JOB  INSTANCE  HEALTH  LAST SCRAPE  ERROR',
    '✖  web  b:1       down    5 s ago      connection refused',
    '✔  web  a:1       up      5 s ago',
  ]);
});

test('a long list is cut, and says so', () => {
  const table = liveTable(lookAt(Array.from({ length: 20 }, (_, index) => row(`m${index}`, 'pass'))), 0);
  expect(table).toHaveLength(14);
  expect(table.at(-1)).toBe('  and 8 more');
});

test('nothing is shown while Prometheus does not answer', () => {
  expect(liveTable({ kind: 'unanswered', failure: { kind: 'not-ready', detail: '' } } as unknown as Poll, 0)).toEqual(
    [],
  );
});
