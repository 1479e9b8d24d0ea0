import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createGzip } from 'node:zlib';

/** Level 1 takes a sixth of the time of level 6 for a body half as large again. */
const GZIP_LEVEL = 1;

/**
 * After so long the event loop gets its turn. Requests wait for a scrape no longer than for one another; a turn
 * after every piece would make the scrape itself half as long again.
 */
const TURN_MS = 0.1;

export interface RenderingOptions {
  readonly gzip: boolean;
  /** Told when all is written: from then on nobody should join. */
  readonly onComplete: () => void;
}

/**
 * One exposition that is being written, for everybody who asked for it meanwhile. It is written as far as the
 * fastest reader has come, a tenth of a millisecond per turn of the event loop, so that requests are served in between.
 */
export class Rendering {
  readonly #pieces: AsyncIterator<Buffer>;
  readonly #chunks: Buffer[] = [];
  readonly #onComplete: () => void;
  #isComplete = false;
  #advancing: Promise<void> | undefined;
  #readers = 0;

  constructor(pieces: Iterable<Buffer>, { gzip, onComplete }: RenderingOptions) {
    this.#onComplete = onComplete;
    const source = turnByTurn(pieces);
    this.#pieces = gzip ? compress(source) : source;
  }

  /** The chunk with a number, undefined after the last one. */
  async chunk(number: number): Promise<Buffer | undefined> {
    while (this.#chunks.length <= number && !this.#isComplete) {
      this.#advancing ??= this.#advance();
      await this.#advancing;
    }
    return this.#chunks[number];
  }

  enter(): void {
    this.#readers++;
  }

  /** When the last reader goes before the end, nobody will ask for the rest. */
  leave(): void {
    this.#readers--;
    if (this.#readers === 0 && !this.#isComplete) void this.#pieces.return?.();
  }

  #complete(): void {
    this.#isComplete = true;
    this.#onComplete();
  }

  async #advance(): Promise<void> {
    const next = await this.#pieces.next();
    if (next.done === true) this.#complete();
    else this.#chunks.push(next.value);
    this.#advancing = undefined;
  }
}

async function* turnByTurn(pieces: Iterable<Buffer>): AsyncGenerator<Buffer> {
  let beganAtMs = performance.now();
  for (const piece of pieces) {
    if (piece.length > 0) yield piece;
    if (performance.now() - beganAtMs < TURN_MS) continue;
    await nextTurn();
    beganAtMs = performance.now();
  }
}

/** zlib works in a thread of its own. */
function compress(source: AsyncIterable<Buffer>): AsyncIterator<Buffer> {
  const gzip = createGzip({ level: GZIP_LEVEL });
  const plain = Readable.from(source, { objectMode: false });
  plain.on('error', (error) => gzip.destroy(error));
  gzip.on('close', () => plain.destroy());
  return plain.pipe(gzip)[Symbol.asyncIterator]();
}
