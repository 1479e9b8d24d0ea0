import type { ExpectedJob, ExpectedMachine, JobVerdict } from './expectation.js';
import { normalHost, placeOf } from './target-place.js';

/** What a few queries tell about a job, however many targets it has. */
export interface JobCounts {
  /** Targets that discovery gave to the scraper, by Prometheus' own metrics. */
  readonly targets: number;
  /** Series `up`. */
  readonly known: number;
  /** Series `up` that are 1 and fresh. */
  readonly fresh: number;
  /** Different values of the label `instance`: an address that is scraped twice under other labels has one. */
  readonly instances: number;
  /** The oldest of their last scrapes, by the server's clock. */
  readonly oldestScrapeMs: number;
}

/**
 * A job is proved by counting when its targets, its series, its instances and its fresh successes are equally many: a
 * target that is down, stale or gone, and two that write into one series or are one address, all make one of the numbers
 * smaller or larger. Whether they are the right machines is told by {@link areTheirInstances}.
 * @returns undefined when counting does not prove it, so that somebody must look at the targets themselves
 */
export function judgeCounts({ name, expectation }: ExpectedJob, counts: JobCounts): JobVerdict | undefined {
  const { targets, known, fresh, instances, oldestScrapeMs } = counts;
  if (targets === 0 || [known, fresh, instances].some((count) => count !== targets)) return undefined;
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

/**
 * Is each machine that should be up one of the instances? As many of both, then none of them is a stranger. Relabelling
 * may move a target to another port, so the port counts only where a job has several.
 */
export function areTheirInstances(machines: readonly ExpectedMachine[], instances: readonly string[]): boolean {
  const isOnePort = new Set(machines.map(({ port }) => port)).size <= 1;
  const nameOf = (host: string, port: number) => (isOnePort ? normalHost(host) : `${normalHost(host)} ${port}`);
  const places = instances.map((instance) => placeOf(`http://${instance}/`));
  const scraped = new Set(places.map(({ host, port }) => nameOf(host, port)));
  return machines.every(({ standby, address, port }) => standby || scraped.has(nameOf(address, port)));
}
