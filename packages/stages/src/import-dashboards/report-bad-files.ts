import { type BadFile, badFileHint } from '@fly-monitoring/grafana';
import { type Annotation, escapeCell } from '@fly-monitoring/kit';

/** Rows of the table in the summary. */
export function badFileCells(bad: readonly BadFile[]): readonly (readonly string[])[] {
  return bad.map(({ file, problems }) => [
    escapeCell(file),
    '❌ failed',
    escapeCell(`${problems.join('; ')}. ${badFileHint}`),
  ]);
}

/** Rows of the table in a terminal. */
export function badFileRows(bad: readonly BadFile[]): readonly (readonly string[])[] {
  return bad.map(({ file, problems }) => [file, 'failed', problems.join('; ')]);
}

export function badFileAnnotations(bad: readonly BadFile[]): readonly Annotation[] {
  return bad.map(({ file, problems }) => ({
    level: 'error',
    title: 'DASHBOARD_INVALID',
    message: `${file} was not imported: ${problems.join('; ')}. Next: ${badFileHint}`,
    place: { file },
  }));
}
