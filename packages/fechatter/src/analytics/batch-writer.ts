import type { Log } from '../service/log.js';
import type { EventStore, StoredEvent } from './event-store.js';

export interface BatchWriterOptions {
  readonly store: EventStore;
  readonly log: Log;
  /** Wraps one write, to measure it. */
  measure(write: () => Promise<void>): Promise<void>;
}

const BATCH_SIZE = 200;
const INTERVAL_MS = 1_000;
/** What is kept while the store is away: minutes of busy traffic, a few megabytes. */
const CAPACITY = 10_000;

export class BufferFullError extends Error {
  override readonly name = 'BufferFullError';
}

/** Collects events and writes them in batches; a batch that failed is kept and tried again with the next tick. */
export class BatchWriter {
  readonly #options: BatchWriterOptions;
  readonly #timer = setInterval(() => void this.flush(), INTERVAL_MS).unref();
  #waiting: StoredEvent[] = [];
  #prepared: Promise<void> | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(options: BatchWriterOptions) {
    this.#options = options;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  add(event: StoredEvent): void {
    if (this.#waiting.length >= CAPACITY) throw new BufferFullError(`${CAPACITY} events wait for the store already`);
    this.#waiting.push(event);
    if (this.#waiting.length === BATCH_SIZE) void this.flush();
  }

  /** Writes what waits. Calls queue up behind each other, so that no event is written by two of them. */
  flush(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#writeAll());
    return this.#writing;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
    if (this.waiting > 0) this.#options.log(`${this.waiting} events could not be written and are lost`);
  }

  async #writeAll(): Promise<void> {
    try {
      await this.#prepare();
      while (this.#waiting.length > 0) await this.#writeBatch(this.#waiting.slice(0, BATCH_SIZE));
    } catch (error) {
      this.#options.log(`${this.waiting} events wait: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Until it has worked once. */
  async #prepare(): Promise<void> {
    this.#prepared ??= this.#options.store.prepare();
    try {
      await this.#prepared;
    } catch (error) {
      this.#prepared = undefined;
      throw error;
    }
  }

  async #writeBatch(batch: readonly StoredEvent[]): Promise<void> {
    await this.#options.measure(() => this.#options.store.insert(batch));
    this.#waiting = this.#waiting.slice(batch.length);
  }
}
