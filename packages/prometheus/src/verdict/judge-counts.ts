import type { ExpectedJob, ExpectedMachine, JobVerdict } from './expectation.js';

/** What a few queries tell about a job, however many targets it has. */
export interface JobCounts {
  /** Targets that discovery gave to the scraper, by Prometheus' own metrics. */
  readonly targets: number;
  /** Series `up`. */
  readonly known: number;
  /** Series `up` that are 1 and fresh. */
  readonly fresh: number;
  /** The oldest of their last scrapes, by the server's clock. */
  readonly oldestScrapeMs: number;
}

/**
 * A job is proved by counting when its targets, its series and its fresh successes are equally many: a target that is
 * down, stale or gone, and two that write into one series, all make one of the numbers smaller or larger.
 * @returns undefined when counting does not prove it, so that somebody must look at the targets themselves
 */
export function judgeCounts({ name, expectation }: ExpectedJob, counts: JobCounts): JobVerdict | undefined {
  const { targets, known, fresh, oldestScrapeMs } = counts;
  if (targets === 0 || known !== targets || fresh !== targets) return undefined;
  const isExpected =
    expectation.kind === 'machines'
      ? areAllStarted(expectation.machines, targets)
      : expectation.kind === 'exactly'
        ? targets === expectation.count
        : targets >= expectation.count;
  return isExpected ? { job: name, verdict: 'pass', rows: [], counted: { up: targets, oldestScrapeMs } } : undefined;
}

function areAllStarted(machines: readonly ExpectedMachine[], targets: number): boolean {
  const wanted = machines.filter(({ standby }) => !standby);
  return wanted.length === targets && wanted.every(({ state }) => state === 'started');
}
