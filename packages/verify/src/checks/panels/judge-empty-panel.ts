import { labelsOfQuery, metricsOfQuery, type NeededLabel } from '@fly-monitoring/contract';
import type { PanelState } from './judge-panels.js';

export type MetricState = 'fresh' | 'waiting' | 'missing';

/** What is known about the series that a panel asks for. */
export interface SeriesKnown {
  stateOf(metric: string): MetricState;
  /** Whether the metric has such a label. */
  hasLabel(needed: NeededLabel): boolean;
}

/** Why a panel shows nothing: it waits for traffic, or for a series that does not exist. */
export function judgeEmptyPanel(state: PanelState, expr: string, known: SeriesKnown): PanelState {
  if (state.kind !== 'empty' && state.kind !== 'nan') return state;
  const missing = metricsOfQuery(expr).filter((name) => known.stateOf(name) === 'missing');
  if (missing.length > 0) return { kind: 'missing', detail: `no service exposes ${missing.join(', ')}` };
  const wrong = labelsOfQuery(expr).find((one) => known.stateOf(one.metric) === 'fresh' && !known.hasLabel(one));
  if (wrong !== undefined)
    return { kind: 'missing', detail: `no series of ${wrong.metric} has a label ${wrong.label}` };
  return { kind: 'waiting', detail: state.kind === 'nan' ? 'NaN, waiting for traffic' : 'empty, waiting for traffic' };
}
