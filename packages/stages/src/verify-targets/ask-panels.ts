import { judgePanel, type PanelState, type PrometheusApi } from '@fly-monitoring/prometheus';
import type { PlannedPanel } from './plan-panels.js';

export interface PanelResult {
  readonly panel: PlannedPanel;
  readonly state: PanelState;
}

/** At once; a small Prometheus evaluates twenty by default. */
const concurrency = 4;

/** Runs each query once, and a second time where Prometheus gave no answer. */
export async function askPanels(panels: readonly PlannedPanel[], api: PrometheusApi): Promise<readonly PanelResult[]> {
  const results: PanelResult[] = [];
  for (let start = 0; start < panels.length; start += concurrency) {
    const batch = panels.slice(start, start + concurrency);
    results.push(...(await Promise.all(batch.map(async (panel) => ({ panel, state: await askTwice(panel, api) })))));
  }
  return results;
}

async function askTwice({ expr }: PlannedPanel, api: PrometheusApi): Promise<PanelState> {
  const state = judgePanel(await api.query(expr));
  return state.kind === 'unasked' && !state.isFinal ? judgePanel(await api.query(expr)) : state;
}
