import type { Answer, QueryResult } from '@fly-monitoring/prometheus';
import { expect, test } from '@jest/globals';
import { overallVerdict } from '../../check.js';
import { judgePanel } from './judge-panels.js';

const base = { asked: 'POST http://p/api/v1/query', status: 200, dateMs: undefined };
const values = (...numbers: number[]): Answer<QueryResult> => ({
  ...base,
  kind: 'ok',
  warnings: [],
  value: { type: 'series', series: numbers.map((value) => ({ labels: {}, points: [{ atMs: 0, value }] })) },
});

test.each([
  [values(0, 3), 'data'],
  [values(0, 0), 'zero'],
  [values(0, Number.NaN), 'zero'],
  [values(Number.NaN), 'nan'],
  [values(Number.POSITIVE_INFINITY), 'data'],
  [values(), 'empty'],
  [{ ...base, kind: 'error', errorType: 'bad_data', error: 'parse error' } as const, 'error'],
  [{ ...base, kind: 'error', errorType: 'execution', error: 'unavailable with Prometheus Agent' } as const, 'unasked'],
  [{ ...base, kind: 'error', errorType: 'timeout', error: 'query timed out' } as const, 'unasked'],
  [{ ...base, kind: 'not-ready' } as const, 'unasked'],
])('a panel that gets %j shows: %s', (answer, kind) => {
  expect(judgePanel(answer).kind).toBe(kind);
});

test('one failure outweighs all, and nothing proved is not green', () => {
  expect(overallVerdict(['pass', 'inconclusive', 'fail'])).toBe('fail');
  expect(overallVerdict(['pass', 'inconclusive'])).toBe('inconclusive');
  expect(overallVerdict(['pass', 'skipped'])).toBe('pass');
  expect(overallVerdict(['skipped'])).toBe('inconclusive');
  expect(overallVerdict([])).toBe('inconclusive');
});
