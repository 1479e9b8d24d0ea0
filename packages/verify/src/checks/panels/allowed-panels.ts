import { escapePattern } from '@fly-monitoring/kit';
import type { PlannedPanel } from '../../repository/plan-panels.js';

export interface AllowedPanel {
  readonly written: string;
  readonly dashboard: RegExp;
  readonly panel: RegExp;
}

/** `Panel` or `Dashboard / Panel`, one a line; `*` stands for any text. */
export function parseAllowed(text: string | undefined): readonly AllowedPanel[] {
  const lines = (text ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').map(parseLine);
}

function parseLine(written: string): AllowedPanel {
  const at = written.indexOf(' / ');
  if (at < 0) return { written, dashboard: /^/, panel: pattern(written) };
  return { written, dashboard: pattern(written.slice(0, at)), panel: pattern(written.slice(at + ' / '.length)) };
}

function pattern(text: string): RegExp {
  const source = text.trim().split(/\*+/).map(escapePattern).join('.*');
  return new RegExp(`^${source}$`, 's');
}

export function isAllowed({ dashboard, panel }: PlannedPanel, allowed: readonly AllowedPanel[]): boolean {
  return allowed.some((one) => one.panel.test(panel) && one.dashboard.test(dashboard));
}

/** Entries that mean no panel, in sentences: a typing error must not turn into a red run later. */
export function allowedProblems(allowed: readonly AllowedPanel[], panels: readonly PlannedPanel[]): readonly string[] {
  return allowed
    .filter((one) => !panels.some((panel) => isAllowed(panel, [one])))
    .map(({ written }) => `Input "allow-empty-panels" names "${written}"; no dashboard has such a panel.`);
}
