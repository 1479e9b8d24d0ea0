import { labelQuery, labelsOfQuery, metricsOfQuery } from '@fly-monitoring/contract';
import { describe, expect, test } from '@jest/globals';
import { type ExpectedMetric, familiesOf, mergeExpected } from './expected-metric.js';
import { type AbsenceFacts, judgeMetrics } from './judge-metrics.js';
import { newestSamples, newestSamplesQuery } from './newest-samples.js';
import { isAlwaysThere, parseCatalogue, seriesOf } from './parse-catalogue.js';

describe('a query needs', () => {
  test.each([
    ['rate(a_total[5m]) / rate(b_total[5m])', ['a_total', 'b_total']],
    ['sum(rate(a[5m])) or vector(0)', ['a']],
    ['sum(rate(a[5m])) or sum(0 * up{service="x"})', ['a']],
    ['rate(a[5m]) or 0 * resets(a[5m])', ['a']],
    ['rate(a[5m]) or rate(b[5m])', []],
    ['(a or b) / c', ['c']],
    ['(a * c or b * c)', ['c']],
    ['a unless on(x) b', ['a']],
    ['absent(a{job="x"})', []],
    ['a and b > 1', ['a', 'b']],
    ['up == 0 and scrape_duration_seconds > 1', []],
    ['rate(prometheus_http_requests_total[5m])', []],
    ['{__name__="a"} + {__name__=~"b.*"}', ['a']],
    ['histogram_quantile(0.9, sum by (le) (rate(a_bucket[5m])))', ['a_bucket']],
    ['not PromQL (', []],
  ])('%s', (expr, names) => {
    expect([...metricsOfQuery(expr)].sort()).toEqual(expect.arrayContaining(names));
    if (!expr.startsWith('not')) expect(metricsOfQuery(expr)).toHaveLength(names.length);
  });
});

describe('a query compares labels', () => {
  test.each([
    ['rate(a{code="500"}[5m])', ['a code']],
    ['rate(a{code=~"5..", route=~".*", job!="x", env=""}[5m])', ['a code']],
    ['a{x=~"(?i)b"}', []],
    ['a{x="1"} or b{x="1"}', []],
    ['up{job="x"}', []],
  ])('%s', (expr, labels) => {
    expect(labelsOfQuery(expr).map(({ metric: name, label }) => `${name} ${label}`)).toEqual(labels);
  });

  test('and whether there is one can be asked', () => {
    expect(labelQuery({ metric: 'a', label: 'code' })).toBe('group({__name__="a",code!=""})');
  });
});

describe('a catalogue', () => {
  const text = JSON.stringify({
    version: 1,
    metrics: [
      { name: 'a_total', type: 'counter', help: 'x', services: ['web'], labels: { outcome: ['ok', 'error'] } },
      { name: 'b_seconds', type: 'histogram', help: 'x', services: ['web'], labels: { route: null } },
      { name: 'c', type: 'gauge', help: 'x', services: [], labels: {} },
    ],
  });

  test('tells what is there from the start, and under which name', () => {
    const parsed = parseCatalogue(text);
    const entries = parsed.ok ? parsed.entries : [];
    expect(entries.map(isAlwaysThere)).toEqual([true, false, true]);
    expect(entries.map((entry) => seriesOf(entry)[0])).toEqual(['a_total', 'b_seconds_count', 'c']);
  });

  test.each([
    ['{', 'it is no JSON'],
    ['{"version": 2, "metrics": []}', 'version must be 1'],
    ['{"version": 1, "metrics": [{"name": 3}]}', 'metrics[0].name must be a text'],
  ])('that is none names the field: %s', (wrong, problem) => {
    expect(parseCatalogue(wrong)).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
  });
});

const metric = (name: string, over: Partial<ExpectedMetric> = {}): ExpectedMetric => ({
  name,
  series: [name],
  jobs: undefined,
  isAlwaysThere: undefined,
  usedBy: ['a test'],
  blame: 'dashboards',
  ...over,
});

describe('expected metrics', () => {
  test('are asked for once, with everybody who uses them', () => {
    const merged = mergeExpected([metric('a'), metric('a', { usedBy: ['another'] })]);
    expect(merged).toMatchObject([{ name: 'a', usedBy: ['a test', 'another'] }]);
  });

  test('of a query know what the catalogue knows of their histogram', () => {
    const merged = mergeExpected([metric('a_bucket'), metric('a', { isAlwaysThere: false }), metric('a_other')]);
    expect(merged.map(({ isAlwaysThere }) => isAlwaysThere)).toEqual([false, false, undefined]);
  });

  test('are announced under the name of their family', () => {
    expect(familiesOf('a_bucket')).toEqual(['a_bucket', 'a']);
    expect(familiesOf('a')).toEqual(['a']);
  });
});

describe('metrics', () => {
  const floor = 1_000;
  const unknown: AbsenceFacts = { isAnnounced: false, wasThere: false, wasUnlabelled: false };
  const judge = (expected: ExpectedMetric, seen: Record<string, number>, facts: Partial<AbsenceFacts> = {}) => {
    const newest = new Map([[expected.series[0] ?? '', new Map(Object.entries(seen))]]);
    const evidence = { newest, floorMs: () => floor, absence: () => ({ ...unknown, ...facts }) };
    return judgeMetrics([expected], evidence);
  };

  test('are fresh in each job that must have them', () => {
    expect(judge(metric('a', { jobs: ['web', 'mail'] }), { web: floor, mail: floor + 1 }).check.verdict).toBe('pass');
    const one = judge(metric('a', { jobs: ['web', 'mail'] }), { web: floor, mail: floor - 1 });
    expect(one).toMatchObject({
      check: { verdict: 'fail' },
      rows: [{ state: 'fresh' }, { job: 'mail', state: 'missing' }],
    });
    expect(judge(metric('a'), { mail: floor }).check.verdict).toBe('pass');
  });

  test('that nobody exposes are the fault of who asks for them; of the app, when it had them', () => {
    expect(judge(metric('a'), {}).check).toMatchObject({
      blame: 'dashboards',
      evidence: 'a: no service exposes it now (used by a test)',
    });
    expect(judge(metric('a'), {}, { wasThere: true }).check.blame).toBe('app');
  });

  test('that are announced, and have labels, wait for traffic', () => {
    expect(judge(metric('a'), {}, { isAnnounced: true })).toMatchObject({
      check: { verdict: 'pass', evidence: '0 metrics are in the last scrapes; 1 wait for traffic' },
      rows: [{ state: 'waiting' }],
    });
    expect(judge(metric('a'), {}, { isAnnounced: true, wasThere: true, wasUnlabelled: true }).check.verdict).toBe(
      'fail',
    );
  });

  test('that a catalogue promises from the start do not wait', () => {
    expect(judge(metric('a', { isAlwaysThere: true }), {}, { isAnnounced: true }).check.verdict).toBe('fail');
    expect(judge(metric('a', { isAlwaysThere: false }), {}).check.verdict).toBe('pass');
  });

  test('are read from one answer for many', () => {
    const point = (value: number) => ({ points: [{ atMs: 0, value }] });
    const series = [
      { labels: { metric_name: 'a', job: 'web' }, ...point(2) },
      { labels: { metric_name: 'a' }, ...point(3) },
    ];
    expect(newestSamples([{ type: 'series', series }]).get('a')).toEqual(
      new Map([
        ['web', 2_000],
        ['', 3_000],
      ]),
    );
    expect(newestSamplesQuery(['a', 'b'])).toContain('{__name__="a"}');
  });
});
