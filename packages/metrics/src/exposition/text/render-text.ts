import type { MetricFamily } from '../../store/family.js';
import type { CollectedFamilies, CollectedFamily } from '../collect.js';
import type { TextFormat } from './family-head.js';
import { FamilyLines, type LineStyle } from './family-lines.js';
import { ForeignLines } from './foreign-lines.js';
import { PieceBuffers } from './piece-buffers.js';
import { TextWriter } from './text-writer.js';

/** The lines of one family. */
interface Lines {
  readonly size: number;
  writeHead(writer: TextWriter, format: TextFormat): void;
  /** Writes lines until the piece is full. Returns the number of the first one that is not in it. */
  write(writer: TextWriter, from: number, style: LineStyle): number;
}

/**
 * Writes families as text, in pieces. Done here because prom-client changes its metrics' names while it renders
 * OpenMetrics, so one registry cannot answer both kinds of scraper through it.
 *
 * A sample has the same name in both formats: what a series is called may not depend on who asks. A counter whose
 * name does not end in `_total` is therefore `unknown` in OpenMetrics, which would rename it.
 */
export class TextRenderer {
  readonly #lines = new WeakMap<MetricFamily, FamilyLines>();
  readonly #foreign = new ForeignLines();
  /** Kept between scrapes: V8 forgets how to write quickly when the last of its kind is gone. */
  readonly #idle: TextWriter[] = [];
  readonly #buffers = new PieceBuffers();

  *render({ families, defaults }: CollectedFamilies, format: TextFormat): Generator<Buffer> {
    this.#foreign.use(defaults);
    const writer = this.#idle.pop() ?? new TextWriter(this.#buffers);
    const style = { defaults, format };
    for (const family of families) {
      const lines = this.#linesOf(family);
      lines.writeHead(writer, format);
      for (let row = 0; row < lines.size; ) {
        row = lines.write(writer, row, style);
        if (writer.isFull) yield writer.take();
      }
    }
    if (format === 'openmetrics') writer.text('# EOF\n');
    if (writer.end > 0) yield writer.take();
    this.#idle.push(writer);
  }

  /** Takes back a piece that nobody uses any more. */
  recycle(piece: Buffer): void {
    this.#buffers.recycle(piece);
  }

  #linesOf(family: CollectedFamily): Lines {
    return family.kind === 'foreign' ? this.#foreign.linesOf(family) : this.#ownLinesOf(family.family);
  }

  #ownLinesOf(family: MetricFamily): FamilyLines {
    const known = this.#lines.get(family);
    if (known !== undefined) return known;
    const created = new FamilyLines(family);
    this.#lines.set(family, created);
    return created;
  }
}
