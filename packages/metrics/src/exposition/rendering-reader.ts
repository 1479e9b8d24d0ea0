import type { Chunk } from './chunk.js';

/** What a reader reads from. */
export interface ReadRendering {
  /** The chunk with a number, held for the reader; undefined after the last one. */
  chunk(number: number): Promise<Chunk | undefined>;
  forgetPassed(): void;
  leave(reader: RenderingReader): void;
}

/** One who reads a rendering from its beginning, at a pace of its own. */
export class RenderingReader {
  readonly #rendering: ReadRendering;
  #position = 0;

  constructor(rendering: ReadRendering) {
    this.#rendering = rendering;
  }

  /** How many chunks were read. */
  get position(): number {
    return this.#position;
  }

  /** The next chunk, to be given back; undefined at the end. Rejects when a metric fails to tell its values. */
  async next(): Promise<Chunk | undefined> {
    const chunk = await this.#rendering.chunk(this.#position);
    if (chunk === undefined) return undefined;
    this.#position++;
    this.#rendering.forgetPassed();
    return chunk;
  }

  /** To be called by every reader, at the end or before it. */
  leave(): void {
    this.#rendering.leave(this);
  }
}
