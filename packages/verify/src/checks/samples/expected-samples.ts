import type { ActiveTarget } from '@fly-monitoring/prometheus';
import type { CheckContext } from '../../check-module.js';
import { largeTargets } from '../../targets/large-jobs.js';
import { alignmentMs } from '../metrics/ask-newest.js';

/** What must be stored of the targets that share a value of the label `job`. */
export interface ExpectedSamples {
  readonly jobLabel: string;
  /** Two targets with equal labels have one series `up`; the check of label sets tells of those. */
  readonly labelSets: number;
  /** Undefined where they are too many to be compared one by one. */
  readonly targets: readonly ActiveTarget[] | undefined;
  /** By Prometheus' clock: older samples prove nothing. */
  readonly floorMs: number;
}

type Facts = Pick<CheckContext, 'targets' | 'activeTargets' | 'plan' | 'server' | 'nowMs'>;

/** Of each target that /api/v1/targets calls up, and of the large jobs that counting proved. */
export function expectedSamples(facts: Facts): readonly ExpectedSamples[] {
  const counted = facts.targets.jobs.flatMap(({ job, counted: counts }): readonly ExpectedSamples[] =>
    counts === undefined
      ? []
      : [{ jobLabel: job, labelSets: counts.up, targets: undefined, floorMs: floorOf(facts, facts.plan.freshForMs) }],
  );
  const isCounted = new Set(counted.map(({ jobLabel }) => jobLabel));
  const listed = byJobLabel(
    facts.activeTargets.filter(({ health, scrapePool }) => health === 'up' && !isCounted.has(scrapePool)),
  );
  return [
    ...counted,
    ...[...listed]
      .filter(([jobLabel]) => !isCounted.has(jobLabel))
      .map(([jobLabel, targets]) => ({
        jobLabel,
        labelSets: new Set(targets.map(({ labels }) => JSON.stringify(Object.entries(labels).sort()))).size,
        targets: targets.length < largeTargets ? targets : undefined,
        floorMs: floorOf(facts, Math.max(...targets.map((target) => freshForMs(target, facts.plan.freshForMs)))),
      })),
  ];
}

function byJobLabel(targets: readonly ActiveTarget[]): ReadonlyMap<string, readonly ActiveTarget[]> {
  const groups = new Map<string, ActiveTarget[]>();
  for (const target of targets) {
    const label = target.labels['job'] ?? '';
    groups.set(label, [...(groups.get(label) ?? []), target]);
  }
  return groups;
}

/** A scrape is stored when it ends, under the time when it began. */
function freshForMs({ scrapeIntervalMs, scrapeTimeoutMs }: ActiveTarget, usualMs: number): number {
  return scrapeIntervalMs === undefined ? usualMs : 2 * scrapeIntervalMs + (scrapeTimeoutMs ?? scrapeIntervalMs);
}

function floorOf({ plan, server, nowMs }: Facts, freshMs: number): number {
  return Math.max(plan.sinceMs, nowMs - freshMs) + (server.clockSkewMs ?? 0) - alignmentMs;
}
