import { type Annotation, escapeCell, harmless, markdownTable, type StageReport } from '@fly-monitoring/kit';
import type { ExportOutcome, ExportResult } from './outcome.js';

export const exportDashboardsOutputs = {
  written: 'JSON list of the files that were written, or would be in a dry run.',
};

export function reportExport({ isDryRun, results }: ExportOutcome): StageReport {
  const isGood = results.every(({ kind }) => kind === 'written' || kind === 'unchanged');
  const files = results.flatMap(({ kind, file }) => (kind === 'written' || kind === 'inexact' ? [file] : []));
  const rows = results.map((result) => [result.file, result.title, wordsOf(result, isDryRun)].map(escapeCell));
  const table = results.length === 0 ? nothing : markdownTable(['File', 'Dashboard', 'Result'], rows);
  return {
    conclusion: isGood ? 'success' : 'failure',
    outputs: { written: JSON.stringify(files) },
    summary: `### ${isGood ? '✅' : '❌'} export-dashboards\n\n${table}\n`,
    lines: (results.length === 0 ? [nothing] : results.flatMap((one) => linesOf(one, isDryRun))).map(harmless),
    annotations: results.flatMap(annotationOf),
  };
}

const nothing =
  'No dashboard was changed in Grafana since the last import; name one with "uid" to take it over anyway.';

function wordsOf({ kind }: ExportResult, isDryRun: boolean): string {
  const written = isDryRun ? 'would be written' : 'written';
  switch (kind) {
    case 'written':
      return written;
    case 'inexact':
      return `${written}, but an import still finds a difference`;
    case 'unchanged':
      return 'says already what is in Grafana';
    case 'missing':
      return 'is not in Grafana';
  }
}

function linesOf(result: ExportResult, isDryRun: boolean): readonly string[] {
  const notes = [...result.notes, ...result.changes].map((line) => `  ${line}`);
  return [`${result.file}: ${wordsOf(result, isDryRun)} (${result.title})`, ...notes];
}

function annotationOf({ kind, file, uid, title, changes }: ExportResult): readonly Annotation[] {
  if (kind !== 'missing' && kind !== 'inexact') return [];
  const what =
    kind === 'missing'
      ? 'is not in Grafana: import it first, or correct the input'
      : `was written, but an import still finds a difference (${changes.join(' | ')}): look at it, then import with "overwrite: always"`;
  return [
    { level: 'error', title: 'DASHBOARD_CONFLICT', message: `Dashboard "${title}" (${uid}) ${what}.`, place: { file } },
  ];
}
