import { describe, expect, test } from '@jest/globals';
import { untyped } from '../test/untyped.js';
import { defineMetrics, type MetricDefinitions } from './index.js';

describe('naming rules', () => {
  test.each<[string, MetricDefinitions[string], string]>([
    ['orders', { type: 'counter', help: 'h' }, 'a counter ends in _total'],
    ['orders_total', { type: 'gauge', help: 'h' }, 'a gauge does not end in _total'],
    ['ordersTotal_total', { type: 'counter', help: 'h' }, 'must be snake_case'],
    ['job:orders_total', { type: 'counter', help: 'h' }, 'must be snake_case'],
    ['orders_total', { type: 'counter', help: ' ' }, 'help text is empty'],
    ['wait_milliseconds', { type: 'histogram', help: 'h' }, 'use the base unit "seconds" instead of "milliseconds"'],
    ['size_kb', { type: 'gauge', help: 'h' }, 'use the base unit "bytes" instead of "kb"'],
    ['orders_count', { type: 'gauge', help: 'h' }, 'belong to histograms'],
    ['orders_gauge', { type: 'gauge', help: 'h' }, 'includes the type "gauge"'],
    ['orders_total', { type: 'counter', help: 'h', labels: { le: null } }, 'label "le" is reserved'],
    ['orders_total', { type: 'counter', help: 'h', labels: { fly_region: null } }, 'label "fly_region" is reserved'],
    ['orders_total', { type: 'counter', help: 'h', labels: { Kind: null } }, 'label "Kind" must be snake_case'],
    ['orders_total', { type: 'counter', help: 'h', labels: { kind: [] } }, 'label "kind" has no known value'],
    ['orders_total', { type: 'counter', help: 'h', labels: { kind: ['a', 'a'] } }, 'lists a value twice'],
    ['wait_seconds', { type: 'histogram', help: 'h', buckets: [2, 1] }, 'ascending order'],
    ['wait_seconds', { type: 'histogram', help: 'h', buckets: [1, Number.POSITIVE_INFINITY] }, 'finite numbers'],
    ['wait_seconds', { type: 'histogram', help: 'h', buckets: [] }, 'buckets is empty'],
    [
      'delta_seconds',
      { type: 'histogram', help: 'h', buckets: [-1, 1], nativeHistogram: true },
      'needs buckets above 0',
    ],
    ['delta_seconds', { type: 'histogram', help: 'h', buckets: [0], nativeHistogram: true }, 'needs buckets above 0'],
  ])('%s is refused: %j', (name, definition, message) => {
    expect(() => defineMetrics({ [name]: definition }, { service: 'shop' })).toThrow(message);
  });

  test('a native histogram is for histograms, in the types and in an error that names the metric', () => {
    const asked = { nativeHistogram: true } as const;
    const define = () =>
      defineMetrics(
        {
          // @ts-expect-error a counter is no histogram
          orders_total: { type: 'counter', help: 'h', ...asked },
          // @ts-expect-error nor is a gauge
          queue_depth: { type: 'gauge', help: 'h', ...asked },
          // @ts-expect-error yes or no
          wait_seconds: { type: 'histogram', help: 'h', nativeHistogram: 'yes' },
        },
        { service: 'shop' },
      );
    expect(define).toThrow(
      '- orders_total: nativeHistogram is for histograms, and this is a counter (native-histogram)',
    );
    expect(define).toThrow('- queue_depth: nativeHistogram is for histograms, and this is a gauge (native-histogram)');
    expect(define).toThrow('- wait_seconds: nativeHistogram is "yes"; it must be true or false (definition)');
    const fine = { wait_seconds: { type: 'histogram', help: 'h', buckets: [0, 1], ...asked } } as const;
    expect(() => defineMetrics(fine, { service: 'shop' })).not.toThrow();
  });

  test.each([
    [null, 'orders_total: it is null; it must be an object with type and help (definition)'],
    [{ help: 'h' }, 'type is missing; it must be "counter" or "gauge" or "histogram" (definition)'],
    [{ type: 'Counter', help: 'h' }, 'type is "Counter"; it must be "counter" or'],
    [{ type: 'counter' }, 'help is missing; it must be text'],
    [
      { type: 'counter', help: 'h', labelNames: ['kind'] },
      'there is no option "labelNames" (there are: type, help, labels,',
    ],
    [
      { type: 'counter', help: 'h', labels: ['kind'] },
      'labels is a list; it must be an object with the values of each',
    ],
    [
      { type: 'counter', help: 'h', labels: { kind: [1] } },
      'label "kind" is a list; it must be a list of texts, or null',
    ],
    [{ type: 'counter', help: 'h', labels: { kind: 5 }, allow: ['label-values'] }, 'label "kind" is 5; it must be'],
    [{ type: 'counter', help: 'h', maxSeries: '9' }, 'maxSeries is "9"; it must be a whole number above 0'],
    [{ type: 'counter', help: 'h', allow: ['nonsense'] }, 'allow is a list; it must be a list of name, help,'],
    [{ type: 'counter', help: 'h', buckets: [1] }, 'buckets is for histograms, and this is a counter (buckets)'],
    [{ type: 'histogram', help: 'h', buckets: ['1'] }, 'buckets is a list; it must be a list of numbers'],
  ])('code without types is told what is wrong with %j', (definition, message) => {
    const define = untyped(defineMetrics);
    expect(() => define({ orders_total: definition }, { service: 'shop' })).toThrow(message);
  });

  test('what does not fit hides nothing of what else is wrong', () => {
    const define = untyped(defineMetrics);
    const definition = { type: 5, help: ' ', labels: { Kind: 5, le: null }, maxSeries: 0 };
    const wrong =
      /type is 5;[\s\S]*maxSeries is 0;[\s\S]*label "Kind" is 5;[\s\S]*help text is empty[\s\S]*"Kind" must be snake[\s\S]*"le" is/;
    expect(() => define({ orders: definition }, { service: 'shop' })).toThrow(wrong);
    expect(() => define(null)).toThrow(/definitions are null; they must be an object; the options are undefined/);
    expect(() => define({}, { servise: 'shop' })).toThrow(/no option "servise" .*; service is missing; it must be/);
    const register = untyped(defineMetrics({}, { service: 'shop' }).register);
    expect(() => register({})).toThrow('register() of "shop" was given an object; it must be a prom-client registry');
  });

  test('all violations come in one error', () => {
    const define = () =>
      defineMetrics({ a: { type: 'counter', help: '' }, queue_ms: { type: 'gauge', help: 'h' } }, { service: 'shop' });
    expect(define).toThrow('The metrics of "shop" break 3 rule(s)');
    expect(define).toThrow(/- a: the help text is empty \(help\)\n- a: a counter ends in _total[\s\S]*- queue_ms: /);
  });

  test('a name that others depend on can be excused by rule', () => {
    const excused = { users_gauge: { type: 'gauge', help: 'Users.', allow: ['type-in-name'] } } as const;
    expect(() => defineMetrics(excused, { service: 'shop' })).not.toThrow();
  });
});
