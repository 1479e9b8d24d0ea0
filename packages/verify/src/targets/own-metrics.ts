import { type Answer, type Exposition, type PrometheusApi, parseExposition } from '@fly-monitoring/prometheus';

/** What a Prometheus says of itself at /metrics, as it is now. */
export async function askOwnMetrics(api: PrometheusApi): Promise<Answer<Exposition>> {
  const answer = await api.metricsText();
  return answer.kind === 'ok' ? { ...answer, value: parseExposition(answer.value) } : answer;
}
