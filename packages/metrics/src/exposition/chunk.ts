/**
 * A part of an exposition that several may be sending. Its memory is used again once all of them have given it back;
 * from one that does not, it is never taken away.
 */
export class Chunk {
  readonly bytes: Buffer;
  readonly #onFree: (bytes: Buffer) => void;
  #holders = 1;

  /** Held by whoever makes it. */
  constructor(bytes: Buffer, onFree: (bytes: Buffer) => void) {
    this.bytes = bytes;
    this.#onFree = onFree;
  }

  hold(): this {
    this.#holders++;
    return this;
  }

  /** Once for each time it is held, by who has no more use for the bytes and has nobody else who has. */
  giveBack(): void {
    this.#holders--;
    if (this.#holders === 0) this.#onFree(this.bytes);
  }
}
