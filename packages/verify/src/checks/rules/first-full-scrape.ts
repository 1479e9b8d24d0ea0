import type { CheckContext } from '../../check-module.js';

/** Of a deploy that was long ago, only the last minutes matter. */
const mostMs = 600_000;
/** Looks in each scrape interval: enough to see every scrape, few enough for thousands of targets. */
const looksPerScrape = 3;
const shortestStepMs = 200;

/** When the slowest target had been scraped once since the deploy, by Prometheus' clock; undefined when nobody can say. */
export async function firstFullScrapeMs({ api, plan, server, nowMs }: CheckContext): Promise<number | undefined> {
  const skewMs = server.clockSkewMs ?? 0;
  const sinceMs = plan.sinceMs + skewMs;
  const windowMs = Math.min(mostMs, nowMs + skewMs - sinceMs);
  if (plan.sinceMs === 0 || windowMs <= 0) return plan.sinceMs === 0 ? 0 : undefined;
  const stepMs = Math.max(shortestStepMs, Math.floor(plan.scrapeIntervalMs / looksPerScrape));
  const windowText = `${Math.ceil(windowMs / stepMs) * stepMs}ms:${stepMs}ms`;
  const first = `min_over_time((timestamp(up) >= ${(sinceMs / 1_000).toFixed(3)})[${windowText}])`;
  const answer = await api.query(`max(${first})`);
  if (answer.kind !== 'ok' || answer.value.type !== 'series') return undefined;
  const seconds = answer.value.series[0]?.points[0]?.value;
  return seconds === undefined ? undefined : seconds * 1_000;
}
