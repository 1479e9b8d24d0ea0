import type { DefaultLabels } from '../default-labels.js';
import type { ForeignFamily, ForeignSample } from '../foreign-family.js';
import { familyHead, type TextFormat } from './family-head.js';
import type { LineStyle } from './family-lines.js';
import { ForeignMetricLines } from './foreign-metric-lines.js';
import type { TextWriter } from './text-writer.js';

interface ForeignFamilyLines {
  readonly size: number;
  writeHead(writer: TextWriter, format: TextFormat): void;
  /** Writes lines until the piece is full. Returns the number of the first one that is not in it. */
  write(writer: TextWriter, from: number, style: LineStyle): number;
}

/** Lines without shared labels that are written at once. */
const LINES_AT_ONCE = 100;

/** Writes the lines of metrics that are not ours. */
export class ForeignLines {
  #defaults: DefaultLabels = [];
  #known = new WeakMap<object, ForeignMetricLines>();

  use(defaults: DefaultLabels): void {
    if (JSON.stringify(defaults) === JSON.stringify(this.#defaults)) return;
    this.#defaults = defaults;
    this.#known = new WeakMap();
  }

  linesOf(family: ForeignFamily): ForeignFamilyLines {
    const { samples } = family;
    const known = this.#knownOf(family.owner);
    let sets = 0;
    if (samples.length === 0) known.end(sets);
    return {
      size: samples.length,
      writeHead: (writer, format) => writer.text(familyHead(family, format)),
      write: (writer, from, { format }) => {
        const style = { family, format };
        let next = from;
        while (next < samples.length && !writer.isFull) {
          const lines = samples.slice(next, endOfLabelSet(samples, next));
          next += lines.length;
          if (lines[0]?.sharedLabels === undefined) known.writeLines(writer, lines, style);
          else known.writeSet(writer, sets++, lines, style);
        }
        if (next >= samples.length) known.end(sets);
        return next;
      },
    };
  }

  #knownOf(owner: object): ForeignMetricLines {
    const present = this.#known.get(owner);
    if (present !== undefined) return present;
    const created = new ForeignMetricLines(this.#defaults);
    this.#known.set(owner, created);
    return created;
  }
}

/** Where the lines end that share the labels of one of them; without any, some lines on. */
function endOfLabelSet(samples: readonly ForeignSample[], from: number): number {
  const labels = samples[from]?.sharedLabels;
  const most = labels === undefined ? Math.min(from + LINES_AT_ONCE, samples.length) : samples.length;
  let end = from + 1;
  while (end < most && samples[end]?.sharedLabels === labels) end++;
  return end;
}
