import type { DefaultLabels } from '../default-labels.js';
import { type ForeignFamily, type ForeignSample, field } from '../foreign-family.js';
import { escapeLabel, renderValue } from './escape.js';
import { familyHead, type TextFormat } from './family-head.js';
import type { LineStyle } from './family-lines.js';
import { joinLabels } from './label-texts.js';
import type { TextWriter } from './text-writer.js';

/** The beginning of a histogram's line, which is the same in every label set: `x_bucket{le="5",`. */
interface LineStart {
  readonly metricName: unknown;
  readonly le: unknown;
  readonly text: string;
}

/** What is kept of one metric from scrape to scrape. */
interface Known {
  /** By place among the lines of a label set. */
  readonly starts: LineStart[];
  /** By label object. Kept by metric, because users pass one label object to several. */
  readonly texts: WeakMap<object, string>;
}

interface ForeignFamilyLines {
  readonly size: number;
  writeHead(writer: TextWriter, format: TextFormat): void;
  write(writer: TextWriter, from: number, style: LineStyle): number;
}

/** Lines from one on, and the number of the first one that is not among them. */
interface SomeLines {
  readonly text: string;
  readonly next: number;
}

/** Text after which a piece ends: strings of their own, because foreign values come in objects and not in arrays. */
const PIECE_LENGTH = 64 * 1024;

/**
 * Writes the lines of metrics that are not ours. Their label objects stay the same from scrape to scrape, so the text
 * of each is made once.
 */
export class ForeignLines {
  #defaults: DefaultLabels = [];
  #known = new WeakMap<object, Known>();

  use(defaults: DefaultLabels): void {
    if (JSON.stringify(defaults) === JSON.stringify(this.#defaults)) return;
    this.#defaults = defaults;
    this.#known = new WeakMap();
  }

  linesOf(family: ForeignFamily): ForeignFamilyLines {
    return {
      size: family.samples.length,
      writeHead: (writer, format) => writer.text(familyHead(family, format)),
      write: (writer, from, { format }) => {
        const { text, next } = this.#render(family, from, format);
        writer.text(text);
        return next;
      },
    };
  }

  #render(family: ForeignFamily, from: number, format: TextFormat): SomeLines {
    const known = this.#knownOf(family.owner);
    const { samples } = family;
    let text = '';
    let shared: unknown;
    let sharedText = '';
    let place = 0;
    let i = from;
    for (; i < samples.length; i++) {
      const sample = samples[i];
      if (sample === undefined) continue;
      if (sample.sharedLabels !== shared || shared === undefined) {
        // A piece ends between label sets, or the places would not be counted from the first line.
        if (text.length >= PIECE_LENGTH) break;
        shared = sample.sharedLabels;
        sharedText = this.#sharedText(known, shared);
        place = 0;
      }
      text += sharedText === '' ? this.#wholeStart(known, family, sample) : lineStart(known, place++, sample);
      text += sharedText;
      text += renderValue(Number(sample.value));
      text += format === 'openmetrics' && sample.exemplar ? `${renderExemplar(sample.exemplar)}\n` : '\n';
    }
    return { text, next: i };
  }

  #knownOf(owner: object): Known {
    const present = this.#known.get(owner);
    if (present !== undefined) return present;
    const created = { starts: [], texts: new WeakMap<object, string>() };
    this.#known.set(owner, created);
    return created;
  }

  /** Empty when the lines of a label set share nothing. */
  #sharedText({ texts }: Known, labels: unknown): string {
    if (labels === undefined) return '';
    const object = Object(labels);
    const present = texts.get(object);
    if (present !== undefined) return present;
    const text = joinLabels(labelPairs({ labels: object }, this.#defaults));
    texts.set(object, text);
    return text;
  }

  /** The beginning of a line that shares nothing with its neighbours. */
  #wholeStart({ texts }: Known, family: ForeignFamily, sample: ForeignSample): string {
    const name = typeof sample.metricName === 'string' ? sample.metricName : family.name;
    const labels = Object(sample.labels ?? family.owner);
    let text = name === family.name ? texts.get(labels) : undefined;
    if (text !== undefined) return text;
    const end = joinLabels(labelPairs(sample, this.#defaults));
    text = [name, end === '' ? ' ' : '{', end].join('');
    if (name === family.name) texts.set(labels, text);
    return text;
  }
}

function lineStart({ starts }: Known, place: number, { metricName, labels }: ForeignSample): string {
  const le = field(labels, 'le');
  const present = starts[place];
  if (present !== undefined && present.metricName === metricName && present.le === le) return present.text;
  const text = `${String(metricName)}{${le === undefined ? '' : `le="${escapeLabel(String(le))}",`}`;
  starts[place] = { metricName, le, text };
  return text;
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
