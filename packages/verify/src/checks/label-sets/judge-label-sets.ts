import type { ActiveTarget } from '@fly-monitoring/prometheus';
import type { Check } from '../../check.js';
import { groupsOfMany } from './groups-of-many.js';
import { base } from './identity.js';
import { sharedScrapeUrls } from './judge-scrape-urls.js';

const mostNamed = 3;

/**
 * Two targets with one label set write into one series: both look healthy, and neither is seen. One of them may belong to
 * a job that nobody expects any more.
 */
export function judgeLabelSets(targets: readonly ActiveTarget[], others: readonly ActiveTarget[] = []): Check {
  const expected = new Set(targets);
  const shared = groupsOfMany([...targets, ...others], ({ labels }) =>
    JSON.stringify(Object.entries(labels).sort()),
  ).filter((group) => group.some((target) => expected.has(target)));
  if (shared.length > 0) {
    return {
      ...base,
      verdict: 'fail',
      evidence: `Targets with equal labels, whose samples overwrite each other: ${firstOf(shared.map(clashWords))}`,
      hint: 'Let instance keep the address of each machine: take the relabelling out that makes them equal, or add a label that tells them apart; a job that the configuration no longer has goes when the monitoring app is deployed.',
    };
  }
  const twice = sharedScrapeUrls(targets);
  if (twice.length === 0) {
    return { ...base, verdict: 'pass', evidence: `${targets.length} distinct label sets and addresses`, hint: '' };
  }
  const hint =
    'One machine answers for several targets: look for names that overlap (two regions, a name and its group), or relabelling of __address__.';
  return { ...base, verdict: 'fail', evidence: `One address, several targets: ${firstOf(twice)}`, hint };
}

function clashWords(group: readonly ActiveTarget[]): string {
  const isOneJob = new Set(group.map(({ scrapePool }) => scrapePool)).size === 1;
  const names = group.map(({ scrapePool, scrapeUrl }) => (isOneJob ? scrapeUrl : `${scrapePool} ${scrapeUrl}`));
  return names.join(' and ');
}

function firstOf(items: readonly string[]): string {
  const more = items.length > mostNamed ? `; and ${items.length - mostNamed} more` : '';
  return `${items.slice(0, mostNamed).join('; ')}${more}`;
}
