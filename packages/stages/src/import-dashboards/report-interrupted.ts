import { type Annotation, escapeCell, type StageReport } from '@fly-monitoring/kit';
import type { DashboardResult } from './outcome.js';

export interface InterruptedImport {
  /** Title of the dashboard that was being written. */
  readonly at: string;
  readonly results: readonly DashboardResult[];
}

/** The report of what was done, with one error: the run was cancelled, and what became of the rest. */
export function interruptedImport(report: StageReport, { at, results }: InterruptedImport): StageReport {
  const done = results.map(({ wanted, kind }) => `"${wanted.title}" ${kind}`);
  const message = [
    `The run was cancelled while the dashboard "${at}" was imported: it may be saved or not.`,
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
