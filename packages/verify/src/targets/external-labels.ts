import { type Answer, type Labels, parsePrometheusConfig } from '@fly-monitoring/prometheus';
import type { CheckContext } from '../check-module.js';

/** As Prometheus sends them: variables in them are filled in by then. */
export async function externalLabelsOf({ loadedConfig }: CheckContext): Promise<Answer<Labels>> {
  const answer = await loadedConfig();
  if (answer.kind !== 'ok') return answer;
  return { ...answer, value: parsePrometheusConfig(answer.value, { file: '' }).externalLabels };
}
