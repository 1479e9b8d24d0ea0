import type { MetricsRegistry } from '../store/registry.js';
import type { ExpositionFormat } from './accept.js';
import { type CollectedFamilies, collectFamilies } from './collect.js';
import { renderProtobuf } from './protobuf/render-protobuf.js';
import { Rendering } from './rendering.js';
import { TextRenderer } from './text/render-text.js';

/** A scraper that comes later does not get what an earlier one began to read: it would be older than its timestamp. */
const MAX_SHARED_AGE_MS = 250;

export interface Representation {
  readonly format: ExpositionFormat;
  readonly gzip: boolean;
}

/** A rendering that others may join while it is not complete. */
interface Shared {
  readonly rendering: Promise<Rendering>;
  /** Undefined while the values are collected. */
  begun: Rendering | undefined;
  beganAtMs: number;
}

/** The expositions of one registry. Whoever asks at the same time gets the same one, so a hundred cost what one does. */
export class Exposition {
  readonly #registry: MetricsRegistry;
  readonly #unlabelled: string;
  readonly #text = new TextRenderer();
  readonly #shared = new Map<string, Shared>();

  constructor(registry: MetricsRegistry, unlabelled: string) {
    this.#registry = registry;
    this.#unlabelled = unlabelled;
  }

  /** The exposition being written, or a new one. Rejects when a metric fails to tell its values. */
  open(representation: Representation): Promise<Rendering> {
    const key = JSON.stringify(representation);
    const shared = this.#shared.get(key);
    if (shared !== undefined && isOpen(shared)) return shared.rendering;
    const started: Shared = { rendering: this.#start(representation), begun: undefined, beganAtMs: 0 };
    this.#shared.set(key, started);
    started.rendering.then(
      (rendering) => Object.assign(started, { begun: rendering, beganAtMs: performance.now() }),
      () => this.#shared.delete(key),
    );
    return started.rendering;
  }

  async #start({ format, gzip }: Representation): Promise<Rendering> {
    const collected = await collectFamilies(this.#registry, this.#unlabelled);
    return new Rendering(this.#pieces(collected, format), { gzip });
  }

  *#pieces(collected: CollectedFamilies, format: ExpositionFormat): Generator<Buffer> {
    if (format === 'protobuf') yield* renderProtobuf(collected);
    else for (const text of this.#text.render(collected, format)) yield Buffer.from(text);
  }
}

function isOpen({ begun, beganAtMs }: Shared): boolean {
  return begun === undefined || (!begun.isComplete && performance.now() - beganAtMs < MAX_SHARED_AGE_MS);
}
