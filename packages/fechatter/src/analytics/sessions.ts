import { randomUUID } from 'node:crypto';

export interface SessionClock {
  now(): number;
  /** A session ends when its user is quiet for this long. */
  readonly idleMs: number;
}

/** Who is in a session: from the first thing a user does until they sign out or go quiet. */
export class Sessions {
  readonly #clock: SessionClock;
  /** In the order in which they were last used, so that counting looks at those that have gone quiet only. */
  readonly #open = new Map<string, { id: string; lastSeenMs: number }>();

  constructor(clock: SessionClock) {
    this.#clock = clock;
  }

  /** The session this action belongs to; it is opened when there is none. */
  track(userId: string): string {
    const known = this.#open.get(userId);
    const session = known && this.#isFresh(known) ? known : { id: randomUUID(), lastSeenMs: 0 };
    this.#open.delete(userId);
    this.#open.set(userId, { ...session, lastSeenMs: this.#clock.now() });
    return session.id;
  }

  end(userId: string): void {
    this.#open.delete(userId);
  }

  /** Ends the sessions that have gone quiet and counts the rest. */
  count(): number {
    for (const [userId, session] of this.#open) {
      if (this.#isFresh(session)) break;
      this.#open.delete(userId);
    }
    return this.#open.size;
  }

  #isFresh(session: { lastSeenMs: number }): boolean {
    return session.lastSeenMs > this.#clock.now() - this.#clock.idleMs;
  }
}
