import { encoded } from './encoded.js';
import type { TextWriter } from './text-writer.js';

const INITIAL_BYTES = 256;

/** The texts of one label's values, by the values' numbers, end to end in one piece of memory. */
export class ValueTexts {
  readonly #textOf: (number: number) => string;
  #bytes = new Uint8Array(INITIAL_BYTES);
  #size = 0;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(textOf: (number: number) => string) {
    this.#textOf = textOf;
  }

  write(writer: TextWriter, number: number): void {
    const start = this.#starts[number] ?? this.#add(number);
    writer.copy(this.#bytes, start, this.#ends[number] ?? start);
  }

  #add(number: number): number {
    const text = encoded(this.#textOf(number));
    const start = this.#size;
    this.#size += text.length;
    if (this.#size > this.#bytes.length) this.#grow();
    this.#bytes.set(text, start);
    this.#starts[number] = start;
    this.#ends[number] = this.#size;
    return start;
  }

  #grow(): void {
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#size));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
