import type { Matcher } from '@fly-monitoring/prometheus';
import { analyzeQuery } from '@fly-monitoring/prometheus/promql';
import { metricsOfQuery } from './metrics-of-query.js';

export interface NeededLabel {
  readonly metric: string;
  readonly label: string;
}

/** Labels that the series of a metric must have for the query to find any: those it compares with something. */
export function labelsOfQuery(expr: string): readonly NeededLabel[] {
  const metrics = new Set(metricsOfQuery(expr));
  const needed = new Map<string, NeededLabel>();
  for (const { metric, matchers } of analyzeQuery(expr).selectors) {
    if (metric === undefined || !metrics.has(metric)) continue;
    for (const { name: label } of matchers.filter(wantsValue)) needed.set(`${metric} ${label}`, { metric, label });
  }
  return [...needed.values()];
}

/** `=~".*"` and `=""` are content with a label that is not there. */
function wantsValue({ name, operator, value }: Matcher): boolean {
  if (name === '__name__' || value === '') return false;
  return operator === '=' || (operator === '=~' && !matchesNothing(value));
}

function matchesNothing(pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test('');
  } catch {
    // RE2 knows forms that JavaScript does not; what is not understood is not held against the panel.
    return true;
  }
}

/** Has an answer when the metric has such a label. */
export function labelQuery({ metric, label }: NeededLabel): string {
  return `group({__name__=${JSON.stringify(metric)},${label}!=""})`;
}
