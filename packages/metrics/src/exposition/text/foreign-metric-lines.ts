import type { DefaultLabels } from '../default-labels.js';
import { type ForeignFamily, type ForeignSample, field } from '../foreign-family.js';
import { escapeLabel, renderValue } from './escape.js';
import type { TextFormat } from './family-head.js';
import { IdleRows, MAX_KEPT_ROWS } from './idle-rows.js';
import { joinLabels } from './label-texts.js';
import type { TextWriter } from './text-writer.js';

/** The beginning of a histogram's line, which is the same in every label set: `x_bucket{le="5",`. */
interface LineStart {
  readonly metricName: unknown;
  readonly le: unknown;
  readonly text: string;
}

const NO_LINE: ForeignSample = {};

export interface ForeignStyle {
  readonly family: ForeignFamily;
  readonly format: TextFormat;
}

/** What the lines of a label set said in the last scrape. */
interface SetState {
  /** The object that they share. */
  readonly labels: unknown;
  readonly starts: string[];
  readonly values: number[];
  /** Another number after each change, and in no two states the same. */
  revision: number;
}

/**
 * Writes the lines of one metric of other code, and keeps from scrape to scrape what they have in common: its label
 * objects stay the same, so the text of each is made once, and so is the text of label sets in which nothing happens.
 */
export class ForeignMetricLines {
  readonly #defaults: DefaultLabels;
  /** By place among the lines of a label set. */
  readonly #starts: LineStart[] = [];
  /** By label object. Kept by metric, because users pass one label object to several. */
  readonly #texts = new WeakMap<object, string>();
  readonly #sets: SetState[] = [];
  readonly #idle = new IdleRows();
  #revisions = 0;

  constructor(defaults: DefaultLabels) {
    this.#defaults = defaults;
  }

  /** Writes lines that share nothing with their neighbours. */
  writeLines(writer: TextWriter, lines: readonly ForeignSample[], style: ForeignStyle): void {
    writer.text(this.#linesText(lines, style));
  }

  /**
   * Writes the lines of one label set.
   *
   * @param number its place among those of the metric
   */
  writeSet(writer: TextWriter, number: number, lines: readonly ForeignSample[], style: ForeignStyle): void {
    const isPlain = style.format === 'text' || !lines.some(({ exemplar }) => exemplar);
    if (isPlain && number < MAX_KEPT_ROWS) this.#copyOrWrite(writer, number, lines, style);
    else writer.text(this.#setText(lines, style));
  }

  /** Tells how many label sets there are: what is kept of others is let go. */
  end(sets: number): void {
    if (this.#sets.length <= sets) return;
    this.#sets.length = 0;
    this.#idle.clear();
  }

  #copyOrWrite(writer: TextWriter, number: number, lines: readonly ForeignSample[], style: ForeignStyle): void {
    const isIdle = this.#idle.note(number, this.#revisionOf(number, lines));
    const keptStart = this.#idle.startOf(number);
    if (keptStart !== -1) {
      this.#idle.copy(writer, keptStart, this.#idle.endOf(number));
      return;
    }
    const start = writer.end;
    writer.text(this.#setText(lines, style));
    if (isIdle) this.#idle.keep(number, writer.since(start));
  }

  /** Every value is compared: a gauge falls, and a summary's quantiles move while nothing is observed. */
  #revisionOf(number: number, lines: readonly ForeignSample[]): number {
    const state = this.#stateOf(number, lines);
    let isChanged = false;
    const { starts, values } = state;
    for (let place = 0; place < lines.length; place++) {
      const line = lines[place] ?? NO_LINE;
      const start = this.#lineStart(place, line);
      const value = Number(line.value);
      if (Object.is(values[place], value) && starts[place] === start) continue;
      values[place] = value;
      starts[place] = start;
      isChanged = true;
    }
    if (isChanged) state.revision = ++this.#revisions;
    return state.revision;
  }

  #stateOf(number: number, lines: readonly ForeignSample[]): SetState {
    const labels = lines[0]?.sharedLabels;
    const present = this.#sets[number];
    if (present?.labels === labels && present?.values.length === lines.length) return present;
    const created = { labels, starts: [], values: [], revision: 0 };
    this.#sets[number] = created;
    return created;
  }

  #setText(lines: readonly ForeignSample[], style: ForeignStyle): string {
    const shared = this.#sharedText(Object(lines[0]?.sharedLabels));
    if (shared === '') return this.#linesText(lines, style);
    let text = '';
    for (const [place, line] of lines.entries())
      text += this.#lineStart(place, line) + shared + lineEnd(line, style.format);
    return text;
  }

  #linesText(lines: readonly ForeignSample[], { family, format }: ForeignStyle): string {
    return lines.map((line) => this.#wholeStart(family, line) + lineEnd(line, format)).join('');
  }

  /** Empty where the lines of a label set share nothing. */
  #sharedText(labels: object): string {
    const present = this.#texts.get(labels);
    if (present !== undefined) return present;
    const text = joinLabels(labelPairs({ labels }, this.#defaults));
    this.#texts.set(labels, text);
    return text;
  }

  #lineStart(place: number, { metricName, labels }: ForeignSample): string {
    const le = field(labels, 'le');
    const present = this.#starts[place];
    if (present !== undefined && present.metricName === metricName && present.le === le) return present.text;
    const text = `${String(metricName)}{${le === undefined ? '' : `le="${escapeLabel(String(le))}",`}`;
    this.#starts[place] = { metricName, le, text };
    return text;
  }

  #wholeStart(family: ForeignFamily, sample: ForeignSample): string {
    const name = typeof sample.metricName === 'string' ? sample.metricName : family.name;
    const labels = Object(sample.labels ?? family.owner);
    let text = name === family.name ? this.#texts.get(labels) : undefined;
    if (text !== undefined) return text;
    const end = joinLabels(labelPairs(sample, this.#defaults));
    text = [name, end === '' ? ' ' : '{', end].join('');
    if (name === family.name) this.#texts.set(labels, text);
    return text;
  }
}

/** A sample's own labels and the defaults it does not have itself. */
export function labelPairs({ labels, sharedLabels }: ForeignSample, defaults: DefaultLabels): [string, string][] {
  const own = { ...Object(labels), ...Object(sharedLabels) };
  const missing = defaults.filter(([name]) => !own[name]);
  return Object.entries({ ...own, ...Object.fromEntries(missing) }).map(([name, value]) => [name, String(value)]);
}

function lineEnd({ value, exemplar }: ForeignSample, format: TextFormat): string {
  const end = format === 'openmetrics' && exemplar ? `${renderExemplar(exemplar)}\n` : '\n';
  return renderValue(Number(value)) + end;
}

function renderExemplar(exemplar: unknown): string {
  const labels = Object.entries(Object(field(exemplar, 'labelSet') ?? {}));
  if (labels.length === 0) return '';
  const text = labels.map(([name, value]) => `${name}="${escapeLabel(String(value))}"`).join(',');
  const timestamp = field(exemplar, 'timestamp');
  const time = typeof timestamp === 'number' ? ` ${timestamp}` : '';
  return ` # {${text}} ${renderValue(Number(field(exemplar, 'value')))}${time}`;
}
