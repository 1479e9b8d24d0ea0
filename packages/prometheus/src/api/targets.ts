import {
  asNumber,
  asText,
  either,
  fields,
  listOf,
  oneOf,
  parseDuration,
  type Read,
  recordOf,
} from '@fly-monitoring/kit';
import { asTime } from './time.js';

export type TargetHealth = 'up' | 'down' | 'unknown';
export type Labels = Readonly<Record<string, string>>;

export interface ActiveTarget {
  /** Name of the job in the configuration; relabelling cannot change it, unlike the label `job`. */
  readonly scrapePool: string;
  readonly instance: string;
  readonly labels: Labels;
  readonly scrapeUrl: string;
  readonly health: TargetHealth;
  readonly lastError: string;
  /** By Prometheus' clock; undefined before the first scrape. */
  readonly lastScrapeMs: number | undefined;
  readonly lastScrapeDurationMs: number;
  readonly scrapeIntervalMs: number | undefined;
  readonly scrapeTimeoutMs: number | undefined;
}

const asActiveTarget: Read<ActiveTarget> = (value, path) => {
  const read = fields({
    scrapePool: asText,
    labels: recordOf(asText),
    scrapeUrl: asText,
    health: oneOf('up', 'down', 'unknown'),
    lastError: asText,
    lastScrape: asTime,
    lastScrapeDuration: asNumber,
    scrapeInterval: either(asText, ''),
    scrapeTimeout: either(asText, ''),
  })(value, path);
  return {
    scrapePool: read.scrapePool,
    instance: read.labels['instance'] ?? read.scrapeUrl,
    labels: read.labels,
    scrapeUrl: read.scrapeUrl,
    health: read.health,
    lastError: read.lastError,
    lastScrapeMs: read.lastScrape,
    lastScrapeDurationMs: read.lastScrapeDuration * 1_000,
    scrapeIntervalMs: parseDuration(read.scrapeInterval),
    scrapeTimeoutMs: parseDuration(read.scrapeTimeout),
  };
};

export const asActiveTargets: Read<readonly ActiveTarget[]> = (value, path) =>
  fields({ activeTargets: listOf(asActiveTarget) })(value, path).activeTargets;
