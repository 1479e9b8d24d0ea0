import type { Blame, Check } from '../check.js';
import type { Verified } from '../outcome.js';
import type { TargetRow } from '../targets/expectation.js';

/** Those that are wrong first: tables may be cut at their end. */
export function rowsOf({ targets }: Verified): readonly TargetRow[] {
  const rows = targets?.jobs.flatMap((job) => job.rows) ?? [];
  return [...rows.filter(({ verdict }) => verdict === 'fail'), ...rows.filter(({ verdict }) => verdict !== 'fail')];
}

export interface TargetCount {
  readonly up: number;
  readonly total: number;
}

/** Sleeping machines are not counted: nobody expects them to be up. */
export function countTargets(outcome: Verified): TargetCount {
  const rows = rowsOf(outcome).filter(({ health }) => health !== 'asleep');
  const counted = outcome.targets?.jobs.reduce((sum, job) => sum + (job.counted?.up ?? 0), 0) ?? 0;
  return { up: rows.filter(({ verdict }) => verdict === 'pass').length + counted, total: rows.length + counted };
}

export function blamesOf({ checks }: Verified): readonly Blame[] {
  return [...new Set(checks.filter(({ verdict }) => verdict === 'fail').map(({ blame }) => blame))].sort();
}

/** Failures, then what is not proved. */
export function openChecks({ checks }: Verified): readonly Check[] {
  const are = (wanted: Check['verdict']) => checks.filter(({ verdict }) => verdict === wanted);
  return [...are('fail'), ...are('inconclusive')];
}

export interface NextStep {
  /** Of all checks that need this step. */
  readonly names: readonly string[];
  readonly hint: string;
}

/** Each step once, however many checks need it. */
export function nextSteps(outcome: Verified): readonly NextStep[] {
  const byHint = new Map<string, string[]>();
  for (const { name, hint } of openChecks(outcome)) byHint.set(hint, [...(byHint.get(hint) ?? []), name]);
  return [...byHint].map(([hint, names]) => ({ names, hint }));
}

/** Seconds before the end of the run, by Prometheus' clock. */
export function scrapeAge({ lastScrapeMs }: TargetRow, { server, finishedMs }: Verified): string {
  if (lastScrapeMs === undefined) return 'never';
  const ageMs = Math.max(0, finishedMs + (server.clockSkewMs ?? 0) - lastScrapeMs);
  return `${(ageMs / 1_000).toFixed(1)} s ago`;
}
