import { setTimeout as delay } from 'node:timers/promises';
import { undiciHttp } from '@fly-monitoring/kit';
import { prometheusApi } from '@fly-monitoring/prometheus';

export async function values(url: string, expr: string): Promise<readonly number[]> {
  const answer = await prometheusApi({ http: undiciHttp(), baseUrl: url }).query(expr);
  if (answer.kind !== 'ok' || answer.value.type !== 'series') return [];
  return answer.value.series.flatMap(({ points }) => points.map(({ value }) => value));
}

export async function untilAnswered(url: string, expr: string): Promise<void> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await delay(100)) {
    if ((await values(url, expr)).length > 0) return;
  }
  throw new Error(`${expr} had no answer in time`);
}

/** Of the first evaluation, which comes before the first scrape. */
export async function firstHealth(url: string): Promise<readonly string[]> {
  const api = prometheusApi({ http: undiciHttp(), baseUrl: url });
  for (const deadline = Date.now() + 4_000; Date.now() < deadline; await delay(50)) {
    const answer = await api.rules();
    const rules = answer.kind === 'ok' ? answer.value.flatMap((group) => group.rules) : [];
    if (rules.length > 0 && rules.every(({ lastEvaluationMs }) => lastEvaluationMs !== undefined)) {
      return rules.map(({ health }) => health);
    }
  }
  throw new Error('the rules were not evaluated before the first scrape');
}
