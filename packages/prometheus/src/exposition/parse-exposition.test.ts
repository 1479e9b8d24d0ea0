import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseExposition } from './parse-exposition.js';
import type { MetricFamily, MetricType, Sample } from './types.js';

const problems = (text: string) => parseExposition(text).problems;

describe('a body of /metrics', () => {
  test('is read into families with type, help and samples', () => {
    const body = [
      '# a comment',
      '# HELP http_seconds How long\\nit takes, \\\\ included.',
      '# TYPE http_seconds histogram',
      'http_seconds_bucket{le="0.1",path="/a\\"b\\\\c\\nd"} 1',
      'http_seconds_bucket{le="+Inf", path="é",} 2 1700000000000',
      'http_seconds_sum 0.5',
      'http_seconds_count 2',
      '',
      'free\t{ }  NaN',
      '',
    ].join('\n');
    expect(parseExposition(body)).toEqual({
      format: 'prometheus',
      problems: [],
      families: [
        {
          name: 'http_seconds',
          type: 'histogram',
          help: 'How long\nit takes, \\ included.',
          samples: [
            { name: 'http_seconds_bucket', labels: { le: '0.1', path: '/a"b\\c\nd' }, value: 1 },
            {
              name: 'http_seconds_bucket',
              labels: { le: '+Inf', path: 'é' },
              value: 2,
              timestampMs: 1_700_000_000_000,
            },
            { name: 'http_seconds_sum', labels: {}, value: 0.5 },
            { name: 'http_seconds_count', labels: {}, value: 2 },
          ],
        },
        { name: 'free', type: 'untyped', samples: [{ name: 'free', labels: {}, value: Number.NaN }] },
      ],
    });
  });

  test('in OpenMetrics has seconds, units, exemplars and counters without _total', () => {
    const body = [
      '# TYPE jobs counter',
      '# UNIT jobs jobs',
      'jobs_total{a="b"} 3 1700000000.5 # {trace_id="x y"} 0.5 1700000000',
      'jobs_created{a="b"} 1700000000',
      '# EOF',
      '',
    ].join('\n');
    const { format, families, problems: wrong } = parseExposition(body);
    expect({ format, wrong }).toEqual({ format: 'openmetrics', wrong: [] });
    expect(families).toMatchObject([
      {
        name: 'jobs',
        type: 'counter',
        unit: 'jobs',
        samples: [{ timestampMs: 1_700_000_000_500 }, { name: 'jobs_created' }],
      },
    ]);
  });

  test('may quote names that are no identifiers', () => {
    const { families, problems: wrong } = parseExposition('# TYPE "a.b" gauge\n{"a.b","c.d"="e"} 1\n');
    expect(wrong).toEqual([]);
    expect(families).toMatchObject([{ name: 'a.b', type: 'gauge', samples: [{ labels: { 'c.d': 'e' } }] }]);
  });

  test.each([
    ['a 1\nb{c="d} 1\n', 2, 'a quote is not closed'],
    ['a one\n', 1, 'the value must be a number, not "one"'],
    ['a\n', 1, 'the value must be a number, not ""'],
    ['a 1 2 3\n', 1, 'nothing may follow the timestamp'],
    ['1a 1\n', 1, 'a metric name must stand here, not "1a 1"'],
    ['a{b} 1\n', 1, '"=" must follow the label name "b"'],
    ['a{b="c" d="e"} 1\n', 1, '"," or "}" must stand here'],
    ['a{b="c",b="d"} 1\n', 1, 'the label "b" is written twice'],
    ['a{b="c"} 1\na{b="c"} 2\n', 2, 'a is written twice with the same labels'],
    ['a 1\n# TYPE a gauge\n', 2, 'the type of a must stand before its samples'],
    ['# TYPE a gauge\n# TYPE a gauge\n', 2, 'the type of a is written twice'],
    ['# TYPE a speed\n', 1, 'the type of a must be one of'],
    ['a 1', 1, 'the last line must end with a line feed'],
    ['a 1\r\n', 1, 'the value must be a number'],
  ])('%j is wrong in line %i', (body, line, message) => {
    expect(problems(body)).toEqual([{ line, message: expect.stringContaining(message) }]);
  });

  test('that is a page is wrong, and says so only so often', () => {
    const page = '<p>Not found</p>\n'.repeat(5_000);
    expect(problems(page)).toHaveLength(20);
  });

  test('of any letters is read without a crash', () => {
    fc.assert(
      fc.property(fc.string(), (body) => {
        parseExposition(body);
      }),
    );
  });
});

describe('what is written is what is read', () => {
  const name = fc.stringMatching(/^[a-z_][a-z0-9_]{0,8}$/);
  const value = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY));
  const labels = fc.dictionary(name, fc.string({ unit: 'grapheme' }), { maxKeys: 3 });
  const sample = fc.record({ labels, value, timestampMs: fc.integer({ min: 1, max: 2_000_000_000_000 }) });
  const type = fc.constantFrom<MetricType>('gauge', 'untyped', 'counter');
  const family = fc.record({
    name,
    type,
    help: fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\t]/g, '')),
    samples: fc.uniqueArray(sample, {
      selector: ({ labels: set }) => JSON.stringify(Object.entries(set).sort()),
      maxLength: 4,
    }),
  });
  const families = fc.uniqueArray(family, { selector: (one) => one.name, maxLength: 4 });

  test('for any families', () => {
    fc.assert(
      fc.property(families, (written) => {
        const named = written.map((one) => ({ ...one, samples: one.samples.map((s) => ({ name: one.name, ...s })) }));
        const read = parseExposition(render(named));
        expect(read.problems).toEqual([]);
        expect(read.families).toEqual(named);
      }),
    );
  });

  const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');

  function render(all: readonly MetricFamily[]): string {
    return all
      .flatMap((one) => [
        `# HELP ${one.name} ${escaped(one.help ?? '')}`,
        `# TYPE ${one.name} ${one.type}`,
        ...one.samples.map(line),
      ])
      .map((text) => `${text}\n`)
      .join('');
  }

  function line(one: Sample): string {
    const pairs = Object.entries(one.labels).map(([key, text]) => `${key}="${escaped(text).replaceAll('"', '\\"')}"`);
    const number = Object.is(one.value, -0) ? '-0' : String(one.value).replace('Infinity', 'Inf');
    return `${one.name}{${pairs.join(',')}} ${number} ${one.timestampMs}`;
  }
});
