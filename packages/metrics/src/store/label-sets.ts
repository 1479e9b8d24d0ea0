/** The labels of one series, in the order of the family's label names. */
export type Labels = Readonly<Record<string, string>>;

/** Label sets there is room for at first; the room doubles. */
const INITIAL_ROWS = 16;

/** The different values of one label, each known by a number. */
class KnownValues {
  readonly #values: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** -1 for a value that no label set has. */
  numberOf(value: string): number {
    return this.#numbers.get(value) ?? -1;
  }

  valueOf(number: number): string {
    return this.#values[number] ?? '';
  }

  learn(value: string): number {
    const present = this.#numbers.get(value);
    if (present !== undefined) return present;
    const number = this.#values.push(value) - 1;
    this.#numbers.set(value, number);
    return number;
  }
}

/**
 * The label sets of a table's rows, as numbers: a value is stored once however many series have it, which is most of
 * what a hundred thousand series would take otherwise.
 */
export class LabelSets {
  readonly names: readonly string[];
  readonly #columns: readonly KnownValues[];
  /** Row by row, one number a label. */
  #numbers: Int32Array;
  #size = 0;

  constructor(names: readonly string[]) {
    this.names = names;
    this.#columns = names.map(() => new KnownValues());
    this.#numbers = new Int32Array(INITIAL_ROWS * names.length);
  }

  get size(): number {
    return this.#size;
  }

  /** The row of a new label set. Callers look up first: equal sets are not noticed. */
  add(values: readonly string[]): number {
    const row = this.#size++;
    const at = row * this.names.length;
    if (at + this.names.length > this.#numbers.length) this.#grow();
    for (const [column, known] of this.#columns.entries())
      this.#numbers[at + column] = known.learn(values[column] ?? '');
    return row;
  }

  /** The number of a row's value of one label. */
  numberAt(row: number, column: number): number {
    return this.#numbers[row * this.names.length + column] ?? 0;
  }

  valueOf(column: number, number: number): string {
    return this.#columns[column]?.valueOf(number) ?? '';
  }

  /** The numbers of some values, one a label; -1 for a value that no row has. */
  numbersOf(values: readonly string[]): number[] {
    return this.#columns.map((known, column) => known.numberOf(values[column] ?? ''));
  }

  labelsOf(row: number): Labels {
    return Object.fromEntries(
      this.names.map((name, column) => [name, this.valueOf(column, this.numberAt(row, column))]),
    );
  }

  #grow(): void {
    const larger = new Int32Array(this.#numbers.length * 2);
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}
