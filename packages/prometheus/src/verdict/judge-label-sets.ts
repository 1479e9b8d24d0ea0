import type { ActiveTarget } from '../api/targets.js';
import type { Check } from './check.js';

/** Two targets with one label set write into one series: both look healthy, and neither is seen. */
export function judgeLabelSets(targets: readonly ActiveTarget[]): Check {
  const shared = groupsOfMany(targets, ({ labels }) => JSON.stringify(Object.entries(labels).sort()));
  const base = { name: 'label-sets', blame: 'monitoring' } as const;
  if (shared.length === 0)
    return { ...base, verdict: 'pass', evidence: `${targets.length} distinct label sets`, hint: '' };
  const clashes = shared.map((group) => group.map(({ scrapeUrl }) => scrapeUrl).join(' and '));
  return {
    ...base,
    verdict: 'fail',
    evidence: `Targets with equal labels, whose samples overwrite each other: ${clashes.join('; ')}`,
    hint: 'Let instance keep the address of each machine: take the relabelling out that makes them equal, or add a label that tells them apart.',
  };
}

function groupsOfMany<T>(items: readonly T[], key: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}
