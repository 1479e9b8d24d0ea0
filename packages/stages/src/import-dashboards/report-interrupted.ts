import { type Annotation, escapeCell, type StageReport } from '@fly-monitoring/kit';
import type { DashboardResult, InterruptedAt, LibraryPanelResult } from './outcome.js';
import type { PruneResult } from './prune/apply-prune.js';

export interface InterruptedImport {
  /** What was being written or deleted. */
  readonly at: InterruptedAt;
  readonly results: readonly DashboardResult[];
  readonly libraryPanels: readonly LibraryPanelResult[];
  readonly pruned: readonly PruneResult[];
}

const words: Readonly<Record<InterruptedAt['doing'], (title: string) => string>> = {
  'library-panel': (title) => `library panel "${title}" was imported: it may be saved`,
  import: (title) => `dashboard "${title}" was imported: it may be saved`,
  deletion: (title) => `dashboard "${title}" was deleted: it may be there`,
};

/** The report of what was done, with one error: the run was cancelled, and what became of the rest. */
export function interruptedImport(report: StageReport, interrupted: InterruptedImport): StageReport {
  const { at, results, libraryPanels, pruned } = interrupted;
  const done = [
    ...libraryPanels.map(({ name, kind }) => `library panel "${name}" ${kind}`),
    ...results.map(({ wanted, kind }) => `"${wanted.title}" ${kind}`),
    ...pruned.map(({ title, kind }) => `"${title}" ${kind}`),
  ];
  const message = [
    `The run was cancelled while the ${words[at.doing](at.title)} or not.`,
    done.length === 0 ? 'None was done before it' : `Done before it: ${done.join(', ')}`,
  ].join(' ');
  const hint = 'The dashboards behind it are as they were. Run again: what is saved already is left as it is.';
  const error: Annotation = { level: 'error', title: 'INTERRUPTED', message: `${message}. Next: ${hint}` };
  const table = report.summary.slice(report.summary.indexOf('\n'));
  return {
    ...report,
    conclusion: 'interrupted',
    summary: `### 🛑 import-dashboards: cancelled\n\n${escapeCell(message)}. **Next:** ${hint}${table}`,
    annotations: [...report.annotations.filter(({ level }) => level !== 'error'), error],
  };
}
