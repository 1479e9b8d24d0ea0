import { HIGH_MANTISSA_BITS, highWordOf } from './double-bits.js';

/**
 * Each power of two is cut into 2^3 cells, 12.5 % to 6.3 % wide: bounds as they are in use (1, 2.5, 5, 10) have a
 * cell each, and almost every value is compared with one bound or with none.
 */
const CELL_BITS = 3;
const CELL_SHIFT = HIGH_MANTISSA_BITS - CELL_BITS;

/**
 * Where to begin to look for a value among a histogram's bounds. Comparing with one after the other makes the
 * processor guess where that ends, and most of its guesses are wrong where values are spread over the buckets; the
 * first bits of a number tell without a guess where to begin.
 */
export interface BucketCells {
  /** The cell of the first bound above 0; above all cells where there is none. */
  readonly first: number;
  /** By cell, from `first` to that of the last bound: how many bounds are in lower ones. 16 bytes a power of two. */
  readonly starts: Uint16Array;
}

/** The cell of a number; below 0 where the number is. */
export function cellOf(value: number): number {
  return highWordOf(value) >> CELL_SHIFT;
}

/** @param bounds ascending, without +Inf */
export function bucketCells(bounds: readonly number[]): BucketCells {
  // -0 has the bits of a negative number, and is none.
  const cells = bounds.map((bound) => cellOf(bound + 0));
  const first = cells[bounds.findIndex((bound) => bound > 0)];
  if (first === undefined) return { first: cellOf(Number.POSITIVE_INFINITY) + 1, starts: new Uint16Array(0) };
  const length = (cells.at(-1) ?? first) - first + 1;
  return { first, starts: Uint16Array.from({ length }, (_, i) => cells.findIndex((cell) => cell >= first + i)) };
}
