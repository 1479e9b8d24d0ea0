/** Bytes after which a piece is full: some hundredths of a millisecond of work. */
export const PIECE_BYTES = 48 * 1024;

/** With room for the rest of a row that has begun. */
const BUFFER_BYTES = PIECE_BYTES + 8 * 1024;

/** Enough for the scrapes there usually are: a piece is sent before the next one is written. */
const KEPT_BUFFERS = 1;

/**
 * Memory for pieces, used again. A scrape of 100,000 lines takes 12 MB without, and so much at once makes V8 look
 * through the whole heap: requests waited for that longer than for the scrape.
 */
export class PieceBuffers {
  readonly #free: Buffer[] = [];

  /** A buffer of at least so many bytes, with anything in it. */
  take(bytes: number): Buffer {
    const kept = bytes <= BUFFER_BYTES ? this.#free.pop() : undefined;
    return kept ?? Buffer.allocUnsafeSlow(Math.max(bytes, BUFFER_BYTES));
  }

  /** Takes back a buffer of which this is the beginning, for somebody else to write into. */
  recycle(piece: Buffer): void {
    if (piece.buffer.byteLength === BUFFER_BYTES && this.#free.length < KEPT_BUFFERS)
      this.#free.push(Buffer.from(piece.buffer));
  }
}
