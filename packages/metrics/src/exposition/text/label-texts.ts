import type { LabelSets } from '../../store/label-sets.js';
import type { DefaultLabels } from '../default-labels.js';
import { escapeLabel } from './escape.js';
import { isAscii } from './text-piece.js';

/**
 * What stands between the opening brace of a line and its value, for each row of a series: `method="GET"} `. The text
 * of each value is kept from scrape to scrape, because escaping is most of the work; that of a row is not, because a
 * hundred thousand of them would be half of what the metrics take.
 */
export class LabelTexts {
  readonly #labels: LabelSets;
  #defaults: DefaultLabels = [];
  /** By label, then by the number of the value: `,route="/"`. */
  #texts: string[][] = [];
  /** The texts of one row and what comes after them. One array for all rows: joined, they are one piece of memory. */
  #parts: string[] = [];
  #isAscii = true;

  constructor(labels: LabelSets) {
    this.#labels = labels;
    this.#prepare();
  }

  /** Tells the default labels of the scrape that begins. */
  use(defaults: DefaultLabels): void {
    if (areEqual(defaults, this.#defaults)) return;
    this.#defaults = defaults;
    this.#prepare();
  }

  /** Whether every text that was ever given out is ASCII. */
  get areAscii(): boolean {
    return this.#isAscii;
  }

  get areEmpty(): boolean {
    return this.#parts.length === 1 && this.#parts[0] === '';
  }

  /** Empty for no labels. */
  of(row: number): string {
    const parts = this.#parts;
    const texts = this.#texts;
    for (let column = 0; column < texts.length; column++) {
      const number = this.#labels.numberAt(row, column);
      parts[column] = texts[column]?.[number] ?? this.#add(column, number);
    }
    return parts.join('');
  }

  #add(column: number, number: number): string {
    const text = pairText(this.#labels.names[column] ?? '', this.#labels.valueOf(column, number), column);
    const texts = this.#texts[column];
    if (texts !== undefined) texts[number] = text;
    this.#isAscii &&= isAscii(text);
    return text;
  }

  #prepare(): void {
    const { names } = this.#labels;
    const missing = this.#defaults.filter(([name]) => !names.includes(name));
    const end = missing.map(([name, value], i) => pairText(name, value, names.length + i)).join('');
    this.#texts = names.map(() => []);
    this.#parts = [...names.map(() => ''), names.length + missing.length === 0 ? '' : `${end}} `];
    this.#isAscii = isAscii(end);
  }
}

/** Joined and not concatenated: a string that is kept should be one piece of memory. */
export function joinLabels(labels: readonly (readonly [string, string])[]): string {
  if (labels.length === 0) return '';
  return [...labels.map(([name, value], i) => pairText(name, value, i)), '} '].join('');
}

function pairText(name: string, value: string, place: number): string {
  return [place === 0 ? '' : ',', name, '="', escapeLabel(value), '"'].join('');
}

function areEqual(a: DefaultLabels, b: DefaultLabels): boolean {
  return a.length === b.length && a.every(([name, value], i) => name === b[i]?.[0] && value === b[i]?.[1]);
}
