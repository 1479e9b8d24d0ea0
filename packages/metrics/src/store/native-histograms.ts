import { exponentOf, mantissaOf } from './double-bits.js';

/**
 * Each power of two is cut into 2^3 buckets: 9 % wide, the error of a quantile at most half of that.
 * https://prometheus.io/docs/specs/native_histograms/#schema
 */
export const SCHEMA = 3;
const BUCKETS_PER_OCTAVE = 2 ** SCHEMA;

/** The powers of two between which values are told apart. */
export interface NativeWindow {
  /** What is not above 2 to the power of it falls into the zero bucket. */
  readonly minExponent: number;
  /** What is above 2 to the power of it falls into the last bucket. */
  readonly maxExponent: number;
}

/** For seconds: from about a microsecond to over an hour. */
const SECONDS: NativeWindow = { minExponent: -20, maxExponent: 12 };

/** Octaves around the classic buckets: 5 ms to 10 s become the window for seconds. */
const OCTAVES_BELOW = 12;
const OCTAVES_ABOVE = 8;

/** 4 kB a series: enough for a byte next to an exabyte. */
const MAX_OCTAVES = 64;

/** Powers of two that a double holds with all its digits. */
const SMALLEST_EXPONENT = -1000;
const LARGEST_EXPONENT = 1023;

/** Rows there is room for at first; the room doubles. */
const INITIAL_ROWS = 4;

/** Upper bounds inside one octave, for a mantissa in [0.5, 1). */
const MANTISSA_BOUNDS = Array.from({ length: BUCKETS_PER_OCTAVE }, (_, i) => 2 ** (i / BUCKETS_PER_OCTAVE - 1));

/** What one series holds, as the exposition wants it. */
export interface NativeBuckets {
  readonly zeroThreshold: number;
  readonly zeroCount: number;
  /** Bucket `i` ends at 2^(i / 8): the number of the one after the zero bucket. */
  readonly firstIndex: number;
  /** Counts of consecutive buckets, of which `firstIndex` is the first. */
  readonly counts: Float64Array;
}

/** The window that goes with a histogram's classic bounds: they tell where its values lie, and in which unit. */
export function windowAround(bounds: readonly number[]): NativeWindow {
  const positive = bounds.filter((bound) => bound > 0);
  if (positive.length === 0) return SECONDS;
  const highest = Math.ceil(Math.log2(Math.max(...positive))) + OCTAVES_ABOVE;
  const lowest = Math.floor(Math.log2(Math.min(...positive))) - OCTAVES_BELOW;
  const maxExponent = Math.max(SMALLEST_EXPONENT + MAX_OCTAVES, Math.min(LARGEST_EXPONENT, highest));
  return { minExponent: Math.max(maxExponent - MAX_OCTAVES, lowest), maxExponent };
}

/**
 * Exponential histograms with a fixed window of buckets, 64 bytes a power of two and series. Next to the classic
 * buckets they tell any quantile to a few percent, wherever in the window the values lie.
 */
export class NativeHistograms {
  readonly #zeroThreshold: number;
  readonly #largest: number;
  readonly #firstIndex: number;
  /** Buckets above zero. */
  readonly #buckets: number;
  /** The zero bucket comes first. */
  readonly #width: number;
  #cells: Float64Array;

  constructor({ minExponent, maxExponent }: NativeWindow = SECONDS) {
    this.#zeroThreshold = 2 ** minExponent;
    this.#largest = 2 ** maxExponent;
    this.#firstIndex = minExponent * BUCKETS_PER_OCTAVE + 1;
    this.#buckets = (maxExponent - minExponent) * BUCKETS_PER_OCTAVE;
    this.#width = this.#buckets + 1;
    this.#cells = new Float64Array(INITIAL_ROWS * this.#width);
  }

  observe(row: number, value: number): void {
    const at = row * this.#width + this.#position(value);
    if (at >= this.#cells.length) this.#grow(row);
    this.#cells[at] = (this.#cells[at] ?? 0) + 1;
  }

  at(row: number): NativeBuckets {
    const start = row * this.#width;
    return {
      zeroThreshold: this.#zeroThreshold,
      zeroCount: this.#cells[start] ?? 0,
      firstIndex: this.#firstIndex,
      counts: this.#cells.subarray(start + 1, start + this.#width),
    };
  }

  reset(): void {
    this.#cells.fill(0);
  }

  /** The exponent and the mantissa are read from the bits of the number: a logarithm would miss its own bounds. */
  #position(value: number): number {
    if (!(value > this.#zeroThreshold)) return 0;
    if (value > this.#largest) return this.#buckets;
    const mantissa = mantissaOf(value);
    let step = 0;
    while (step < BUCKETS_PER_OCTAVE && mantissa > (MANTISSA_BOUNDS[step] ?? 1)) step++;
    return (exponentOf(value) - 1) * BUCKETS_PER_OCTAVE + step - this.#firstIndex + 1;
  }

  #grow(row: number): void {
    const larger = new Float64Array(Math.max(this.#cells.length * 2, (row + 1) * this.#width));
    larger.set(this.#cells);
    this.#cells = larger;
  }
}
