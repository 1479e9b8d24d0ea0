import type { DefaultLabels } from '../default-labels.js';
import { type ForeignFamily, type ForeignSample, field } from '../foreign-family.js';
import { escapeLabel, renderValue } from './escape.js';
import { PIECE_LENGTH, type RowLines } from './row-lines.js';

/** The beginnings of the lines of one label set, in the order the metric tells them. */
type LineStarts = string[];

/**
 * Writes the lines of metrics that are not ours. Their label objects stay the same from scrape to scrape, so the
 * beginning of a line is made once; it is kept by metric, because users pass one label object to several.
 */
export class ForeignLines {
  #defaults: DefaultLabels = [];
  #starts = new WeakMap<object, WeakMap<object, LineStarts>>();

  use(defaults: DefaultLabels): void {
    if (JSON.stringify(defaults) === JSON.stringify(this.#defaults)) return;
    this.#defaults = defaults;
    this.#starts = new WeakMap();
  }

  render(family: ForeignFamily, from: number, { showsExemplars }: { readonly showsExemplars: boolean }): RowLines {
    const known = this.#startsOf(family.owner);
    const { samples } = family;
    let text = '';
    let [shared, starts, place]: [unknown, LineStarts, number] = [undefined, [], 0];
    let i = from;
    for (; i < samples.length; i++) {
      const sample = samples[i];
      if (sample === undefined) continue;
      const labels = sample.sharedLabels ?? sample.labels;
      if (labels !== shared || place === 0) {
        // A piece ends between label sets, or the places would not be counted from the first line.
        if (text.length >= PIECE_LENGTH) break;
        [shared, starts, place] = [labels, this.#lineStarts(known, labels), 0];
      }
      const start = starts[place] ?? this.#lineStart(family, sample);
      starts[place++] = start;
      text += start;
      text += renderValue(Number(sample.value));
      text += showsExemplars && sample.exemplar ? `${renderExemplar(sample.exemplar)}\n` : '\n';
    }
    return { text, next: i };
  }

  #startsOf(owner: object): WeakMap<object, LineStarts> {
    const known = this.#starts.get(owner);
    if (known !== undefined) return known;
    const created = new WeakMap<object, LineStarts>();
    this.#starts.set(owner, created);
    return created;
  }

  #lineStarts(known: WeakMap<object, LineStarts>, labels: unknown): LineStarts {
    if (typeof labels !== 'object' || labels === null) return [];
    const present = known.get(labels);
    if (present !== undefined) return present;
    const created: LineStarts = [];
    known.set(labels, created);
    return created;
  }

  #lineStart(family: ForeignFamily, sample: ForeignSample): string {
    const name = typeof sample.metricName === 'string' ? sample.metricName : family.name;
    const pairs = labelPairs(sample, this.#defaults).map(([label, value]) => `${label}="${escapeLabel(value)}"`);
    return pairs.length === 0 ? `${name} ` : `${name}{${pairs.join(',')}} `;
  }
}

/** A sample's own labels and the defaults it does not have itself. */
export function labelPairs({ labels, sharedLabels }: ForeignSample, defaults: DefaultLabels): [string, string][] {
  const own = { ...Object(labels), ...Object(sharedLabels) };
  const missing = defaults.filter(([name]) => !own[name]);
  return Object.entries({ ...own, ...Object.fromEntries(missing) }).map(([name, value]) => [name, String(value)]);
}

function renderExemplar(exemplar: unknown): string {
  const labels = Object.entries(Object(field(exemplar, 'labelSet') ?? {}));
  if (labels.length === 0) return '';
  const text = labels.map(([name, value]) => `${name}="${escapeLabel(String(value))}"`).join(',');
  const timestamp = field(exemplar, 'timestamp');
  const time = typeof timestamp === 'number' ? ` ${timestamp}` : '';
  return ` # {${text}} ${renderValue(Number(field(exemplar, 'value')))}${time}`;
}
