export type CacheOperation = 'get' | 'set' | 'invalidate';

export interface ReadCacheOptions {
  /** Beyond it the entry that was not read for the longest time goes. */
  readonly capacity: number;
  onOperation(operation: CacheOperation): void;
  onHit(): void;
}

/**
 * A cache in front of reads. It keeps the promise of a value, so that many readers of one missing key load it once,
 * and so that a load which began before an invalidation cannot put its stale value back afterwards.
 */
export class ReadCache<Value> {
  readonly #options: ReadCacheOptions;
  readonly #entries = new Map<string, Promise<Value>>();

  constructor(options: ReadCacheOptions) {
    this.#options = options;
  }

  get(key: string, load: () => Promise<Value>): Promise<Value> {
    this.#options.onOperation('get');
    const cached = this.#entries.get(key);
    if (!cached) return this.#set(key, load());
    this.#options.onHit();
    this.#entries.delete(key);
    this.#entries.set(key, cached);
    return cached;
  }

  invalidate(key: string): void {
    this.#options.onOperation('invalidate');
    this.#entries.delete(key);
  }

  #set(key: string, loading: Promise<Value>): Promise<Value> {
    this.#options.onOperation('set');
    this.#entries.set(key, loading);
    loading.catch(() => {
      if (this.#entries.get(key) === loading) this.#entries.delete(key);
    });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#options.capacity) break;
      this.#entries.delete(oldest);
    }
    return loading;
  }
}
