import { encoded } from './encoded.js';
import type { TextWriter } from './text-writer.js';

const INITIAL_BYTES = 256;

/** The texts of one label's values, by the values' numbers, end to end in one piece of memory. */
export class ValueTexts {
  readonly #textOf: (number: number) => string;
  #bytes = new Uint8Array(INITIAL_BYTES);
  /** Where the text of each number ends, and that of the next one begins. */
  readonly #ends: number[] = [];

  constructor(textOf: (number: number) => string) {
    this.#textOf = textOf;
  }

  write(writer: TextWriter, number: number): void {
    while (this.#ends.length <= number) this.#addNext();
    writer.copy(this.#bytes, this.#ends[number - 1] ?? 0, this.#ends[number] ?? 0);
  }

  #addNext(): void {
    const start = this.#ends.at(-1) ?? 0;
    const text = encoded(this.#textOf(this.#ends.length));
    this.#ends.push(start + text.length);
    if (start + text.length > this.#bytes.length) this.#grow(start + text.length);
    this.#bytes.set(text, start);
  }

  #grow(needed: number): void {
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, needed));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
