import type { Exemplar } from '../../store/exemplar-store.js';
import type { MetricFamily } from '../../store/family.js';
import type { HistogramSeries, ScalarSeries } from '../../store/series.js';
import { renderValue } from './escape.js';
import type { LabelTexts } from './label-texts.js';

/** Text after which the event loop gets its turn: about a tenth of a millisecond of work. */
export const PIECE_LENGTH = 64 * 1024;

/** Lines of some rows of a family. */
export interface RowLines {
  readonly text: string;
  /** The first row that is not in it. */
  readonly next: number;
}

export interface LineStyle {
  readonly labels: LabelTexts;
  readonly showsExemplars: boolean;
}

/** The lines of a family from a row on, as many rows as fit into a piece. */
export function renderRows(family: MetricFamily, from: number, style: LineStyle): RowLines {
  const { series, givenName } = family;
  if (series.kind === 'scalar') return scalarLines(givenName, { series, from }, style);
  return histogramLines(givenName, { series, from }, style);
}

function scalarLines(
  name: string,
  { series, from }: { readonly series: ScalarSeries; readonly from: number },
  { labels }: LineStyle,
): RowLines {
  let text = '';
  let row = from;
  for (; row < series.size && text.length < PIECE_LENGTH; row++) {
    if (!series.isShown(row)) continue;
    const end = labels.of(row);
    text += `${end === '' ? `${name} ` : `${name}{${end}`}${renderValue(series.value(row))}\n`;
  }
  return { text, next: row };
}

/**
 * The inner loop of a scrape: nine lines in ten are buckets. Three concatenations a line, of strings that are there
 * already; what does not depend on the row is put together before.
 */
function histogramLines(
  name: string,
  { series, from }: { readonly series: HistogramSeries; readonly from: number },
  { labels, showsExemplars }: LineStyle,
): RowLines {
  const { cells } = series;
  const exemplars = showsExemplars ? series.exemplars : undefined;
  const labelled = lineStarts(name, cells.bounds, ',');
  const bare = lineStarts(name, cells.bounds, '} ');
  let text = '';
  let row = from;
  for (; row < series.size && text.length < PIECE_LENGTH; row++) {
    if (!series.isShown(row)) continue;
    const end = labels.of(row);
    const { buckets, sum, count } = end === '' ? bare : labelled;
    const at = cells.offsetOf(row);
    const numbers = cells.table.cells;
    let cumulative = 0;
    for (let bucket = 0; bucket < buckets.length; bucket++) {
      cumulative += numbers[at + bucket] ?? 0;
      text += buckets[bucket] ?? '';
      text += end;
      text += cumulative;
      if (exemplars !== undefined) text += renderExemplar(exemplars.at(row, bucket));
    }
    text += sum;
    text += end;
    text += renderValue(cells.sum(row));
    text += count;
    text += end;
    text += cumulative;
    text += '\n';
  }
  return { text, next: row };
}

/** What the lines of every label set begin with, up to the labels, or up to the value where there are none. */
interface LineStarts {
  readonly buckets: readonly string[];
  readonly sum: string;
  readonly count: string;
}

function lineStarts(name: string, bounds: readonly number[], afterBound: ',' | '} '): LineStarts {
  const open = afterBound === ',' ? '{' : ' ';
  const starts = [...bounds.map(String), '+Inf'].map((le) =>
    ['\n', name, '_bucket{le="', le, '"', afterBound].join(''),
  );
  return {
    buckets: starts.map((start, i) => (i === 0 ? start.slice(1) : start)),
    sum: ['\n', name, '_sum', open].join(''),
    count: ['\n', name, '_count', open].join(''),
  };
}

/** https://prometheus.io/docs/specs/om/open_metrics_spec/#exemplars */
function renderExemplar(exemplar: Exemplar | undefined): string {
  if (exemplar === undefined) return '';
  const { traceId, spanId, value, timestampMs } = exemplar;
  return ` # {trace_id="${traceId}",span_id="${spanId}"} ${value} ${timestampMs / 1000}`;
}
