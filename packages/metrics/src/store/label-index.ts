import { toUSVString } from 'node:util';
import { type LabelDefinitions, MAX_VALUE_LENGTH, OVERFLOW } from '../catalogue/definition.js';
import { RowIndex } from './row-index.js';
import type { SeriesTable } from './series-table.js';

/** Finds the row of a label set, and keeps the number of rows within the table's limit. */
export class LabelIndex {
  readonly #table: SeriesTable;
  readonly #rows: RowIndex;
  readonly #names: readonly string[];
  readonly #known: readonly (ReadonlySet<string> | null)[];

  constructor(table: SeriesTable, labels: LabelDefinitions) {
    this.#table = table;
    this.#rows = new RowIndex(table.labels);
    this.#names = Object.keys(labels);
    this.#known = Object.values(labels).map((values) => values && new Set(values));
    if (this.#known.every((values) => values !== null)) this.#initialise([]);
  }

  /**
   * The row of a label set. A value outside a closed label's list counts as `overflow`, a very long one of an open
   * label too, and so does every new label set once the table is full: recording never throws and never grows
   * without bound.
   */
  rowOf(labels: Readonly<Record<string, string>> | undefined): number {
    const values = this.#names.map((name, i) => this.#admit(labels?.[name], i));
    const row = this.#rows.find(values);
    if (row !== undefined) return row;
    return this.#table.isFull ? this.#overflowRow() : this.#insert(values);
  }

  /** A panel over a series that does not exist yet shows nothing; over one that does, it shows 0. */
  #initialise(values: readonly string[]): void {
    if (values.length === this.#names.length) this.#insert(values);
    else for (const value of this.#known[values.length] ?? []) this.#initialise([...values, value]);
  }

  #admit(value: string | undefined, i: number): string {
    const known = this.#known[i];
    if (known === null || known === undefined) return openValue(value);
    return value !== undefined && known.has(value) ? value : OVERFLOW;
  }

  #overflowRow(): number {
    const values = this.#names.map(() => OVERFLOW);
    return this.#rows.find(values) ?? this.#insert(values);
  }

  #insert(values: readonly string[]): number {
    const row = this.#table.add(values);
    this.#rows.put(row);
    return row;
  }
}

/**
 * A string by its type; but it may come from a client. An object with a `toString` from there would throw, and halves
 * of characters, which are all alike in UTF-8, would be series with the same labels.
 */
function openValue(value: unknown): string {
  if (value === undefined || typeof value === 'object') return OVERFLOW;
  const text = toUSVString(String(value));
  return text.length > MAX_VALUE_LENGTH ? OVERFLOW : text;
}
