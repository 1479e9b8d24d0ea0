/** The trace of one observation. */
export interface Trace {
  readonly traceId: string;
  readonly spanId: string;
}

export interface Exemplar extends Trace {
  readonly value: number;
  readonly timestampMs: number;
}

/**
 * The latest traces of a histogram's buckets, one each. A bucket takes one between two scrapes and then no more:
 * who looks at a panel needs one example, and finding the trace costs more than all the rest of recording.
 */
export class ExemplarStore {
  readonly #slots: number;
  readonly #exemplars = new Map<number, Exemplar>();
  #fresh = new Set<number>();

  /** @param slots buckets per row, +Inf included */
  constructor(slots: number) {
    this.#slots = slots;
  }

  wants(row: number, bucket: number): boolean {
    return !this.#fresh.has(row * this.#slots + bucket);
  }

  put(row: number, bucket: number, exemplar: Exemplar): void {
    const key = row * this.#slots + bucket;
    this.#fresh.add(key);
    this.#exemplars.set(key, exemplar);
  }

  at(row: number, bucket: number): Exemplar | undefined {
    return this.#exemplars.get(row * this.#slots + bucket);
  }

  /** Told after each scrape: from now on a bucket takes a newer one. */
  renew(): void {
    this.#fresh = new Set();
  }

  reset(): void {
    this.#exemplars.clear();
    this.renew();
  }
}
