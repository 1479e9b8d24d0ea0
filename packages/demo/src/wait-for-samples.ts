import { systemClock, undiciHttp, waitUntil } from '@fly-monitoring/kit';
import type { PrometheusAccess } from './local-platform.js';

/** Services with two scrapes of requests, and messages with two scrapes: what the rates of the dashboard need. */
const query = [
  'count(sum by (service) (rate(fechatter_http_requests_total[1m])) > 0)',
  '(sum(rate(fechatter_messages_sent_total[1m])) > bool 0)',
].join(' + on() ');
const services = 4;

/** Two scrapes of each target, after DNS was asked and the first scrape had its turn, take about 40 s. */
const plan = { budgetMs: 60_000, firstDelayMs: 1_000, maxDelayMs: 1_000, factor: 1 };

/** Waits until Prometheus has seen every service at work; without it a fresh dashboard would be right, but empty. */
export async function waitForSamples({ url, user, password }: PrometheusAccess): Promise<void> {
  const http = undiciHttp();
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  await waitUntil(systemClock, plan, async () => {
    const answer = await http.send({
      url: `${url}/api/v1/query?query=${encodeURIComponent(query)}`,
      headers: { authorization },
    });
    const seen = answer.kind === 'response' ? seenServices(answer.body) : 0;
    return seen > services ? { kind: 'done', value: seen } : { kind: 'retry', observed: `${seen}` };
  });
}

function seenServices(body: string): number {
  return Number(/"value":\[[\d.]+,"([\d.]+)"\]/.exec(body)?.[1] ?? 0);
}
