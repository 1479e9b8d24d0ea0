import { type CheckContext, type CheckReport, type CheckResult, checkModule } from '../../check-module.js';
import { metricsOfPanels, metricsOfRules, readMetrics } from '../../repository/metrics-in-repository.js';
import { planPanels } from '../../repository/plan-panels.js';
import { allowEmptyPanelsInput, metricsInput, rulesInput } from '../../repository/repository-inputs.js';
import { readRules } from '../../repository/rule-files.js';
import { isAllowed, parseAllowed } from '../panels/allowed-panels.js';
import { unaskedResult } from '../unasked.js';
import { mergeExpected } from './expected-metric.js';
import { base } from './identity.js';
import { judgeExpected } from './judge-expected.js';
import type { MetricRow } from './judge-metrics.js';

/** A service may register its metrics a little after it first answers. */
const graceMs = 5_000;

export const metrics = checkModule({
  ...base,
  inputs: { ...metricsInput, ...rulesInput, ...allowEmptyPanelsInput },
  prepare: async (own, setup) => {
    const { repository, plan } = setup;
    const allowed = parseAllowed(own.allowEmptyPanels);
    const panels = planPanels(repository.dashboards, plan.scrapeIntervalMs).filter(
      (panel) => !isAllowed(panel, allowed),
    );
    const { groups } = await readRules(own.rules, setup);
    const wanted = await readMetrics(own.metrics, setup);
    const expected = mergeExpected([...wanted, ...(await metricsOfPanels(panels)), ...(await metricsOfRules(groups))]);
    if (expected.length === 0) return { skipped: 'no dashboard, rule or catalogue names a metric' };
    const patienceMs = plan.scrapeIntervalMs + graceMs;
    const ask = async (context: CheckContext): Promise<CheckResult> => {
      const isPending = (context.provedForMs ?? 0) < patienceMs;
      const judged = await judgeExpected(expected, context);
      if (judged.kind === 'unasked') return unaskedResult(base, judged.failure);
      const { check, rows } = judged.verdict;
      return { checks: [check], isPending, report: tell(rows) };
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

function tell(rows: readonly MetricRow[]): CheckReport {
  const waiting = [...new Set(rows.filter(({ state }) => state === 'waiting').map(({ metric }) => metric))];
  const more = waiting.length > mostTold ? ` and ${waiting.length - mostTold} more` : '';
  return {
    lines:
      waiting.length === 0 ? [] : [`Metrics that wait for traffic: ${waiting.slice(0, mostTold).join(', ')}${more}`],
    json: { metrics: rows.map(({ metric, job, state, usedBy }) => ({ metric, job: job ?? null, state, usedBy })) },
  };
}
