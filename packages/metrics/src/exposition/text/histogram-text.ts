/** Counts that come with the text after them. Most buckets of most series are this small, or empty. */
const SMALL_COUNTS = 16;

/** The unchanging text after the count of a bucket: the line break and the beginning of the next line. */
class AfterCount {
  readonly #text: string;
  /** With small counts before it: one piece of text instead of two, of which a scrape is put together. */
  readonly #withCount: readonly string[];

  constructor(text: string) {
    this.#text = text;
    this.#withCount = Array.from({ length: SMALL_COUNTS }, (_, count) => [String(count), text].join(''));
  }

  /** @param exemplar what stands behind the count, mostly nothing */
  of(count: number, exemplar: string): string {
    if (count < SMALL_COUNTS && exemplar === '') return this.#withCount[count] ?? '';
    return `${count}${exemplar}${this.#text}`;
  }
}

/** What the lines of every label set of a histogram have in common, up to the labels or after the value. */
export interface HistogramText {
  /** The beginning of the first bucket's line. */
  readonly first: string;
  /** What follows the count of each bucket; that of the last one begins the line of the sum. */
  readonly afterBuckets: readonly AfterCount[];
  /** What follows the sum. */
  readonly afterSum: string;
}

/** @param afterBound what comes between `le` and the value: a comma where there are labels, else the end */
export function histogramText(name: string, bounds: readonly number[], afterBound: ',' | '} '): HistogramText {
  const open = afterBound === ',' ? '{' : ' ';
  const starts = [...bounds.map(String), '+Inf'].map((le) => [name, '_bucket{le="', le, '"', afterBound].join(''));
  const [first = '', ...others] = starts;
  const following = [...others, `${name}_sum${open}`];
  return {
    first,
    afterBuckets: following.map((start) => new AfterCount(`\n${start}`)),
    afterSum: ['\n', name, '_count', open].join(''),
  };
}
