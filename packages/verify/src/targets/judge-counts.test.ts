import type { ActiveTarget } from '@fly-monitoring/prometheus';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judgeLabelSets } from '../checks/label-sets/judge-label-sets.js';
import type { ExpectedMachine } from './expectation.js';
import { areTheirInstances, judgeCounts } from './judge-counts.js';
import { judgeTargets } from './judge-targets.js';

const sinceMs = 1_000;
interface FakeTarget {
  /** Its address too. */
  readonly instance: string;
  /** A label that tells apart what may be one address. */
  readonly shard: string;
  readonly health: ActiveTarget['health'];
  readonly lastScrapeMs: number;
}

const target: fc.Arbitrary<FakeTarget> = fc.record({
  instance: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  shard: fc.constantFrom('0', '0', '1'),
  health: fc.constantFrom<ActiveTarget['health'][]>('up', 'up', 'up', 'down', 'unknown'),
  lastScrapeMs: fc.constantFrom(2_000, 2_000, 2_000, 500),
});

const expectation = fc.oneof(
  fc.record({ kind: fc.constant('exactly' as const), count: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('at-least' as const), count: fc.integer({ min: 1, max: 4 }) }),
);

function activeTarget({ instance, shard, health, lastScrapeMs }: FakeTarget): ActiveTarget {
  return {
    scrapePool: 'web',
    instance,
    labels: { job: 'web', instance, shard },
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
  const series = new Map(targets.map((one) => [JSON.stringify(one.labels), one]));
  const instances = new Set(targets.map(({ instance }) => instance)).size;
  const fresh = [...series.values()].filter(
    ({ health, lastScrapeMs }) => health === 'up' && (lastScrapeMs ?? 0) >= sinceMs,
  );
  return { targets: targets.length, known: series.size, fresh: fresh.length, instances, oldestScrapeMs: 0 };
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

const machine = (address: string, over: Partial<ExpectedMachine> = {}): ExpectedMachine => ({
  id: address,
  address,
  port: 1,
  state: 'started',
  group: 'app',
  standby: false,
  autostop: false,
  ...over,
});

test('of machines, what counting proves, the list proves too', () => {
  const machines = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 });
  fc.assert(
    fc.property(fc.array(target, { maxLength: 5 }), machines, (some, addresses) => {
      const activeTargets = some.map(activeTarget);
      const wanted = addresses.map((address) => machine(address));
      const job = { name: 'web', expectation: { kind: 'machines' as const, machines: wanted } };
      const instances = some.map(({ instance }) => `${instance}:1`);
      const isCounted = judgeCounts(job, countsOf(activeTargets)) !== undefined && areTheirInstances(wanted, instances);
      const listed = judgeTargets({ jobs: [job], activeTargets, sinceMs, clockSkewMs: 0 });
      if (isCounted) expect([listed.verdict, judgeLabelSets(activeTargets).verdict]).toEqual(['pass', 'pass']);
    }),
  );
});

test('machines are their instances in every spelling, and a stranger among as many is found out', () => {
  const machines = [machine('fdaa:0:0:1::2'), machine('[fdaa::3]'), machine('fdaa::9', { standby: true })];
  expect(areTheirInstances(machines, ['[fdaa:0:0:1:0:0:0:2]:9100', '[fdaa::3]:9100'])).toBe(true);
  expect(areTheirInstances(machines, ['[fdaa:0:0:1::2]:9100', '[fdaa::4]:9100'])).toBe(false);
  expect(areTheirInstances(machines, ['web-1', 'web-2'])).toBe(false);
  const ports = [machine('fdaa::2', { port: 9101 }), machine('fdaa::2', { port: 9102 })];
  expect(areTheirInstances(ports, ['[fdaa::2]:9101', '[fdaa::2]:9102'])).toBe(true);
  expect(areTheirInstances(ports, ['[fdaa::2]:9101', '[fdaa::2]:9103'])).toBe(false);
});
