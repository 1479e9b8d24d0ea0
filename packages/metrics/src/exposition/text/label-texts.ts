import type { LabelSets } from '../../store/label-sets.js';
import type { DefaultLabels } from '../default-labels.js';
import { encoded } from './encoded.js';
import { escapeLabel } from './escape.js';
import type { TextWriter } from './text-writer.js';
import { ValueTexts } from './value-texts.js';

/**
 * What stands between the opening brace of a line and its value, for each row of a series: `method="GET"} `. The text
 * of each value is kept from scrape to scrape, because escaping is most of the work; that of a row is not, because a
 * hundred thousand of them would be half of what the metrics take.
 */
export class LabelTexts {
  readonly #labels: LabelSets;
  #defaults: DefaultLabels = [];
  /** By label: `,route="/"`. */
  readonly #texts: readonly ValueTexts[];
  /** The registry's labels and the closing brace; empty where there are no labels at all. */
  #last: Uint8Array = encoded('');
  #changes = 0;

  constructor(labels: LabelSets) {
    this.#labels = labels;
    this.#texts = labels.names.map(
      (name, column) => new ValueTexts((number) => pairText(name, labels.valueOf(column, number), column)),
    );
    this.#prepare();
  }

  /** Tells the default labels of the scrape that begins. */
  use(defaults: DefaultLabels): void {
    if (areEqual(defaults, this.#defaults)) return;
    this.#defaults = defaults;
    this.#changes++;
    this.#prepare();
  }

  /** How often the default labels were others than before. */
  get changes(): number {
    return this.#changes;
  }

  get areEmpty(): boolean {
    return this.#last.length === 0;
  }

  write(writer: TextWriter, row: number): void {
    const texts = this.#texts;
    for (let column = 0; column < texts.length; column++)
      texts[column]?.write(writer, this.#labels.numberAt(row, column));
    writer.bytes(this.#last);
  }

  #prepare(): void {
    const { names } = this.#labels;
    const missing = this.#defaults.filter(([name]) => !names.includes(name));
    const end = missing.map(([name, value], i) => pairText(name, value, names.length + i)).join('');
    this.#last = encoded(names.length + missing.length === 0 ? '' : `${end}} `);
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
