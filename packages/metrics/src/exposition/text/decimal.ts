/** The most bytes that `writeDecimal()` writes: 17 digits, the point, and the zeros before 0.00001. */
export const MAX_DECIMAL_BYTES = 24;

/** Every whole number of so many digits is a double. */
const SURE_DIGITS = 15;

/** The powers of ten that are doubles themselves: dividing by one rounds once, as reading a decimal does. */
const EXACT_POWERS = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/** The smallest value written here; below, 10^16 times it would not be exact. */
const SMALLEST = 1e-5;
const LARGEST = 1e15;

/** For the powers of ten from SMALLEST on. */
const POINT_OF_SMALLEST = -4;
const MAGNITUDES = Float64Array.from({ length: 21 }, (_, i) => Number(`1e${i + POINT_OF_SMALLEST - 1}`));

/** Dekker's: splits a double in two of half its digits, whose products are exact. */
const SPLITTER = 2 ** 27 + 1;

/** So near to a half nothing is decided here: far more than the rounding of a remainder, and hardly ever met. */
const UNDECIDED = 1e-6;

const ZERO = '0'.charCodeAt(0);
const POINT = '.'.charCodeAt(0);
/** Digits of the lower half of a long number, and how many numbers they are. */
const HALF = 8;
const HALF_RANGE = 1e8;

/**
 * Writes a number as `String()` does: the fewest digits that mean this double, of these the nearest. Without the
 * string, for it is made anew for each value that has changed and is half the cost of a histogram's sum.
 *
 * It works because 15 digits are found by rounding and proved by dividing, and because the product with a power of
 * ten is known exactly as the sum of two doubles (T. J. Dekker, "A floating-point technique for extending the
 * available precision", 1971), which gives the 16th and 17th digit.
 *
 * @returns where the text ends, or -1 for a number that is left to `String()`: outside of [0.00001, 10^15) and where
 * the last digit is too close to call
 */
export function writeDecimal(to: Uint8Array, at: number, value: number): number {
  if (!(value >= SMALLEST && value < LARGEST)) return -1;
  const point = digitsBeforePoint(value);
  const shift = power(SURE_DIGITS - point);
  const digits = Math.round(value * shift);
  if (digits / shift === value) return place(to, at, point, digits, NO_DIGIT);
  return writeLongDecimal(to, at, value, point);
}

const NO_DIGIT = -1;

/** Sixteen digits, or seventeen. */
function writeLongDecimal(to: Uint8Array, at: number, value: number, point: number): number {
  const shift = power(SURE_DIGITS + 1 - point);
  const product = value * shift;
  const whole = Math.floor(product);
  const rest = product - whole + productError(value, shift, product);
  let digits = whole + Math.floor(rest + 0.5);
  const beyond = 10 * (whole - digits + rest);
  if (digits > Number.MAX_SAFE_INTEGER || isUndecided(beyond / 10)) return -1;
  if (digits / shift === value) return place(to, at, point, digits, NO_DIGIT);
  let last = Math.round(beyond);
  if (isUndecided(beyond)) return -1;
  if (last < 0) {
    digits--;
    last += 10;
  }
  return place(to, at, point, digits, last);
}

/** Zero, negative, or how many digits stand before the point: -1 for 0.01, 0 for 0.1, 1 for 1. */
function digitsBeforePoint(value: number): number {
  let i = value < 1 ? 0 : 1 - POINT_OF_SMALLEST;
  while (value >= (MAGNITUDES[i + 1] ?? LARGEST)) i++;
  return i + POINT_OF_SMALLEST;
}

function power(exponent: number): number {
  return EXACT_POWERS[exponent] ?? Number.NaN;
}

/** What the rounded product is short of the exact one. */
function productError(a: number, b: number, product: number): number {
  const aHigh = upperHalf(a);
  const bHigh = upperHalf(b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

function upperHalf(value: number): number {
  const scaled = value * SPLITTER;
  return scaled - (scaled - value);
}

function isUndecided(rest: number): boolean {
  return Math.abs(Math.abs(rest - Math.trunc(rest)) - 0.5) < UNDECIDED;
}

/**
 * Writes digits with their point, and without the zeros at their end.
 * @param digits a whole number; one digit more is given beside it, because with it it would not be a double
 */
function place(to: Uint8Array, at: number, point: number, digits: number, last: number): number {
  let first = at + 1;
  if (point <= 0) {
    first = at + 2 - point;
    for (let i = at; i < first; i++) to[i] = ZERO;
  }
  const count = digits >= power(SURE_DIGITS) ? SURE_DIGITS + 1 : SURE_DIGITS;
  writeDigits(to, first, digits, count);
  let end = first + count;
  if (last !== NO_DIGIT) to[end++] = ZERO + last;
  for (let i = 0; i < point; i++) to[at + i] = to[first + i] ?? 0;
  to[at + Math.max(point, 1)] = POINT;
  while (to[end - 1] === ZERO) end--;
  return to[end - 1] === POINT ? end - 1 : end;
}

/** In two halves, because whole numbers of half the digits are divided quicker. */
function writeDigits(to: Uint8Array, at: number, digits: number, count: number): void {
  const high = Math.floor(digits / HALF_RANGE);
  writeInteger(to, at, at + count - HALF, high);
  writeInteger(to, at + count - HALF, at + count, digits - high * HALF_RANGE);
}

/** Fills a place with the digits of a whole number below 2^31, from its end. */
export function writeInteger(to: Uint8Array, from: number, end: number, value: number): void {
  let rest = value | 0;
  for (let at = end - 1; at >= from; at--) {
    const higher = (rest / 10) | 0;
    to[at] = ZERO + rest - higher * 10;
    rest = higher;
  }
}
