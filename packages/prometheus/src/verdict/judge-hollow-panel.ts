import type { PanelState } from './judge-panels.js';
import { metricsOfQuery } from './metrics/metrics-of-query.js';

export type MetricState = 'fresh' | 'waiting' | 'missing';

/** Why a panel shows nothing: it waits for traffic, or for a series that does not exist. */
export function judgeHollowPanel(
  state: PanelState,
  expr: string,
  stateOf: (metric: string) => MetricState,
): PanelState {
  if (state.kind !== 'empty' && state.kind !== 'nan') return state;
  const missing = metricsOfQuery(expr).filter((name) => stateOf(name) === 'missing');
  if (missing.length > 0) return { kind: 'missing', detail: `no service exposes ${missing.join(', ')}` };
  return { kind: 'waiting', detail: state.kind === 'nan' ? 'NaN, waiting for traffic' : 'empty, waiting for traffic' };
}
