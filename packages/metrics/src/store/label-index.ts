import { type LabelDefinitions, OVERFLOW } from '../catalogue/definition.js';
import type { Labels, SeriesTable } from './series-table.js';

/** One level per label. Values are never joined into a key, so no value can imitate a separator. */
type Level = Map<string, Level | number>;

/** Finds the row of a label set, and keeps the number of rows within the table's limit. */
export class LabelIndex {
  readonly #table: SeriesTable;
  readonly #names: readonly string[];
  readonly #known: readonly (ReadonlySet<string> | null)[];
  readonly #root: Level = new Map();

  constructor(table: SeriesTable, labels: LabelDefinitions) {
    this.#table = table;
    this.#names = Object.keys(labels);
    this.#known = Object.values(labels).map((values) => values && new Set(values));
    if (this.#known.every((values) => values !== null)) this.#initialise(0, {});
  }

  /**
   * The row of a label set. A value outside a closed label's list counts as `overflow`, and so does every new
   * label set once the table is full: recording never throws and never grows without bound.
   */
  rowOf(labels: Readonly<Record<string, string>> | undefined): number {
    const values = this.#names.map((name, i) => this.#admit(labels?.[name], i));
    const row = this.#find(values);
    if (row !== undefined) return row;
    return this.#table.isFull ? this.#overflowRow() : this.#insert(values);
  }

  /** A panel over a series that does not exist yet shows nothing; over one that does, it shows 0. */
  #initialise(depth: number, labels: Labels): void {
    const name = this.#names[depth];
    if (name === undefined) {
      this.#insert(Object.values(labels));
      return;
    }
    for (const value of this.#known[depth] ?? []) this.#initialise(depth + 1, { ...labels, [name]: value });
  }

  #admit(value: string | undefined, i: number): string {
    if (value === undefined) return OVERFLOW;
    const known = this.#known[i];
    return known === null || known === undefined || known.has(value) ? String(value) : OVERFLOW;
  }

  #find(values: readonly string[]): number | undefined {
    let level: Level | number | undefined = this.#names.length === 0 ? this.#root.get('') : this.#root;
    for (const value of values) level = level instanceof Map ? level.get(value) : undefined;
    return typeof level === 'number' ? level : undefined;
  }

  #overflowRow(): number {
    const values = this.#names.map(() => OVERFLOW);
    return this.#find(values) ?? this.#insert(values);
  }

  #insert(values: readonly string[]): number {
    const row = this.#table.add(Object.fromEntries(this.#names.map((name, i) => [name, values[i] ?? OVERFLOW])));
    let level = this.#root;
    for (const value of values.slice(0, -1)) level = childOf(level, value);
    level.set(values.at(-1) ?? '', row);
    return row;
  }
}

function childOf(level: Level, value: string): Level {
  const present = level.get(value);
  if (present instanceof Map) return present;
  const child: Level = new Map();
  level.set(value, child);
  return child;
}
