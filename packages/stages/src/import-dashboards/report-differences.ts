import { codeBlock, escapeCell } from '@fly-monitoring/kit';
import type { Differences } from './read-differences.js';

/** What the other saves changed, for the summary and the log. */
export function reportDifferences(differences: Differences): {
  readonly summary: readonly string[];
  readonly lines: readonly string[];
} {
  const all = [...differences].map(([uid, lines]) => ({
    title: `Changed in Grafana since the last import: ${uid}`,
    lines,
  }));
  return {
    summary: all.map(({ title, lines }) => `${escapeCell(title)}\n\n${codeBlock(lines.join('\n'))}`),
    lines: all.flatMap(({ title, lines }) => [`${title}:`, ...lines.map((line) => `  ${line}`)]),
  };
}

/** One annotation has room for a few. */
const mostInAnnotation = 4;

/** For the end of a sentence; empty when nothing is known. */
export function changedWords(
  differences: Differences,
  { wanted }: { readonly wanted: { readonly uid: string } },
): string {
  const lines = differences.get(wanted.uid) ?? [];
  if (lines.length === 0) return '';
  const first = lines.slice(0, mostInAnnotation).join(' | ');
  return ` Changed there: ${first}${lines.length > mostInAnnotation ? ' | …' : ''}.`;
}
