import type { ActiveTarget } from '@fly-monitoring/prometheus';
import { groupsOfMany } from './groups-of-many.js';

/** Targets of one job that are the same address under two names: one service is counted twice, or another not at all. */
export function sharedScrapeUrls(targets: readonly ActiveTarget[]): readonly string[] {
  return groupsOfMany(targets, ({ scrapePool, scrapeUrl }) => JSON.stringify([scrapePool, scrapeUrl])).flatMap(
    ([first, ...others]) =>
      first === undefined ? [] : [`${first.scrapePool} scrapes ${first.scrapeUrl} ${others.length + 1} times`],
  );
}
