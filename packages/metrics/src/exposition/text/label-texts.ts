import type { Series } from '../../store/series.js';
import type { DefaultLabels } from '../default-labels.js';
import { escapeLabel } from './escape.js';

/**
 * What stands between the opening brace of a line and its value, for each row of a series: `method="GET"} `. Kept
 * from scrape to scrape, because labels never change and escaping them is most of the work. Empty for no labels.
 */
export class LabelTexts {
  readonly #series: Series;
  #defaults: DefaultLabels = [];
  #texts: string[] = [];

  constructor(series: Series) {
    this.#series = series;
  }

  /** Tells the default labels of the scrape that begins. */
  use(defaults: DefaultLabels): void {
    if (areEqual(defaults, this.#defaults)) return;
    this.#defaults = defaults;
    this.#texts = [];
  }

  of(row: number): string {
    return this.#texts[row] ?? this.#add(row);
  }

  #add(row: number): string {
    const own = this.#series.labelsOf(row);
    const missing = this.#defaults.filter(([name]) => own[name] === undefined);
    const end = joinLabels([...Object.entries(own), ...missing]);
    this.#texts[row] = end;
    return end;
  }
}

/** Joined and not concatenated: a string that is kept should be one piece of memory. */
export function joinLabels(labels: readonly (readonly [string, string])[]): string {
  if (labels.length === 0) return '';
  const parts = labels.flatMap(([name, value], i) => [i === 0 ? '' : ',', name, '="', escapeLabel(value), '"']);
  return [...parts, '} '].join('');
}

function areEqual(a: DefaultLabels, b: DefaultLabels): boolean {
  return a.length === b.length && a.every(([name, value], i) => name === b[i]?.[0] && value === b[i]?.[1]);
}
