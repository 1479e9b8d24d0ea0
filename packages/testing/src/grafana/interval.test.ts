import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { interpolate, stepSeconds } from './interval.js';
import { createStore, type StoredDatasource } from './store.js';
import { slugOf, uidFault } from './uid.js';
import { formatValue } from './view/units.js';

function datasource(timeInterval?: string): StoredDatasource {
  const jsonData = timeInterval === undefined ? {} : { timeInterval };
  const store = createStore({ tokens: {}, datasources: [{ uid: 'p', name: 'P', url: 'http://p', jsonData }] });
  const [found] = store.datasources.values();
  if (found === undefined) {
    throw new Error('The seed was not stored.');
  }
  return found;
}

test.each([
  ['15s', 15, 'rate(x[60s])'],
  ['30s', 30, 'rate(x[120s])'],
  ['1m', 60, 'rate(x[240s])'],
])('with a scrape interval of %s the rate interval is four scrapes', (timeInterval, stepS, expected) => {
  const range = { fromMs: 0, toMs: 900_000 };
  // biome-ignore lint/suspicious/noTemplateCurlyInString: how dashboards write a variable.
  const expr = 'rate(x[${__rate_interval}])';
  expect(interpolate(expr, { stepS, range, datasource: datasource(timeInterval) })).toBe(expected);
});

test('leaves the variables of a dashboard to the browser', () => {
  const at = { stepS: 15, range: { fromMs: 0, toMs: 3_600_000 }, datasource: datasource() };
  expect(interpolate('x{a="$service"}[$__range] $__interval_ms', at)).toBe('x{a="$service"}[3600s] 15000');
});

test('never asks for more points than Prometheus gives', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 90 * 86_400 }),
      fc.integer({ min: 1, max: 1_000_000 }),
      (spanS, maxDataPoints) => {
        const query = { refId: 'A', expr: 'x', isInstant: false, intervalMs: 1, maxDataPoints };
        const stepS = stepSeconds(query, { fromMs: 0, toMs: spanS * 1000 }, datasource());
        return stepS >= 15 && spanS / stepS <= 11_000;
      },
    ),
  );
});

test('makes of every title a slug that is safe in an address', () => {
  fc.assert(
    fc.property(
      fc.string(),
      (title) => /^[a-z0-9-]*$/.test(slugOf(title)) && uidFault(slugOf(title).slice(0, 40)) === undefined,
    ),
  );
});

test.each([
  [0, 'reqps', '0 req/s'],
  [0.0042, 's', '4.2 ms'],
  [0.25, 'percentunit', '25%'],
  [1536, 'bytes', '1.5 KiB'],
  [12_345, 'short', '12.3 K'],
  [Number.NaN, 's', 'NaN'],
])('writes %d %s as %s', (value, unit, expected) => {
  expect(formatValue(value, unit)).toBe(expected);
});
