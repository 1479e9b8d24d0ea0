import { MAX_DECIMAL_BYTES, writeDecimal, writeInteger } from './decimal.js';
import { renderValue } from './escape.js';
import { PIECE_BYTES, type PieceBuffers } from './piece-buffers.js';

/** The most bytes that a UTF-16 unit becomes in UTF-8. */
const MAX_BYTES_PER_UNIT = 3;

/** Whole numbers below this have a short way to their digits: a small integer of V8 on every platform. */
const SMALL_INTEGERS = 2 ** 30;

const ZERO = '0'.charCodeAt(0);
const NOTHING = Buffer.alloc(0);

/**
 * Writes text as bytes, in pieces. Text that is put together as strings first is garbage of twice its size, and
 * collecting that is the longest time a request has to wait for a scrape.
 */
export class TextWriter {
  readonly #buffers: PieceBuffers;
  #buffer: Buffer = NOTHING;
  #end = 0;

  constructor(buffers: PieceBuffers) {
    this.#buffers = buffers;
  }

  /** Where the next byte goes. */
  get end(): number {
    return this.#end;
  }

  get isFull(): boolean {
    return this.#end >= PIECE_BYTES;
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#buffer.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** Writes a short part of other bytes; for more than a hundred or so, `bytes()` is quicker. */
  copy(source: Uint8Array, start: number, end: number): void {
    this.#reserve(end - start);
    const buffer = this.#buffer;
    let to = this.#end;
    for (let from = start; from < end; from++) buffer[to++] = source[from] ?? 0;
    this.#end = to;
  }

  text(text: string): void {
    this.#reserve(text.length * MAX_BYTES_PER_UNIT);
    this.#end += this.#buffer.write(text, this.#end);
  }

  /** What stands from a place on, to be written again; good until the piece is taken. */
  since(start: number): Uint8Array {
    const { buffer, byteOffset } = this.#buffer;
    return new Uint8Array(buffer, byteOffset + start, this.#end - start);
  }

  /** A bucket's count. Most buckets of most series are empty, or have less than ten. */
  count(count: number): void {
    if (count < 10) {
      this.#reserve(1);
      this.#buffer[this.#end++] = ZERO + count;
    } else this.value(count);
  }

  /** A sample's value, as the formats want it. */
  value(value: number): void {
    if (value >= 0 && value < SMALL_INTEGERS && Number.isInteger(value) && !Object.is(value, -0)) this.#digits(value);
    else this.#decimal(value);
  }

  /** What was written since the last time. */
  take(): Buffer {
    const piece = this.#buffer.subarray(0, this.#end);
    this.#buffer = NOTHING;
    this.#end = 0;
    return piece;
  }

  #digits(value: number): void {
    let places = 1;
    for (let rest = value | 0; rest >= 10; rest = (rest / 10) | 0) places++;
    this.#reserve(places);
    writeInteger(this.#buffer, this.#end, this.#end + places, value);
    this.#end += places;
  }

  #decimal(value: number): void {
    this.#reserve(MAX_DECIMAL_BYTES);
    const end = writeDecimal(this.#buffer, this.#end, value);
    if (end >= 0) this.#end = end;
    else this.text(renderValue(value));
  }

  #reserve(bytes: number): void {
    const needed = this.#end + bytes;
    if (needed <= this.#buffer.length) return;
    const larger = this.#buffers.take(Math.max(this.#buffer.length * 2, needed));
    larger.set(this.#buffer.subarray(0, this.#end));
    this.#buffer = larger;
  }
}
