import { textTable } from '@fly-monitoring/kit';
import type { TargetRow } from '../targets/expectation.js';
import type { Poll } from './observer.js';

const marks: Readonly<Record<TargetRow['verdict'], string>> = { pass: '✔', fail: '✖', inconclusive: '…', skipped: '-' };
/** A table that fills the screen pushes away what was said before it. */
const mostRows = 12;

/** The targets as they are now, for somebody who watches; those that are not proved first. */
export function liveTable(poll: Poll, serverNowMs: number): readonly string[] {
  if (poll.kind === 'unanswered') return [];
  const rows = poll.targets.jobs.flatMap((job) => job.rows);
  const sorted = [
    ...rows.filter(({ verdict }) => verdict !== 'pass'),
    ...rows.filter(({ verdict }) => verdict === 'pass'),
  ];
  if (sorted.length === 0) return [];
  const cells = sorted.slice(0, mostRows).map((row) => cellsOf(row, serverNowMs));
  const more = sorted.length > mostRows ? [`  and ${sorted.length - mostRows} more`] : [];
  return [...textTable(['', 'JOB', 'INSTANCE', 'HEALTH', 'LAST SCRAPE', 'ERROR'], cells), ...more];
}

function cellsOf(row: TargetRow, nowMs: number): readonly string[] {
  const { verdict, isPending, job, instance, health, lastScrapeMs, error } = row;
  const age = lastScrapeMs === undefined ? 'never' : `${Math.max(0, Math.round((nowMs - lastScrapeMs) / 1_000))} s ago`;
  return [isPending ? marks.inconclusive : marks[verdict], job, instance, health, age, error];
}
