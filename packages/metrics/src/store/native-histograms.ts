/**
 * Each power of two is cut into 2^3 buckets: 9 % wide, the error of a quantile at most half of that.
 * https://prometheus.io/docs/specs/native_histograms/#schema
 */
export const SCHEMA = 3;
const BUCKETS_PER_OCTAVE = 2 ** SCHEMA;

/** 2^-20 s is about a microsecond: what is not above it is not worth telling apart (the zero bucket). */
const MIN_EXPONENT = -20;
/** 2^12 s is over an hour: what is above it falls into the last bucket. */
const MAX_EXPONENT = 12;

export const ZERO_THRESHOLD = 2 ** MIN_EXPONENT;

/** Bucket `i` ends at 2^(i / 8): the one after the zero bucket has this number. */
export const FIRST_INDEX = MIN_EXPONENT * BUCKETS_PER_OCTAVE + 1;

/** Buckets above zero. */
const BUCKETS = (MAX_EXPONENT - MIN_EXPONENT) * BUCKETS_PER_OCTAVE;

/** The zero bucket comes first. */
const WIDTH = BUCKETS + 1;

/** Upper bounds inside one octave, for a mantissa in [0.5, 1). */
const MANTISSA_BOUNDS = Array.from({ length: BUCKETS_PER_OCTAVE }, (_, i) => 2 ** (i / BUCKETS_PER_OCTAVE - 1));

/** What one series holds, as the exposition wants it. */
export interface NativeBuckets {
  readonly zeroCount: number;
  /** Counts of consecutive buckets, the first of which has the number `FIRST_INDEX`. */
  readonly counts: Float64Array;
}

/**
 * Exponential histograms with a fixed window of buckets, 2 kB a series. Next to the classic buckets they tell any
 * quantile to a few percent, wherever the latency of a service lies.
 */
export class NativeHistograms {
  #cells = new Float64Array(16 * WIDTH);
  readonly #double = new Float64Array(1);
  readonly #words = new Uint32Array(this.#double.buffer);

  observe(row: number, value: number): void {
    const at = row * WIDTH + this.#position(value);
    if (at >= this.#cells.length) this.#grow(row);
    this.#cells[at] = (this.#cells[at] ?? 0) + 1;
  }

  at(row: number): NativeBuckets {
    const start = row * WIDTH;
    if (start >= this.#cells.length) return { zeroCount: 0, counts: new Float64Array() };
    return { zeroCount: this.#cells[start] ?? 0, counts: this.#cells.subarray(start + 1, start + WIDTH) };
  }

  reset(): void {
    this.#cells.fill(0);
  }

  /** The exponent and the mantissa are read from the bits of the number: a logarithm would miss its own bounds. */
  #position(value: number): number {
    if (!(value > ZERO_THRESHOLD)) return 0;
    if (value > 2 ** MAX_EXPONENT) return BUCKETS;
    this.#double[0] = value;
    const high = this.#words[1] ?? 0;
    const exponent = ((high >>> 20) & 0x7ff) - 1022;
    this.#words[1] = (high & 0x800fffff) | 0x3fe00000;
    const mantissa = this.#double[0] ?? 0;
    let step = 0;
    while (step < BUCKETS_PER_OCTAVE && mantissa > (MANTISSA_BOUNDS[step] ?? 1)) step++;
    return (exponent - 1) * BUCKETS_PER_OCTAVE + step - FIRST_INDEX + 1;
  }

  #grow(row: number): void {
    const larger = new Float64Array(Math.max(this.#cells.length * 2, (row + 1) * WIDTH));
    larger.set(this.#cells);
    this.#cells = larger;
  }
}
