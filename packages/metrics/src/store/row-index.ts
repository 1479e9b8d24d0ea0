import type { LabelSets } from './label-sets.js';

const INITIAL_SLOTS = 32;

/** 2^32 over the golden ratio: numbers that follow one another end up far apart (Knuth, TAOCP 3, §6.4). */
const SPREAD = 0x9e3779b1;

/**
 * Finds the row of a label set: a hash table of row numbers, open addressing, at most half full. The values are
 * compared one by one as numbers and never joined into a key, so none can imitate a separator.
 */
export class RowIndex {
  readonly #labels: LabelSets;
  /** Row + 1; 0 where a slot is free. */
  #slots = new Int32Array(INITIAL_SLOTS);
  #used = 0;

  constructor(labels: LabelSets) {
    this.#labels = labels;
  }

  find(values: readonly string[]): number | undefined {
    const numbers = this.#labels.numbersOf(values);
    if (numbers.includes(-1)) return undefined;
    const row = (this.#slots[this.#slotOf(numbers)] ?? 0) - 1;
    return row === -1 ? undefined : row;
  }

  /** Makes a row known that was added to the label sets. */
  put(row: number): void {
    if (++this.#used * 2 > this.#slots.length) this.#grow();
    this.#slots[this.#slotOf(this.#numbersAt(row))] = row + 1;
  }

  /** The slot of a label set, or the free one where it belongs. */
  #slotOf(numbers: readonly number[]): number {
    const last = this.#slots.length - 1;
    let slot = hash(numbers) & last;
    for (let row = this.#slots[slot] ?? 0; row !== 0 && !this.#isAt(row - 1, numbers); row = this.#slots[slot] ?? 0)
      slot = (slot + 1) & last;
    return slot;
  }

  #isAt(row: number, numbers: readonly number[]): boolean {
    return numbers.every((number, column) => this.#labels.numberAt(row, column) === number);
  }

  #numbersAt(row: number): number[] {
    return this.#labels.names.map((_, column) => this.#labels.numberAt(row, column));
  }

  #grow(): void {
    const rows = this.#slots.filter((row) => row !== 0);
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (const row of rows) this.#slots[this.#slotOf(this.#numbersAt(row - 1))] = row;
  }
}

function hash(numbers: readonly number[]): number {
  let mixed = 0;
  for (const number of numbers) {
    mixed = Math.imul(mixed ^ number, SPREAD);
    mixed ^= mixed >>> 15;
  }
  return mixed;
}
