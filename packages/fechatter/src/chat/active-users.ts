/** A user counts as active this long after the last thing they did. */
export const ACTIVE_WINDOW_MS = 5 * 60_000;

/** Who did something lately. The clock is an argument, so that the window can be tested. */
export class ActiveUsers {
  /** In the order in which they were last seen, so that counting looks at those who have gone quiet only. */
  readonly #lastSeenMs = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  see(userId: string): void {
    this.#lastSeenMs.delete(userId);
    this.#lastSeenMs.set(userId, this.#now());
  }

  leave(userId: string): void {
    this.#lastSeenMs.delete(userId);
  }

  /** Forgets who has been quiet for the window and counts the rest. */
  count(): number {
    const oldestMs = this.#now() - ACTIVE_WINDOW_MS;
    for (const [userId, seenMs] of this.#lastSeenMs) {
      if (seenMs > oldestMs) break;
      this.#lastSeenMs.delete(userId);
    }
    return this.#lastSeenMs.size;
  }
}
