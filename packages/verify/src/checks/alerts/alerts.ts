import type { Answer, QueryResult, Series } from '@fly-monitoring/prometheus';
import { type AskCheck, type Asking, checkModule } from '../../check-module.js';
import { jobLabelOf } from '../metrics/ask-newest.js';
import { unaskedFinding } from '../unasked.js';
import { criticalAlertsQuery, judgeAlerts } from './judge-alerts.js';

const base = { name: 'alerts', blame: 'app' } as const;

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
async function watchAlerts({ api, plan, server }: Asking): Promise<AskCheck> {
  const atMs = plan.sinceMs === 0 ? undefined : plan.sinceMs + (server.clockSkewMs ?? 0) - 1;
  const before = await api.query(criticalAlertsQuery, atMs);
  return async (asking) => {
    const now = await asking.api.query(criticalAlertsQuery);
    if (before.kind !== 'ok') return unaskedFinding(base, before);
    if (now.kind !== 'ok') return unaskedFinding(base, now);
    const jobs = asking.plan.jobs.map(({ name }) => jobLabelOf(asking, name));
    return { checks: [judgeAlerts({ now: seriesIn(now), before: seriesIn(before), jobs })] };
  };
}

function seriesIn(answer: Answer<QueryResult> & { readonly kind: 'ok' }): readonly Series[] {
  return answer.value.type === 'series' ? answer.value.series : [];
}
