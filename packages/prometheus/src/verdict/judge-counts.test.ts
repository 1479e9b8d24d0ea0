import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ActiveTarget } from '../api/targets.js';
import { judgeCounts } from './judge-counts.js';
import { judgeLabelSets } from './judge-label-sets.js';
import { judgeTargets } from './judge-targets.js';

const sinceMs = 1_000;
interface FakeTarget {
  readonly instance: string;
  readonly health: ActiveTarget['health'];
  readonly lastScrapeMs: number;
}

const target: fc.Arbitrary<FakeTarget> = fc.record({
  instance: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  health: fc.constantFrom<ActiveTarget['health'][]>('up', 'up', 'up', 'down', 'unknown'),
  lastScrapeMs: fc.constantFrom(2_000, 2_000, 2_000, 500),
});

const expectation = fc.oneof(
  fc.record({ kind: fc.constant('exactly' as const), count: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('at-least' as const), count: fc.integer({ min: 1, max: 4 }) }),
);

function activeTarget({ instance, health, lastScrapeMs }: FakeTarget): ActiveTarget {
  return {
    scrapePool: 'web',
    instance,
    labels: { job: 'web', instance: instance },
    scrapeUrl: `http://${instance}:1/metrics`,
    health,
    lastError: health === 'up' ? '' : 'connection refused',
    lastScrapeMs,
    lastScrapeDurationMs: 1,
    scrapeIntervalMs: 1_000,
    scrapeTimeoutMs: 1_000,
  };
}

/** What PromQL would count: targets with equal labels are one series, whose last writer wins. */
function countsOf(targets: readonly ActiveTarget[]) {
  const series = new Map(targets.map((one) => [one.instance, one]));
  const fresh = [...series.values()].filter(
    ({ health, lastScrapeMs }) => health === 'up' && (lastScrapeMs ?? 0) >= sinceMs,
  );
  return { targets: targets.length, known: series.size, fresh: fresh.length, oldestScrapeMs: 0 };
}

test('what counting proves, the list proves too', () => {
  fc.assert(
    fc.property(fc.array(target, { maxLength: 5 }), expectation, (some, wanted) => {
      const activeTargets = some.map(activeTarget);
      const job = { name: 'web', expectation: wanted };
      const counted = judgeCounts(job, countsOf(activeTargets));
      const listed = judgeTargets({ jobs: [job], activeTargets, sinceMs, clockSkewMs: 0 });
      const isListedGreen = listed.verdict === 'pass' && judgeLabelSets(activeTargets).verdict === 'pass';
      expect(counted !== undefined).toBe(isListedGreen);
    }),
  );
});
