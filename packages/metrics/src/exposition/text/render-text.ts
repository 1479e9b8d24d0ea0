import type { MetricFamily } from '../../store/family.js';
import type { CollectedFamilies, CollectedFamily } from '../collect.js';
import type { DefaultLabels } from '../default-labels.js';
import { escapeHelp, escapeLabel } from './escape.js';
import { ForeignLines } from './foreign-lines.js';
import { LabelTexts } from './label-texts.js';
import { PIECE_LENGTH, type RowLines, renderRows } from './row-lines.js';

export type TextFormat = 'text' | 'openmetrics';

/**
 * Writes families as text, in pieces. Done here because prom-client changes its metrics' names while it renders
 * OpenMetrics, so one registry cannot answer both kinds of scraper through it.
 *
 * A sample has the same name in both formats: what a series is called may not depend on who asks. A counter whose
 * name does not end in `_total` is therefore `unknown` in OpenMetrics, which would rename it.
 */
export class TextRenderer {
  readonly #labelTexts = new WeakMap<MetricFamily, LabelTexts>();
  readonly #foreign = new ForeignLines();

  *render({ families, defaults }: CollectedFamilies, format: TextFormat): Generator<string> {
    this.#foreign.use(defaults);
    let text = '';
    for (const family of families) {
      text += head(family, format);
      for (let row = 0; row < sizeOf(family); ) {
        const lines = this.#rows(family, row, { format, defaults });
        text += lines.text;
        row = lines.next;
        if (text.length < PIECE_LENGTH) continue;
        yield text;
        text = '';
      }
    }
    if (format === 'openmetrics') text += '# EOF\n';
    if (text !== '') yield text;
  }

  #rows(family: CollectedFamily, from: number, style: { format: TextFormat; defaults: DefaultLabels }): RowLines {
    const showsExemplars = style.format === 'openmetrics';
    if (family.kind === 'foreign') return this.#foreign.render(family, from, { showsExemplars });
    const labels = this.#labelTextsOf(family.family);
    labels.use(style.defaults);
    return renderRows(family.family, from, { labels, showsExemplars });
  }

  #labelTextsOf(family: MetricFamily): LabelTexts {
    const known = this.#labelTexts.get(family);
    if (known !== undefined) return known;
    const created = new LabelTexts(family.series);
    this.#labelTexts.set(family, created);
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
