/**
 * Rows a family may have for its texts to be kept: with the usual buckets and labels a text has 1.6 KB, so that they
 * take no more than 1.6 MB. Where there are more, they would be more than all else the family takes.
 */
export const MAX_KEPT_ROWS = 1000;

/**
 * The texts of rows in which nothing happens from scrape to scrape, as in most label sets of most services. To copy
 * one takes a third of the time of writing it. A row that changed since the last scrape is likely to change again,
 * and keeps nothing.
 */
export class IdleRows {
  /** What each row's state was in the last scrape: two that are alike have the same text. */
  readonly #states: number[] = [];
  readonly #texts: (Uint8Array | undefined)[] = [];

  /** Tells the state a row is in. Returns whether it was in the same one before. */
  note(row: number, state: number): boolean {
    const isIdle = this.#states[row] === state;
    this.#states[row] = state;
    if (!isIdle) this.#texts[row] = undefined;
    return isIdle;
  }

  textOf(row: number): Uint8Array | undefined {
    return this.#texts[row];
  }

  keep(row: number, text: Uint8Array): void {
    this.#texts[row] = text;
  }

  clear(): void {
    this.#states.length = 0;
    this.#texts.length = 0;
  }
}
