import { encoded } from './encoded.js';
import type { TextWriter } from './text-writer.js';

/** Counts that come with the text after them. Most buckets of most series are this small, or empty. */
const SMALL_COUNTS = 16;

/** The unchanging text after the count of a bucket: the line break and the beginning of the next line. */
export class AfterCount {
  readonly #bytes: Uint8Array;
  /** With small counts before it: one piece instead of two, of which a scrape is put together. */
  readonly #withCount: readonly Uint8Array[];

  constructor(text: string) {
    this.#bytes = encoded(text);
    this.#withCount = Array.from({ length: SMALL_COUNTS }, (_, count) => encoded(`${count}${text}`));
  }

  write(writer: TextWriter, count: number): void {
    const small = this.#withCount[count];
    if (small !== undefined) writer.bytes(small);
    else this.writeWithExemplar(writer, count, '');
  }

  writeWithExemplar(writer: TextWriter, count: number, exemplar: string): void {
    writer.value(count);
    writer.text(exemplar);
    writer.bytes(this.#bytes);
  }
}

/** What the lines of every label set of a histogram have in common, up to the labels or after the value. */
export interface HistogramText {
  /** The beginning of the first bucket's line. */
  readonly first: Uint8Array;
  /** What follows the count of each bucket; that of the last one begins the line of the sum. */
  readonly afterBuckets: readonly AfterCount[];
  /** What follows the sum. */
  readonly afterSum: Uint8Array;
}

/** @param afterBound what comes between `le` and the value: a comma where there are labels, else the end */
export function histogramText(name: string, bounds: readonly number[], afterBound: ',' | '} '): HistogramText {
  const open = afterBound === ',' ? '{' : ' ';
  const starts = [...bounds.map(String), '+Inf'].map((le) => `${name}_bucket{le="${le}"${afterBound}`);
  const [first = '', ...others] = starts;
  const following = [...others, `${name}_sum${open}`];
  return {
    first: encoded(first),
    afterBuckets: following.map((start) => new AfterCount(`\n${start}`)),
    afterSum: encoded(`\n${name}_count${open}`),
  };
}
