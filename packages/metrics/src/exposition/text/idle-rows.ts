import type { TextWriter } from './text-writer.js';

/**
 * Rows a family may have for its texts to be kept: with the usual buckets and labels a text has 1.6 KB. Where there
 * are more rows, their texts would be more than all else the family takes.
 */
export const MAX_KEPT_ROWS = 1000;

/** What the texts of a family may take, however long its labels are: a thousand of the usual ones and some more. */
export const MAX_KEPT_BYTES = 2e6;

/** How much larger than needed the memory becomes when it grows: if it doubled, half of it could stand empty. */
const ROOM = 1.25;

const NOTHING = new Uint8Array(0);

/**
 * The texts of rows in which nothing happens from scrape to scrape, as in most label sets of most services. To copy
 * one takes a fraction of the time of writing it. A row that changed since the last scrape is likely to change again,
 * and keeps nothing.
 *
 * All are in one piece of memory, in the order in which they were kept, which at first is that of the rows: many are
 * copied at once then. Texts that are let go leave holes; when these are half of it, it is filled anew.
 */
export class IdleRows {
  /** What each row's state was in the last scrape: two that are alike have the same text. */
  readonly #states: number[] = [];
  /** Where the text of each row begins and ends; -1 without one. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #memory = NOTHING;
  #used = 0;
  #holes = 0;

  /** Tells the state a row is in. Returns whether it was in the same one before. */
  note(row: number, state: number): boolean {
    const isIdle = this.#states[row] === state;
    this.#states[row] = state;
    if (!isIdle) this.#drop(row);
    return isIdle;
  }

  /** Where the text of a row begins, -1 where none is kept. */
  startOf(row: number): number {
    return this.#starts[row] ?? -1;
  }

  /** Where it ends, which is where that of the next row may begin. */
  endOf(row: number): number {
    return this.#ends[row] ?? -1;
  }

  /** Writes what is kept between two such places. */
  copy(writer: TextWriter, start: number, end: number): void {
    if (end > start) writer.bytes(this.#memory.subarray(start, end));
  }

  /** Keeps a copy of the text, if there is room. */
  keep(row: number, text: Uint8Array): void {
    if (this.#holes * 2 > this.#used) this.#startOver();
    const end = this.#used + text.length;
    if (end > MAX_KEPT_BYTES) return;
    if (end > this.#memory.length) this.#grow(end);
    this.#memory.set(text, this.#used);
    this.#starts[row] = this.#used;
    this.#ends[row] = end;
    this.#used = end;
  }

  /** Lets go of all texts; what is written anew may be kept at once. */
  clear(): void {
    this.#memory = NOTHING;
    this.#startOver();
  }

  #drop(row: number): void {
    if (this.startOf(row) === -1) return;
    this.#holes += this.endOf(row) - this.startOf(row);
    this.#starts[row] = -1;
  }

  #startOver(): void {
    this.#starts.length = 0;
    this.#ends.length = 0;
    this.#used = 0;
    this.#holes = 0;
  }

  #grow(needed: number): void {
    const larger = new Uint8Array(Math.min(MAX_KEPT_BYTES, Math.ceil(needed * ROOM)));
    larger.set(this.#memory.subarray(0, this.#used));
    this.#memory = larger;
  }
}
