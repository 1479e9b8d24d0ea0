import { encoded } from './encoded.js';

/** What the lines of every label set of a histogram have in common, up to the labels or after the value. */
export interface HistogramText {
  /** The beginning of the first bucket's line. */
  readonly first: Uint8Array;
  /** What follows the count of each bucket: the line break and the next line's beginning, the last time the sum's. */
  readonly afterCounts: readonly Uint8Array[];
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
    afterCounts: following.map((start) => encoded(`\n${start}`)),
    afterSum: encoded(`\n${name}_count${open}`),
  };
}
