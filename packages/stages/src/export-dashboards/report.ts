import { type BadFile, badFileHint } from '@fly-monitoring/grafana';
import { type Annotation, escapeCell, harmless, markdownTable, type StageReport } from '@fly-monitoring/kit';
import type { ExportOutcome, ExportResult } from './outcome.js';

export const exportDashboardsOutputs = {
  written: 'JSON list of the files that were written, or would be in a dry run.',
};

export function reportExport({ isDryRun, results, bad }: ExportOutcome): StageReport {
  const isGood = results.every(({ kind }) => kind === 'written' || kind === 'unchanged');
  const files = results.flatMap(({ kind, file }) => (kind === 'written' || kind === 'inexact' ? [file] : []));
  const rows = [
    ...results.map((result) => [result.file, result.title, wordsOf(result, isDryRun)]),
    ...bad.map((one) => [one.file, '', badWords(one)]),
  ].map((row) => row.map(escapeCell));
  const nothingFound = results.length === 0 ? [nothing] : [];
  const tables = rows.length === 0 ? [] : [markdownTable(['File', 'Dashboard', 'Result'], rows)];
  return {
    conclusion: isGood ? 'success' : 'failure',
    outputs: { written: JSON.stringify(files) },
    summary: `${[`### ${isGood ? '✅' : '❌'} export-dashboards`, ...nothingFound, ...tables].join('\n\n')}\n`,
    lines: [
      ...nothingFound,
      ...results.flatMap((one) => linesOf(one, isDryRun)),
      ...bad.map((one) => `${one.file}: ${badWords(one)}`),
    ].map(harmless),
    annotations: [...results.flatMap(annotationOf), ...bad.map(badAnnotation)],
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
    case 'unreadable':
      return 'is in Grafana and cannot be read';
  }
}

function linesOf(result: ExportResult, isDryRun: boolean): readonly string[] {
  const notes = [...result.notes, ...result.changes].map((line) => `  ${line}`);
  return [`${result.file}: ${wordsOf(result, isDryRun)} (${result.title})`, ...notes];
}

function annotationOf(result: ExportResult): readonly Annotation[] {
  const { file, uid, title } = result;
  const what = faultOf(result);
  if (what === undefined) return [];
  return [
    { level: 'error', title: 'DASHBOARD_CONFLICT', message: `Dashboard "${title}" (${uid}) ${what}.`, place: { file } },
  ];
}

function faultOf({ kind, changes, notes }: ExportResult): string | undefined {
  switch (kind) {
    case 'written':
    case 'unchanged':
      return undefined;
    case 'inexact':
      return `was written, but an import still finds a difference (${changes.join(' | ')}): look at it, then import with "overwrite: always"`;
    case 'missing':
      return 'is not in Grafana: import it first, or correct the input';
    case 'unreadable':
      return `is in Grafana and cannot be read (${notes.join('; ')}): copy the change into the file by hand`;
  }
}

const badWords = ({ problems }: BadFile) => `was left: ${problems.join('; ')}`;

/** The others do not depend on it; an import fails at it. */
function badAnnotation(bad: BadFile): Annotation {
  const message = `${bad.file} ${badWords(bad)}. Next: ${badFileHint}`;
  return { level: 'warning', title: 'DASHBOARD_INVALID', message, place: { file: bad.file } };
}
