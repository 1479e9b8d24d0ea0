import { type Asking, checkModule, type Finding, type Told } from '../../check-module.js';
import { metricsOfPanels, metricsOfRules, readMetrics } from '../../repository/metrics-in-repository.js';
import { planPanels } from '../../repository/plan-panels.js';
import { allowEmptyPanelsInput, metricsInput, rulesInput } from '../../repository/repository-inputs.js';
import { readRules } from '../../repository/rule-files.js';
import { isAllowed, parseAllowed } from '../panels/allowed-panels.js';
import { unaskedFinding } from '../unasked.js';
import { mergeExpected } from './expected-metric.js';
import { judgeExpected } from './judge-expected.js';
import type { MetricRow } from './judge-metrics.js';

const base = { name: 'metrics', blame: 'app' } as const;
/** A service may register its metrics a little after it first answers. */
const graceMs = 5_000;

export const metrics = checkModule({
  ...base,
  inputs: { ...metricsInput, ...rulesInput, ...allowEmptyPanelsInput },
  prepare: async (own, preparing) => {
    const { material, plan } = preparing;
    const allowed = parseAllowed(own.allowEmptyPanels);
    const panels = planPanels(material.dashboards, plan.scrapeIntervalMs).filter((panel) => !isAllowed(panel, allowed));
    const { groups } = await readRules(own.rules, preparing);
    const wanted = await readMetrics(own.metrics, preparing);
    const expected = mergeExpected([...wanted, ...(await metricsOfPanels(panels)), ...(await metricsOfRules(groups))]);
    if (expected.length === 0) return { skipped: 'no dashboard, rule or catalogue names a metric' };
    const patienceMs = plan.scrapeIntervalMs + graceMs;
    const ask = async (asking: Asking): Promise<Finding> => {
      const isPending = (asking.provedForMs ?? 0) < patienceMs;
      const judged = await judgeExpected(expected, asking);
      if (judged.kind === 'unasked') return unaskedFinding(base, judged.failure);
      const { check, rows } = judged.verdict;
      return { checks: [check], isPending, told: tell(rows) };
    };
    return {
      when: 'proved',
      needsQueries: true,
      extraMs: patienceMs,
      steps: [`Would want ${expected.length} metrics in the last scrapes.`],
      start: () => ask,
    };
  },
});

const mostTold = 10;

function tell(rows: readonly MetricRow[]): Told {
  const waiting = [...new Set(rows.filter(({ state }) => state === 'waiting').map(({ metric }) => metric))];
  const more = waiting.length > mostTold ? ` and ${waiting.length - mostTold} more` : '';
  return {
    lines:
      waiting.length === 0 ? [] : [`Metrics that wait for traffic: ${waiting.slice(0, mostTold).join(', ')}${more}`],
    json: { metrics: rows.map(({ metric, job, state, usedBy }) => ({ metric, job: job ?? null, state, usedBy })) },
  };
}
