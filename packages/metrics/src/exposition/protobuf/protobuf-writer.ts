/** Wire types of https://protobuf.dev/programming-guides/encoding/ */
const VARINT = 0;
const FIXED64 = 1;
const LENGTH_DELIMITED = 2;

const INITIAL_BYTES = 1024;
const MAX_VARINT_BYTES = 10;
/** Lengths of nested messages are written into room for two bytes; longer ones are moved up. */
const LENGTH_BYTES = 2;

/** Writes one protobuf message after the other into a buffer of its own. */
export class ProtobufWriter {
  #buffer = Buffer.allocUnsafe(INITIAL_BYTES);
  #end = 0;

  get length(): number {
    return this.#end;
  }

  /** What was written since the last time. */
  take(): Buffer {
    const bytes = Buffer.from(this.#buffer.subarray(0, this.#end));
    this.#end = 0;
    return bytes;
  }

  text(field: number, value: string): void {
    const size = Buffer.byteLength(value);
    this.#tag(field, LENGTH_DELIMITED);
    this.#varint(size);
    this.#reserve(size);
    this.#end += this.#buffer.write(value, this.#end);
  }

  double(field: number, value: number): void {
    this.#tag(field, FIXED64);
    this.#reserve(8);
    this.#end = this.#buffer.writeDoubleLE(value, this.#end);
  }

  /** A whole number that is not negative. */
  uint(field: number, value: number): void {
    this.#tag(field, VARINT);
    this.#varint(value);
  }

  /** A whole number of either sign (sint32, sint64). */
  sint(field: number, value: number): void {
    this.#tag(field, VARINT);
    this.#varint(zigzag(value));
  }

  packedSints(field: number, values: readonly number[]): void {
    this.message(field, () => {
      for (const value of values) this.#varint(zigzag(value));
    });
  }

  bytes(value: Uint8Array): void {
    this.#reserve(value.length);
    this.#buffer.set(value, this.#end);
    this.#end += value.length;
  }

  message(field: number, write: () => void): void {
    this.#tag(field, LENGTH_DELIMITED);
    this.#reserve(LENGTH_BYTES);
    const at = this.#end;
    this.#end += LENGTH_BYTES;
    write();
    this.#writeLength(at);
  }

  /** A message on its own, with its length before it. */
  static delimited(parts: readonly Buffer[]): Buffer {
    const writer = new ProtobufWriter();
    writer.#varint(parts.reduce((sum, part) => sum + part.length, 0));
    return writer.take();
  }

  #writeLength(at: number): void {
    const length = this.#end - at - LENGTH_BYTES;
    const needed = length < 2 ** 7 ? 1 : Math.ceil(Math.log2(length + 1) / 7);
    if (needed !== LENGTH_BYTES) {
      this.#reserve(needed);
      this.#buffer.copyWithin(at + needed, at + LENGTH_BYTES, this.#end);
    }
    this.#end = at;
    this.#varint(length);
    this.#end += length;
  }

  #tag(field: number, type: number): void {
    this.#varint(field * 8 + type);
  }

  #varint(value: number): void {
    this.#reserve(MAX_VARINT_BYTES);
    let rest = value;
    while (rest >= 0x80) {
      this.#buffer[this.#end++] = (rest % 0x80) + 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#buffer[this.#end++] = rest;
  }

  #reserve(bytes: number): void {
    if (this.#end + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#end + bytes));
    larger.set(this.#buffer.subarray(0, this.#end));
    this.#buffer = larger;
  }
}

function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}
