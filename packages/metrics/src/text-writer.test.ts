import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MAX_DECIMAL_BYTES, writeDecimal } from './exposition/text/decimal.js';
import { encoded } from './exposition/text/encoded.js';
import { renderValue } from './exposition/text/escape.js';
import { PieceBuffers } from './exposition/text/piece-buffers.js';
import { TextWriter } from './exposition/text/text-writer.js';

function written(write: (writer: TextWriter) => void): string {
  const writer = new TextWriter(new PieceBuffers());
  write(writer);
  return writer.take().toString();
}

/** A number and the hundred doubles around it. */
function neighboursOf(value: number): fc.Arbitrary<number> {
  const step = value * Number.EPSILON;
  return fc.integer({ min: -50, max: 50 }).map((steps) => value + steps * step);
}

describe('text written as bytes', () => {
  test('has every value as text would have it', () => {
    const edges = [0, -0, 9, 10, 99, 100, 2 ** 30 - 1, 2 ** 30, 2 ** 53, 1e21, -1, 0.1, Number.NaN];
    for (const value of [...edges, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
      expect(written((writer) => writer.value(value))).toBe(renderValue(value));
    fc.assert(
      fc.property(fc.oneof(fc.maxSafeNat(), fc.nat({ max: 2 ** 31 }), fc.double()), (value) => {
        expect(written((writer) => writer.value(value))).toBe(renderValue(value));
      }),
    );
  });

  test('has every decimal with the digits that String() would give it', () => {
    const digits = fc.tuple(fc.maxSafeNat(), fc.integer({ min: -25, max: 5 }));
    const durations = fc.array(fc.double({ min: 0, max: 60, noNaN: true }), { minLength: 1, maxLength: 8 });
    const decimals = fc.oneof(
      fc.double({ min: 1e-6, max: 1e16, noNaN: true }),
      digits.map(([whole, exponent]) => Number(`${whole}e${exponent}`)),
      durations.map((values) => values.reduce((sum, value) => sum + value, 0)),
      fc.integer({ min: -6, max: 16 }).chain((exponent) => neighboursOf(Number(`1e${exponent}`))),
      fc.nat().map((value) => value / 2 ** 20),
    );
    fc.assert(
      fc.property(decimals, (value) => {
        expect(written((writer) => writer.value(value))).toBe(String(value));
      }),
      { numRuns: 20_000 },
    );
  });

  test('leaves few decimals to String(), or writing them would be for nothing', () => {
    const values = Array.from({ length: 1000 }, (_, i) => Math.sqrt(i + 2));
    const left = values.filter((value) => writeDecimal(new Uint8Array(MAX_DECIMAL_BYTES), 0, value) < 0);
    expect(left.length).toBeLessThan(100);
  });

  test('has all parts in order, whatever their length and alphabet', () => {
    const part = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(fc.array(part), fc.integer({ min: 1, max: 400 }), (parts, times) => {
        const long = parts.map((text) => text.repeat(times));
        const expected = long.map((text) => `${text}${text}`).join('');
        const actual = written((writer) => {
          for (const text of long) {
            const start = writer.end;
            writer.text(text);
            writer.bytes(writer.since(start));
          }
        });
        expect(actual).toBe(expected);
      }),
      { numRuns: 30 },
    );
  });

  test('a copy takes what it was told to take, and a piece that was taken stays as it was', () => {
    const writer = new TextWriter(new PieceBuffers());
    writer.copy(encoded('0123456789'), 2, 5);
    const piece = writer.take();
    writer.text('later');
    expect(piece.toString()).toBe('234');
    expect(writer.take().toString()).toBe('later');
    expect(writer.take()).toHaveLength(0);
  });
});
