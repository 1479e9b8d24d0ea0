import type { MetricsRegistry } from '../store/registry.js';
import type { ExpositionFormat } from './accept.js';
import { type CollectedFamilies, type CollectOptions, collectFamilies } from './collect.js';
import { renderProtobuf } from './protobuf/render-protobuf.js';
import { Rendering } from './rendering.js';
import { TextRenderer } from './text/render-text.js';

/** A scraper that comes later does not get what an earlier one began to read: it would be older than its timestamp. */
const MAX_SHARED_AGE_MS = 250;

export interface Representation {
  readonly format: ExpositionFormat;
  readonly gzip: boolean;
}

/** A rendering that others may join. It is let go when it is complete: what it holds is as large as a scrape. */
interface Shared {
  rendering: Promise<Rendering>;
  /** Infinite while the values are collected. */
  joinableUntilMs: number;
}

/** The expositions of one registry. Whoever asks at the same time gets the same one, so a hundred cost what one does. */
export class Exposition {
  readonly #registry: MetricsRegistry;
  readonly #options: CollectOptions;
  readonly #text = new TextRenderer();
  readonly #shared = new Map<string, Shared>();

  constructor(registry: MetricsRegistry, options: CollectOptions) {
    this.#registry = registry;
    this.#options = options;
  }

  /** The exposition being written, or a new one. Rejects when a metric fails to tell its values. */
  open(representation: Representation): Promise<Rendering> {
    const key = JSON.stringify(representation);
    const present = this.#shared.get(key);
    if (present !== undefined && performance.now() < present.joinableUntilMs) return present.rendering;
    const forget = () => {
      if (this.#shared.get(key)?.rendering === rendering) this.#shared.delete(key);
    };
    const rendering = this.#start(representation, forget);
    const shared = { rendering, joinableUntilMs: Number.POSITIVE_INFINITY };
    this.#shared.set(key, shared);
    rendering.then(() => {
      shared.joinableUntilMs = performance.now() + MAX_SHARED_AGE_MS;
    }, forget);
    return rendering;
  }

  async #start({ format, gzip }: Representation, onComplete: () => void): Promise<Rendering> {
    const collected = await collectFamilies(this.#registry, this.#options);
    return new Rendering(this.#pieces(collected, format), { gzip, onComplete });
  }

  *#pieces(collected: CollectedFamilies, format: ExpositionFormat): Generator<Buffer> {
    if (format === 'protobuf') yield* renderProtobuf(collected);
    else yield* this.#text.render(collected, format);
  }
}
