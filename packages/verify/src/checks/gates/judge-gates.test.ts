import type { Series } from '@fly-monitoring/prometheus';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatGate, type Gate } from './gate.js';
import { type GateReading, judgeGate } from './judge-gate.js';
import { parseGates } from './parse-gates.js';

const only = (line: string): Gate => {
  const { gates, problems } = parseGates(line);
  expect(problems).toEqual([]);
  const [gate] = gates;
  if (gate === undefined) throw new Error(`no gate in ${line}`);
  return gate;
};

describe('a line of the input', () => {
  test.each([
    ['errors: a / b < 0.01', { name: 'errors', expr: 'a / b', operator: '<', bound: { kind: 'number', value: 0.01 } }],
    ['a / b <= 1%', { name: 'a / b', expr: 'a / b', operator: '<=', bound: { kind: 'number', value: 0.01 } }],
    ['p95: quantile(0.95, x) < 250ms', { expr: 'quantile(0.95, x)', bound: { kind: 'number', value: 0.25 } }],
    ['p95: x <= 1.2 * before', { operator: '<=', bound: { kind: 'before', factor: 1.2, offset: 0 } }],
    ['p95: x <= before * 1.2', { bound: { kind: 'before', factor: 1.2, offset: 0 } }],
    ['p95: x >= before - 5%', { bound: { kind: 'before', factor: 1, offset: -0.05 } }],
    ['p95: x >= 0.5*before+2', { bound: { kind: 'before', factor: 0.5, offset: 2 } }],
    ['job:errors:ratio5m < 0.01', { name: 'job:errors:ratio5m', expr: 'job:errors:ratio5m' }],
    ['many: count(up == 1) >= 2', { expr: 'count(up == 1)', operator: '>=' }],
    ['odd: x{path="a < 1 when b"} != 0', { expr: 'x{path="a < 1 when b"}', operator: '!=' }],
    ['a: x > 1 when sum(increase(y[5m])) >= 50', { enough: { expr: 'sum(increase(y[5m]))', atLeast: 50 } }],
  ])('%s', (line, gate) => {
    expect(only(line)).toMatchObject(gate);
  });

  test.each([
    ['errors: rate(x[5m])', 'line 1: it must end with a comparison'],
    ['errors: < 1', 'line 1: it must end with a comparison'],
    ['errors: rate(x[5m] < 1', 'line 1: the query is no PromQL near'],
    ['a: x < 1\nb: y <', 'line 2: it must end with a comparison'],
    ['a: x < 1\na: y < 1', 'line 2: "a" is there twice'],
    ['a: x < 1 when y < 3', 'line 1: what follows "when" must be a query >= a number'],
  ])('that is wrong is told: %s', (text, problem) => {
    expect(parseGates(text).problems.join('\n')).toContain(problem);
  });

  test('notes and empty lines are no gates', () => {
    expect(parseGates('\n  # a note < 1\n\n')).toEqual({ gates: [], problems: [] });
  });

  test('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { gates, problems } = parseGates(text);
        expect(gates.length + problems.length).toBeLessThanOrEqual(text.split('\n').length);
      }),
    );
  });

  test('says the same again when it is written out', () => {
    const number = fc
      .double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
      .map((n) => (n === 0 ? 0 : n));
    const bound = fc.oneof(
      fc.record({ kind: fc.constant('number' as const), value: number }),
      fc.record({ kind: fc.constant('before' as const), factor: number, offset: number }),
    );
    const gate = fc.record({
      name: fc.constantFrom('errors', 'p95', 'a b', 'x-y.z'),
      expr: fc.constantFrom('up', 'sum by (a) (rate(x{b="< 1"}[5m]))', 'a > bool 1', 'count(a == 1) / 2'),
      operator: fc.constantFrom('<', '<=', '>', '>=', '==', '!='),
      bound,
      enough: fc.option(fc.record({ expr: fc.constant('sum(y)'), atLeast: number }), { nil: undefined }),
    });
    fc.assert(
      fc.property(gate, (one) => {
        expect(parseGates(formatGate(one))).toEqual({ gates: [one], problems: [] });
      }),
    );
  });
});

const stepMs = 1_000;
const window = { startMs: 0, endMs: 10_000, stepMs };
const series = (values: readonly number[], labels: Record<string, string> = {}): Series => ({
  labels,
  points: values.map((value, index) => ({ atMs: window.endMs - (values.length - 1 - index) * stepMs, value })),
});
const steady = (value: number, labels: Record<string, string> = {}) => series(Array(11).fill(value), labels);
const reading = (now: readonly Series[], over: Partial<GateReading> = {}): GateReading => ({
  series: now,
  window,
  before: [],
  samples: undefined,
  ...over,
});

describe('a gate', () => {
  const errors = only('errors: x < 0.01');
  const slower = only('p95: x <= 1.2 * before');

  test('holds when every value of every series does', () => {
    const result = judgeGate(errors, reading([steady(0, { a: '1' }), steady(0.005, { a: '2' })]));
    expect(result).toMatchObject({ verdict: 'pass', isBroken: false, detail: '{a="2"} 0.005, wanted < 0.01' });
  });

  test('is broken by one series of many, though the last one holds', () => {
    const result = judgeGate(errors, reading([steady(0.5, { a: '1' }), steady(0, { a: '2' })]));
    expect(result).toMatchObject({ verdict: 'fail', isBroken: true, detail: '{a="1"} 0.5, wanted < 0.01' });
  });

  test('is broken by one value of many, though the newest holds', () => {
    expect(judgeGate(errors, reading([series([0, 0, 0.2, 0, 0, 0, 0, 0, 0, 0, 0])])).verdict).toBe('fail');
  });

  test('fails without data, and when the data ends', () => {
    expect(judgeGate(errors, reading([]))).toMatchObject({ verdict: 'fail', isBroken: false, detail: 'no data' });
    const ended: Series = { labels: {}, points: [0, 1, 2, 3, 4, 5, 6].map((s) => ({ atMs: s * stepMs, value: 0 })) };
    expect(judgeGate(errors, reading([ended]))).toMatchObject({
      verdict: 'fail',
      detail: expect.stringContaining('no data any more since'),
    });
  });

  test('is not proved by NaN, by few values, or by little traffic', () => {
    expect(judgeGate(errors, reading([steady(Number.NaN)]))).toMatchObject({
      verdict: 'inconclusive',
      detail: 'too few samples to judge: only NaN, as without traffic',
    });
    expect(judgeGate(errors, reading([series([0, 0])]))).toMatchObject({
      verdict: 'inconclusive',
      detail: 'too few samples to judge: a value in 2 of 11 steps only',
    });
    const watched = only('errors: x < 0.01 when y >= 50');
    for (const samples of [12, undefined]) {
      expect(judgeGate(watched, reading([steady(1)], { samples }))).toMatchObject({ verdict: 'inconclusive' });
    }
    expect(judgeGate(watched, reading([steady(0)], { samples: 50 })).verdict).toBe('pass');
  });

  test('compares each series with its own value of before', () => {
    const before = [steady(1, { route: '/a' }), steady(10, { route: '/b' })];
    const now = [steady(1.1, { route: '/a' }), steady(11, { route: '/b' })];
    expect(judgeGate(slower, reading(now, { before })).verdict).toBe('pass');
    const worse = judgeGate(slower, reading([steady(2, { route: '/a' }), steady(2, { route: '/b' })], { before }));
    expect(worse).toMatchObject({
      verdict: 'fail',
      detail: '{route="/a"} 2, wanted <= 1.2 (1.2 * before, which was 1)',
      series: [{ before: 1, now: 2, limit: 1.2 }, { verdict: 'pass' }],
    });
  });

  test('has nothing to compare with on a first deploy', () => {
    expect(judgeGate(slower, reading([steady(1)]))).toMatchObject({
      verdict: 'inconclusive',
      detail: expect.stringContaining('no value from before the deploy'),
    });
  });

  const anySeries = fc.array(
    fc.array(fc.oneof(fc.double(), fc.constant(0)), { maxLength: 11 }).map((v) => series(v)),
    {
      maxLength: 4,
    },
  );

  test('never turns green by one more series that breaks it, and does not care for their order', () => {
    fc.assert(
      fc.property(anySeries, fc.constantFrom(errors, only('x >= -1')), (all, gate) => {
        const broken = gate.operator === '<' ? steady(2) : steady(-2);
        expect(judgeGate(gate, reading([...all, broken])).verdict).toBe('fail');
        expect(judgeGate(gate, reading(all.toReversed())).verdict).toBe(judgeGate(gate, reading(all)).verdict);
      }),
    );
  });
});
