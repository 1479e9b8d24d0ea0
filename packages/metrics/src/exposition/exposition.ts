import type { MetricsRegistry } from '../store/registry.js';
import type { ExpositionFormat } from './accept.js';
import { type CollectOptions, collectFamilies } from './collect.js';
import { renderProtobuf } from './protobuf/render-protobuf.js';
import { Rendering } from './rendering.js';
import type { RenderingReader } from './rendering-reader.js';
import { TextRenderer } from './text/render-text.js';

/** A scraper that takes its time, or stops, keeps the others waiting no longer than this. */
const MAX_WAIT_MS = 250;

export interface Representation {
  readonly format: ExpositionFormat;
  readonly gzip: boolean;
}

/**
 * The expositions of one registry. Whoever asks before one has begun gets the same one, and whoever comes while it is
 * written waits for the next one together with all the others: a hundred cost what two do.
 */
export class Exposition {
  readonly #registry: MetricsRegistry;
  readonly #options: CollectOptions;
  readonly #text = new TextRenderer();
  /** The newest unfinished one of each representation. */
  readonly #current = new Map<string, Rendering>();
  /** Kept: V8 forgets how to do this quickly when the last objects of their kinds are gone. */
  #last: RenderingReader | undefined;

  constructor(registry: MetricsRegistry, options: CollectOptions) {
    this.#registry = registry;
    this.#options = options;
  }

  /** Reads an exposition that has not begun yet. Whoever has called this calls the reader's `leave()` at the end. */
  open(representation: Representation): RenderingReader {
    const key = JSON.stringify(representation);
    const current = this.#current.get(key);
    if (current?.isJoinable === true) return current.join();
    const next = this.#next(representation, current);
    this.#current.set(key, next);
    next.onFinish(() => {
      if (this.#current.get(key) === next) this.#current.delete(key);
    });
    this.#last = next.join();
    return this.#last;
  }

  #next({ format, gzip }: Representation, previous: Rendering | undefined): Rendering {
    // Not asked for in `open`: what a closure knows lives as long as the rendering, and so would the one before it.
    const turn = previous?.finishedWithin(MAX_WAIT_MS);
    const open = async () => {
      await turn;
      const collected = await collectFamilies(this.#registry, this.#options);
      return format === 'protobuf' ? renderProtobuf(collected) : this.#text.render(collected, format);
    };
    const recycle = (piece: Buffer): void => {
      if (format !== 'protobuf') this.#text.recycle(piece);
    };
    return new Rendering(open, { gzip, recycle });
  }
}
