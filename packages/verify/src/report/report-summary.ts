import { escapeCell, formatDuration, markdownTable } from '@fly-monitoring/kit';
import type { Verified } from '../outcome.js';
import { countTargets, nextSteps, rowsOf, scrapeAge } from './report-parts.js';

const verdictMarks = { pass: '✅', fail: '❌', inconclusive: '❔', skipped: '⏭️' } as const;
/** More rows help nobody to read; the JSON report has them all. */
const mostRows = 200;

/** The verdict on top, then what to do, then the evidence. */
export function summaryOf(outcome: Verified): string {
  const { up, total } = countTargets(outcome);
  return [
    `### ${verdictMarks[outcome.verdict]} verify-targets: ${outcome.verdict}, ${up} of ${total} targets up`,
    doNext(outcome),
    targetsTable(outcome),
    checksTable(outcome),
    ...outcome.reports.map(({ summary = '' }) => summary),
    escapeCell(footnote(outcome)),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function doNext(outcome: Verified): string {
  const steps = nextSteps(outcome).map(
    ({ names, hint }) => `- **${escapeCell(names.join(', '))}:** ${escapeCell(hint)}`,
  );
  return steps.length === 0 ? '' : ['**Do next**', '', ...steps].join('\n');
}

function targetsTable(outcome: Verified): string {
  const rows = rowsOf(outcome);
  const cells = rows
    .slice(0, mostRows)
    .map((row) => [
      escapeCell(row.job),
      escapeCell(row.machineId === undefined ? row.instance : `${row.instance} (${row.machineId})`),
      `${verdictMarks[row.verdict]} ${row.health}`,
      scrapeAge(row, outcome),
      escapeCell(row.error),
    ]);
  const table = markdownTable(['Job', 'Instance', 'Health', 'Last scrape', 'Error'], cells);
  return rows.length > mostRows
    ? `${table}\n\n_${rows.length - mostRows} more targets are in the JSON report._`
    : table;
}

function checksTable({ checks }: Verified): string {
  const rows = checks.map(({ name, verdict, blame, evidence }) => [
    escapeCell(name),
    `${verdictMarks[verdict]} ${verdict}`,
    verdict === 'fail' ? blame : '',
    escapeCell(evidence),
  ]);
  return markdownTable(['Check', 'Verdict', 'Blames', 'What was seen'], rows);
}

function footnote({ server, plan, looks, startedMs, finishedMs, targets }: Verified): string {
  const since = plan.sinceMs === 0 ? 'at any time' : `after ${new Date(plan.sinceMs).toISOString()}`;
  const others = targets?.unexpectedJobs ?? [];
  const also = others.length === 0 ? '' : ` Also scraped: ${others.join(', ')}.`;
  const took = `${formatDuration(finishedMs - startedMs)} of ${formatDuration(plan.timeoutMs)}, ${looks} looks`;
  return `Prometheus ${server.version ?? ''} at ${server.address}; scrapes ${since} count; took ${took}.${also}`;
}
