import { encoded, encodedTogether } from './encoded.js';

/** Counts that come with the text after them. Most buckets of most series are this small, or empty. */
export const SMALL_COUNTS = 16;

/** What the lines of every label set of a histogram have in common, up to the labels or after the value. */
export interface HistogramText {
  /** The beginning of the first bucket's line. */
  readonly first: Uint8Array;
  /** What follows the count of each bucket: the line break and the next line's beginning, the last time the sum's. */
  readonly afterCounts: readonly Uint8Array[];
  /** The same with a small count before it, SMALL_COUNTS for each bucket: one piece to copy instead of two. */
  readonly smallCounts: readonly Uint8Array[];
  /** What follows the sum. */
  readonly afterSum: Uint8Array;
}

/** @param afterBound what comes between `le` and the value: a comma where there are labels, else the end */
export function histogramText(name: string, bounds: readonly number[], afterBound: ',' | '} '): HistogramText {
  const open = afterBound === ',' ? '{' : ' ';
  const starts = [...bounds.map(String), '+Inf'].map((le) => `${name}_bucket{le="${le}"${afterBound}`);
  const [first = '', ...others] = starts;
  const following = [...others, `${name}_sum${open}`].map((start) => `\n${start}`);
  const counts = Array.from({ length: SMALL_COUNTS }, (_, count) => count);
  return {
    first: encoded(first),
    afterCounts: encodedTogether(following),
    smallCounts: encodedTogether(following.flatMap((text) => counts.map((count) => `${count}${text}`))),
    afterSum: encoded(`\n${name}_count${open}`),
  };
}
