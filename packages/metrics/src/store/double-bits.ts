const double = new Float64Array(1);
const words = new Int32Array(double.buffer);

/** Where the sign, the exponent and the first bits of the mantissa are: machines differ in the order of bytes. */
const HIGH = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0;

/** Bits of the mantissa that are in the high word. */
export const HIGH_MANTISSA_BITS = 20;

const EXPONENT_BIAS = 1022;
const EXPONENT_MASK = 0x7ff;
const HIGH_MANTISSA_MASK = 2 ** HIGH_MANTISSA_BITS - 1;

/** The first 32 bits of a double. Of two positive numbers the larger one never has the lower word. */
export function highWordOf(value: number): number {
  double[0] = value;
  return words[HIGH] ?? 0;
}

/** `e` of a positive number that is m · 2^e with m in [0.5, 1); not for those below 2^-1022. */
export function exponentOf(value: number): number {
  return ((highWordOf(value) >>> HIGH_MANTISSA_BITS) & EXPONENT_MASK) - EXPONENT_BIAS;
}

/** `m` of the same. */
export function mantissaOf(value: number): number {
  words[HIGH] = (highWordOf(value) & HIGH_MANTISSA_MASK) | (EXPONENT_BIAS << HIGH_MANTISSA_BITS);
  return double[0] ?? 0;
}
