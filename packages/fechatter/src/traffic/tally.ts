export interface TrafficReport {
  readonly requests: number;
  /** Answers by status code, as text: `{"200": 120, "404": 3}`. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Requests that got no answer at all. */
  readonly unreachable: number;
  readonly messagesSent: number;
  /** Answers of the bot that reached somebody's stream. */
  readonly botAnswersSeen: number;
  readonly streamEvents: number;
  readonly socketEvents: number;
}

export type TallyCount = 'unreachable' | 'messagesSent' | 'botAnswersSeen' | 'streamEvents' | 'socketEvents';

/** Counts what the visitors do and see. */
export class Tally {
  readonly #counts: Record<TallyCount, number> = {
    unreachable: 0,
    messagesSent: 0,
    botAnswersSeen: 0,
    streamEvents: 0,
    socketEvents: 0,
  };
  readonly #statuses: Record<string, number> = {};
  #requests = 0;

  get requests(): number {
    return this.#requests;
  }

  answer(status: number): void {
    this.#requests += 1;
    this.#statuses[status] = (this.#statuses[status] ?? 0) + 1;
  }

  count(what: TallyCount): void {
    if (what === 'unreachable') this.#requests += 1;
    this.#counts[what] += 1;
  }

  report(): TrafficReport {
    return { requests: this.#requests, statuses: { ...this.#statuses }, ...this.#counts };
  }
}
