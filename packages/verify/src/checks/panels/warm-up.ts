import { formatDuration, list, type StageTools } from '@fly-monitoring/kit';
import type { CheckContext } from '../../check-module.js';

export const warmUpInput = {
  'warm-up': list({
    help: 'Addresses that get a few GET requests before the panels are tried, so that a service without visitors has something to show.',
  }),
};

/** Enough for a rate, and for a percentile to mean something. */
const requests = 5;
const requestTimeoutMs = 10_000;
/** A scrape takes its time after the interval. */
const graceMs = 2_000;

/** Not every address is one that may be asked. */
export function warmUpProblems(urls: readonly string[] | undefined): readonly string[] {
  return (urls ?? [])
    .filter((url) => !/^https?:\/\//.test(url) || !URL.canParse(url))
    .map((url) => `Input "warm-up" names "${url}"; it must be an address such as https://host/path.`);
}

/** Sends the requests once the targets are proved: a rate needs a scrape before and one after. */
export class WarmUp {
  #doneMs: number | undefined;
  #lines: readonly string[] = [];

  constructor(private readonly urls: readonly string[]) {}

  /** What came of it, in words. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  /** How long to wait for a scrape that has seen them; 0 when there is nothing to wait for. */
  async leftMs({ tools, plan, nowMs }: CheckContext): Promise<number> {
    if (this.urls.length === 0) return 0;
    if (this.#doneMs === undefined) {
      this.#lines = await Promise.all(this.urls.map((url) => warm(url, tools)));
      this.#doneMs = tools.clock.now();
    }
    return Math.max(0, this.#doneMs + plan.scrapeIntervalMs + graceMs - nowMs);
  }
}

async function warm(url: string, { http, clock }: StageTools): Promise<string> {
  const started = clock.now();
  let last = '';
  for (let count = 0; count < requests; count++) {
    const answer = await http.send({ url, timeoutMs: requestTimeoutMs });
    last = answer.kind === 'response' ? `${answer.status}` : answer.detail;
  }
  return `Warm-up: ${requests} × GET ${url} in ${formatDuration(clock.now() - started)}, last answer ${last}`;
}
