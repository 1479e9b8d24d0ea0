import type { LibraryPanelStep } from '@fly-monitoring/grafana';
import { type Annotation, escapeCell } from '@fly-monitoring/kit';
import type { LibraryPanelResult } from './outcome.js';

const marks = { created: '✅', updated: '✅', failed: '❌' } as const;

/** Rows of the table in the summary, before those of the dashboards. */
export function libraryPanelCells(results: readonly LibraryPanelResult[]): readonly (readonly string[])[] {
  return results.map((result) => {
    const why = 'hint' in result ? `${result.reason}. ${result.hint}` : result.reason;
    return [escapeCell(titleOf(result)), `${marks[result.kind]} ${result.kind}`, escapeCell(why)];
  });
}

/** Rows of the table in a terminal. */
export function libraryPanelRows(results: readonly LibraryPanelResult[]): readonly (readonly string[])[] {
  return results.map((result) => [titleOf(result), result.kind, result.reason]);
}

/** The same of what a dry run would do. */
export function plannedLibraryPanels(steps: readonly LibraryPanelStep[]): readonly (readonly string[])[] {
  return steps.map(({ kind, panel, reason }) => [titleOf(panel), kind, reason]);
}

export function libraryPanelAnnotations(results: readonly LibraryPanelResult[]): readonly Annotation[] {
  return results.flatMap((result) => {
    if (result.kind !== 'failed') return [];
    const message = `Library panel "${result.name}" (${result.uid}) was not saved: ${result.reason}. Next: ${result.hint}`;
    return [{ level: 'error', title: result.code, message } as const];
  });
}

function titleOf({ name }: { readonly name: string }): string {
  return `Library panel ${name}`;
}
