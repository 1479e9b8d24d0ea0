import type { Exemplar } from '../../store/exemplar-store.js';
import type { MetricFamily } from '../../store/family.js';
import type { HistogramSeries, ScalarSeries } from '../../store/series.js';
import type { DefaultLabels } from '../default-labels.js';
import { renderValue } from './escape.js';
import { type HistogramText, histogramText } from './histogram-text.js';
import { LabelTexts } from './label-texts.js';
import { PIECE_LENGTH } from './text-piece.js';

/** Lines of some rows of a family. */
export interface RowLines {
  readonly text: string;
  /** Whether it is known to be; false costs time only. */
  readonly isAscii: boolean;
  /** The first row that is not in it. */
  readonly next: number;
}

export interface LineStyle {
  readonly defaults: DefaultLabels;
  readonly showsExemplars: boolean;
}

/** Writes the lines of one family, and keeps from scrape to scrape what they have in common. */
export class FamilyLines {
  readonly #name: string;
  readonly #series: ScalarSeries | HistogramSeries;
  readonly #labels: LabelTexts;
  readonly #bare: HistogramText;
  readonly #labelled: HistogramText;

  constructor({ givenName, series }: MetricFamily) {
    const bounds = series.kind === 'histogram' ? series.cells.bounds : [];
    this.#name = givenName;
    this.#series = series;
    this.#labels = new LabelTexts(series.labels);
    this.#bare = histogramText(givenName, bounds, '} ');
    this.#labelled = histogramText(givenName, bounds, ',');
  }

  /** The lines from a row on, as many rows as fit into a piece. */
  render(from: number, { defaults, showsExemplars }: LineStyle): RowLines {
    const series = this.#series;
    this.#labels.use(defaults);
    if (series.kind === 'scalar') return this.#scalars(series, from);
    return this.#histograms(series, from, showsExemplars ? series.exemplars : undefined);
  }

  #scalars(series: ScalarSeries, from: number): RowLines {
    const start = this.#labels.areEmpty ? `${this.#name} ` : `${this.#name}{`;
    let text = '';
    let row = from;
    for (; row < series.size && text.length < PIECE_LENGTH; row++) {
      if (!series.isShown(row)) continue;
      text += start;
      text += this.#labels.of(row);
      text += renderValue(series.value(row));
      text += '\n';
    }
    return { text, isAscii: this.#labels.areAscii, next: row };
  }

  /**
   * The inner loop of a scrape: nine lines in ten are buckets. Two or three concatenations a line, of strings that are
   * there already: what a scrape costs is the number of pieces that its text is put together from.
   */
  #histograms(series: HistogramSeries, from: number, exemplars: ExemplarReader | undefined): RowLines {
    const labels = this.#labels;
    const { first, afterBuckets, afterSum } = labels.areEmpty ? this.#bare : this.#labelled;
    const { cells } = series;
    const numbers = cells.table.cells;
    let text = '';
    let row = from;
    for (; row < series.size && text.length < PIECE_LENGTH; row++) {
      if (!series.isShown(row)) continue;
      const end = labels.of(row);
      const at = cells.offsetOf(row);
      let count = 0;
      text += first;
      for (let bucket = 0; bucket < afterBuckets.length; bucket++) {
        const after = afterBuckets[bucket];
        count += numbers[at + bucket] ?? 0;
        text += end;
        text += after?.of(count, exemplars === undefined ? '' : renderExemplar(exemplars.at(row, bucket))) ?? '';
      }
      text += end;
      text += renderValue(cells.sum(row));
      text += afterSum;
      text += end;
      text += count;
      text += '\n';
    }
    // A trace comes from somebody else's tracer.
    return { text, isAscii: labels.areAscii && exemplars === undefined, next: row };
  }
}

interface ExemplarReader {
  at(row: number, bucket: number): Exemplar | undefined;
}

/** https://prometheus.io/docs/specs/om/open_metrics_spec/#exemplars */
function renderExemplar(exemplar: Exemplar | undefined): string {
  if (exemplar === undefined) return '';
  const { traceId, spanId, value, timestampMs } = exemplar;
  return ` # {trace_id="${traceId}",span_id="${spanId}"} ${value} ${timestampMs / 1000}`;
}
