import type { MetricFamily } from '../../store/family.js';
import type { CollectedFamilies, CollectedFamily } from '../collect.js';
import type { DefaultLabels } from '../default-labels.js';
import { escapeHelp, escapeLabel } from './escape.js';
import { FamilyLines, type RowLines } from './family-lines.js';
import { ForeignLines } from './foreign-lines.js';
import { TextPiece } from './text-piece.js';

export type TextFormat = 'text' | 'openmetrics';

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

  *render({ families, defaults }: CollectedFamilies, format: TextFormat): Generator<Buffer> {
    this.#foreign.use(defaults);
    const piece = new TextPiece();
    for (const family of families) {
      piece.add(head(family, format));
      for (let row = 0; row < sizeOf(family); ) {
        const lines = this.#rows(family, row, { format, defaults });
        piece.addChecked(lines.text, lines);
        row = lines.next;
        if (piece.isFull) yield piece.take();
      }
    }
    if (format === 'openmetrics') piece.add('# EOF\n');
    if (!piece.isEmpty) yield piece.take();
  }

  #rows(family: CollectedFamily, from: number, style: { format: TextFormat; defaults: DefaultLabels }): RowLines {
    const showsExemplars = style.format === 'openmetrics';
    if (family.kind === 'foreign') return this.#foreign.render(family, from, { showsExemplars });
    return this.#linesOf(family.family).render(from, { defaults: style.defaults, showsExemplars });
  }

  #linesOf(family: MetricFamily): FamilyLines {
    const known = this.#lines.get(family);
    if (known !== undefined) return known;
    const created = new FamilyLines(family);
    this.#lines.set(family, created);
    return created;
  }
}

function sizeOf(family: CollectedFamily): number {
  return family.kind === 'foreign' ? family.samples.length : family.family.series.size;
}

function head(family: CollectedFamily, format: TextFormat): string {
  const { name, help, type } = family;
  const shown = format === 'openmetrics' ? openMetricsFamily(name, type) : { name, type: textType(type) };
  // Quotes are escaped in OpenMetrics help only (its grammar's escaped-string).
  const helpText = format === 'openmetrics' ? escapeLabel(help) : escapeHelp(help);
  return `# HELP ${shown.name} ${helpText}\n# TYPE ${shown.name} ${shown.type}\n`;
}

function openMetricsFamily(name: string, type: string): { readonly name: string; readonly type: string } {
  if (type !== 'counter') return { name, type: type === 'untyped' ? 'unknown' : type };
  return name.endsWith('_total') ? { name: name.slice(0, -'_total'.length), type } : { name, type: 'unknown' };
}

function textType(type: string): string {
  return type === 'unknown' ? 'untyped' : type;
}
