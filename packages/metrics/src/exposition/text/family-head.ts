import { escapeHelp, escapeLabel } from './escape.js';

export type TextFormat = 'text' | 'openmetrics';

export interface DescribedFamily {
  readonly name: string;
  readonly help: string;
  readonly type: string;
}

/** The two lines before a family's samples, as the format calls and escapes them. */
export function familyHead({ name, help, type }: DescribedFamily, format: TextFormat): string {
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
