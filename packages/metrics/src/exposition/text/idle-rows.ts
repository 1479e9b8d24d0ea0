/**
 * Rows a family may have for its texts to be kept: with the usual buckets and labels a text has 1.6 KB. Where there
 * are more rows, their texts would be more than all else the family takes.
 */
export const MAX_KEPT_ROWS = 1000;

/** What the texts of a family may take, however long its labels are: a thousand of the usual ones and some more. */
export const MAX_KEPT_BYTES = 2e6;

/**
 * The texts of rows in which nothing happens from scrape to scrape, as in most label sets of most services. To copy
 * one takes a third of the time of writing it. A row that changed since the last scrape is likely to change again,
 * and keeps nothing.
 */
export class IdleRows {
  /** What each row's state was in the last scrape: two that are alike have the same text. */
  readonly #states: number[] = [];
  readonly #texts: (Uint8Array | undefined)[] = [];
  #bytes = 0;

  /** Tells the state a row is in. Returns whether it was in the same one before. */
  note(row: number, state: number): boolean {
    const isIdle = this.#states[row] === state;
    this.#states[row] = state;
    if (!isIdle) this.#drop(row);
    return isIdle;
  }

  textOf(row: number): Uint8Array | undefined {
    return this.#texts[row];
  }

  /** Keeps a copy of the text, if there is room. */
  keep(row: number, text: Uint8Array): void {
    if (this.#bytes + text.length > MAX_KEPT_BYTES) return;
    this.#texts[row] = text.slice();
    this.#bytes += text.length;
  }

  clear(): void {
    this.#states.length = 0;
    this.#texts.length = 0;
    this.#bytes = 0;
  }

  #drop(row: number): void {
    this.#bytes -= this.#texts[row]?.length ?? 0;
    this.#texts[row] = undefined;
  }
}
