import type { Answer, QueryResult, Series } from '@fly-monitoring/prometheus';
import { type AskCheck, type CheckContext, checkModule } from '../../check-module.js';
import { jobLabelOf } from '../metrics/ask-newest.js';
import { unaskedResult } from '../unasked.js';
import { base } from './identity.js';
import { criticalAlertsQuery, judgeAlerts } from './judge-alerts.js';

export const alerts = checkModule({
  ...base,
  inputs: {},
  prepare: () => ({
    when: 'proved',
    needsQueries: true,
    steps: ['Would want no critical alert that did not fire before.'],
    start: watchAlerts,
  }),
});

/** What fired before the deploy is not its fault; without a known deploy, what fires at the first look. */
async function watchAlerts({ api, plan, server }: CheckContext): Promise<AskCheck> {
  const atMs = plan.sinceMs === 0 ? undefined : plan.sinceMs + (server.clockSkewMs ?? 0) - 1;
  const before = await api.query(criticalAlertsQuery, atMs);
  return async (context) => {
    const now = await context.api.query(criticalAlertsQuery);
    if (before.kind !== 'ok') return unaskedResult(base, before);
    if (now.kind !== 'ok') return unaskedResult(base, now);
    const jobs = context.plan.jobs.map(({ name }) => jobLabelOf(context, name));
    return { checks: [judgeAlerts({ now: seriesIn(now), before: seriesIn(before), jobs })] };
  };
}

function seriesIn(answer: Answer<QueryResult> & { readonly kind: 'ok' }): readonly Series[] {
  return answer.value.type === 'series' ? answer.value.series : [];
}
