import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { HistogramCells, histogramWidth } from './store/histogram-cells.js';
import { SeriesTable } from './store/series-table.js';

/** Numbers as they are in use, and all that doubles are: zeros of both signs, subnormals, infinities. */
const number = fc.oneof(
  fc.constantFrom(0, -0, 1e-9, 0.005, 0.01, 0.025, 0.5, 1, 2.5, 10, 100, 2 ** 31, 1e9),
  fc.double({ min: -10, max: 100, noNaN: true }),
  fc.double({ noNaN: true }),
);
const bounds = fc
  .uniqueArray(
    number.filter((bound) => Number.isFinite(bound)),
    { maxLength: 14, comparator: (a, b) => a === b },
  )
  .map((drawn) => drawn.toSorted((a, b) => a - b));

/** The closest numbers around one: of what lies at a bound, the last bit decides. */
function neighbours(value: number): number[] {
  const double = Float64Array.of(value);
  const bits = new BigInt64Array(double.buffer);
  return [-1n, 0n, 1n].map((step) => {
    const moved = BigInt64Array.of((bits[0] ?? 0n) + step);
    return new Float64Array(moved.buffer)[0] ?? 0;
  });
}

describe('the bucket of an observation', () => {
  test('is that of the first bound which it is not above, whatever the bounds are', () => {
    fc.assert(
      fc.property(bounds, fc.array(number, { maxLength: 20 }), (limits, drawn) => {
        const table = new SeriesTable({ width: histogramWidth(limits), maxSeries: 10, labelNames: [] });
        const cells = new HistogramCells(table, 0, limits);
        const row = table.add([]);
        const values = [...drawn, ...limits.flatMap(neighbours)].filter((value) => !Number.isNaN(value));
        const found = values.map((value) => cells.observe(row, value));
        const expected = values.map((value) =>
          [...limits, Number.POSITIVE_INFINITY].findIndex((limit) => value <= limit),
        );
        expect(found).toEqual(expected);
        expect(cells.count(row)).toBe(values.length);
      }),
      { numRuns: 2000 },
    );
  });
});
