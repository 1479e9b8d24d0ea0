import { resolveGrafanaMacros } from '@fly-monitoring/grafana';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyzeQuery } from './analyze-query.js';
import { unquote } from './unquote.js';

describe('a query', () => {
  test('gives its selectors, functions and grouping labels', () => {
    const query = 'sum by (service, le) (rate(http_bucket{job="x",code!~"5.."}[5m])) / on(a) group_left(b) up';
    expect(analyzeQuery(query)).toEqual({
      selectors: [
        {
          metric: 'http_bucket',
          matchers: [
            { name: 'job', operator: '=', value: 'x' },
            { name: 'code', operator: '!~', value: '5..' },
          ],
          inside: ['rate', 'sum'],
          range: '5m',
        },
        { metric: 'up', matchers: [], inside: [], range: undefined },
      ],
      errors: [],
      groupingLabels: ['service', 'le', 'a', 'b'],
      functions: ['sum', 'rate'],
    });
  });

  test.each([
    ['{__name__="a_total"}', 'a_total'],
    ['{"a.b", "c.d"="e"}', 'a.b'],
    ['{__name__=~"a.*"}', undefined],
    ['{job="a"}', undefined],
  ])('%s selects the metric %s', (query, metric) => {
    expect(analyzeQuery(query).selectors).toMatchObject([{ metric }]);
  });

  test.each(['', 'up{', 'sum(', 'rate(x[$__rate_interval])', 'label_values(up, job)'])('%j is no PromQL', (query) => {
    expect(analyzeQuery(query).errors).not.toEqual([]);
  });

  test('of any letters is taken apart without a crash', () => {
    fc.assert(
      fc.property(fc.string(), (query) => {
        analyzeQuery(query);
      }),
    );
  });

  test('gives back each label value that was quoted', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', '\\', '\n', 'é', '}', ' ') }), (value) => {
        const quoted = JSON.stringify(value);
        expect(unquote(quoted)).toBe(value);
        expect(analyzeQuery(`up{a=${quoted}}`).selectors[0]?.matchers[0]?.value).toBe(value);
      }),
    );
  });
});

/** `${name}`, which a quoted string must not hold by accident. */
const braced = (name: string) => `$\{${name}}`;

describe('Grafana macros', () => {
  const values = { intervalMs: 15_000, scrapeIntervalMs: 15_000, rangeMs: 3_600_000 };

  test.each([
    ['rate(a[$__rate_interval])', 'rate(a[60s])'],
    [`rate(a[${braced('__rate_interval')}])`, 'rate(a[60s])'],
    ['avg_over_time(a[$__interval])', 'avg_over_time(a[15s])'],
    ['increase(a[$__range])', 'increase(a[3600s])'],
    ['a / $__range_s + $__interval_ms', 'a / 3600 + 15000'],
  ])('%s is asked as %s', (query, expected) => {
    expect(resolveGrafanaMacros(query, values)).toEqual({ expr: expected, unresolved: [] });
  });

  test('the rate interval grows with the step', () => {
    expect(resolveGrafanaMacros('$__rate_interval', { ...values, intervalMs: 120_000 }).expr).toBe('135s');
  });

  test.each([
    ['a{b="$one"}', 'a{b="x.y"}'],
    [`a{b=~"${braced('many')}"}`, 'a{b=~"(p\\\\.q|r)"}'],
    ['a{b=~"[[many:pipe]]"}', 'a{b=~"p.q|r"}'],
    [`a{b=~"${braced('single')}"}`, 'a{b=~"p\\\\+"}'],
    ['$one$oneMore', 'x.y$oneMore'],
  ])('variables in %s give %s', (query, expected) => {
    const variables = { one: 'x.y', many: ['p.q', 'r'], single: ['p+'] };
    expect(resolveGrafanaMacros(query, { ...values, variables }).expr).toBe(expected);
  });

  test('a list that was put in matches exactly its values', () => {
    const { expr } = resolveGrafanaMacros('a{b=~"$v"}', { ...values, variables: { v: ['a.b', 'c|d'] } });
    const pattern = new RegExp(`^(?:${analyzeQuery(expr).selectors[0]?.matchers[0]?.value})$`);
    expect(['a.b', 'c|d', 'axb', 'c', 'd'].filter((text) => pattern.test(text))).toEqual(['a.b', 'c|d']);
  });

  test('a variable without a value is named, also one that every object has', () => {
    expect(resolveGrafanaMacros(`a{b="$c", d="${braced('toString')}"}`, values).unresolved).toEqual(['c', 'toString']);
  });
});
