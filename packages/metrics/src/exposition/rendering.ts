import { setImmediate as nextTurn } from 'node:timers/promises';
import { Chunk } from './chunk.js';
import { compress } from './compress.js';
import { RenderingReader } from './rendering-reader.js';

/**
 * After so long the event loop gets its turn. Requests wait for a scrape no longer than for one another; a turn
 * after every piece would make the scrape itself half as long again.
 */
const TURN_MS = 0.1;

export interface RenderingOptions {
  readonly gzip: boolean;
  /** Told of each piece that nobody uses any more. */
  readonly recycle: (piece: Buffer) => void;
}

/**
 * One exposition that is being written, for everybody who asks for it before it has begun. It is written as far as
 * the fastest reader has come, a tenth of a millisecond per turn of the event loop, so that requests are served in
 * between; what all have read is let go.
 */
export class Rendering {
  readonly #pieces: AsyncIterator<Buffer>;
  readonly #recycle: (piece: Buffer) => void;
  /** From the first one on that a reader has still to read. */
  readonly #chunks: Chunk[] = [];
  /** Kept for the same reason as the last reader of an `Exposition`. */
  #lastChunk: Chunk | undefined;
  /** How many came before those. */
  #passed = 0;
  readonly #readers = new Set<RenderingReader>();
  #isJoinable = true;
  #isComplete = false;
  #advancing: Promise<void> | undefined;
  readonly #onFinish: (() => void)[] = [];

  /** @param open what is to be written, asked for when the first reader wants it */
  constructor(open: () => Promise<Iterable<Buffer>>, { gzip, recycle }: RenderingOptions) {
    const source = turnByTurn(open);
    this.#pieces = gzip ? compress(source, recycle) : source;
    this.#recycle = gzip ? () => {} : recycle;
  }

  /** Whether a reader that comes now gets all of it: until the turn of the event loop in which it begins is over. */
  get isJoinable(): boolean {
    return this.#isJoinable;
  }

  join(): RenderingReader {
    const reader = new RenderingReader(this);
    this.#readers.add(reader);
    return reader;
  }

  /** The chunk with a number, held for the reader; undefined after the last one. */
  async chunk(number: number): Promise<Chunk | undefined> {
    while (this.#passed + this.#chunks.length <= number && !this.#isComplete) {
      this.#advancing ??= this.#advance();
      await this.#advancing;
    }
    return this.#chunks[number - this.#passed]?.hold();
  }

  /** When the last reader goes before the end, nobody will ask for the rest. */
  leave(reader: RenderingReader): void {
    this.#readers.delete(reader);
    this.forgetPassed();
    if (this.#readers.size > 0 || this.#isComplete) return;
    this.#finish();
    // Not awaited: what goes wrong from here on is for nobody.
    this.#pieces.return?.()?.catch(() => {});
  }

  /** Lets go of what every reader has read. */
  forgetPassed(): void {
    if (this.#isJoinable) return;
    const slowest = Math.min(...Array.from(this.#readers, ({ position }) => position));
    for (; this.#passed < slowest && this.#chunks.length > 0; this.#passed++) this.#chunks.shift()?.giveBack();
  }

  /** Calls back when nothing more is written for anybody. */
  onFinish(listener: () => void): void {
    this.#onFinish.push(listener);
  }

  /** Resolves when nothing more is written, or after so long. */
  finishedWithin(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      this.onFinish(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  async #advance(): Promise<void> {
    try {
      const next = await this.#pieces.next();
      if (next.done === true) this.#complete();
      else this.#add(next.value);
      this.#advancing = undefined;
    } catch (error) {
      // What has failed stays so: everybody who waits for the next chunk is told.
      this.#finish();
      throw error;
    }
  }

  #add(piece: Buffer): void {
    if (this.#passed + this.#chunks.length === 0) setImmediate(() => this.#begin());
    this.#lastChunk = new Chunk(piece, this.#recycle);
    this.#chunks.push(this.#lastChunk);
  }

  #begin(): void {
    this.#isJoinable = false;
    this.forgetPassed();
  }

  #complete(): void {
    this.#isComplete = true;
    this.#finish();
  }

  #finish(): void {
    this.#isJoinable = false;
    for (const listener of this.#onFinish.splice(0)) listener();
  }
}

async function* turnByTurn(open: () => Promise<Iterable<Buffer>>): AsyncGenerator<Buffer> {
  const pieces = await open();
  let beganAtMs = performance.now();
  for (const piece of pieces) {
    if (piece.length > 0) yield piece;
    if (performance.now() - beganAtMs < TURN_MS) continue;
    await nextTurn();
    beganAtMs = performance.now();
  }
}
