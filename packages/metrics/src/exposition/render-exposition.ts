import type { ExpositionFormat } from './accept.js';
import type { ReadFamily, ReadSample } from './family-reader.js';

/**
 * Renders families as a scrape body. Written here because prom-client changes its metrics' names while it renders
 * OpenMetrics, so one registry cannot answer both kinds of scraper through it.
 *
 * A sample has the same name in both formats: what a series is called may not depend on who asks. A counter whose
 * name does not end in `_total` is therefore `unknown` in OpenMetrics, which would rename it.
 */
export function renderExposition(families: readonly ReadFamily[], format: ExpositionFormat): string {
  const body = families.map((family) => renderFamily(family, format)).join('');
  return format === 'openmetrics' ? `${body}# EOF\n` : body;
}

function renderFamily({ name, help, type, samples }: ReadFamily, format: ExpositionFormat): string {
  const family = format === 'openmetrics' ? openMetricsFamily(name, type) : { name, type: textType(type) };
  const lines = [
    `# HELP ${family.name} ${escapeHelp(help, format)}`,
    `# TYPE ${family.name} ${family.type}`,
    ...samples.map(renderSample),
  ];
  return `${lines.join('\n')}\n`;
}

function openMetricsFamily(name: string, type: string): { readonly name: string; readonly type: string } {
  if (type !== 'counter') return { name, type: type === 'untyped' ? 'unknown' : type };
  return name.endsWith('_total') ? { name: name.slice(0, -'_total'.length), type } : { name, type: 'unknown' };
}

function textType(type: string): string {
  return type === 'unknown' ? 'untyped' : type;
}

function renderSample({ name, labels, value }: ReadSample): string {
  const text = labels.map(([label, content]) => `${label}="${escapeLabel(content)}"`).join(',');
  return `${name}${text === '' ? '' : `{${text}}`} ${renderValue(value)}`;
}

function renderValue(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf';
  return value === Number.NEGATIVE_INFINITY ? '-Inf' : String(value);
}

function escapeLabel(text: string): string {
  return text.replace(/[\\\n"]/g, (char) => (char === '\n' ? '\\n' : `\\${char}`));
}

/** Quotes are escaped in OpenMetrics help only (its grammar's escaped-string). */
function escapeHelp(text: string, format: ExpositionFormat): string {
  if (format === 'openmetrics') return escapeLabel(text);
  return text.replace(/[\\\n]/g, (char) => (char === '\n' ? '\\n' : '\\\\'));
}
