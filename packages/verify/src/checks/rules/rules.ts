import type { WrittenRuleGroup } from '@fly-monitoring/prometheus';
import { type AskCheck, type CheckContext, checkModule } from '../../check-module.js';
import { rulesInput } from '../../repository/repository-inputs.js';
import { readRules } from '../../repository/rule-files.js';
import { unaskedResult } from '../unasked.js';
import { firstFullScrapeMs } from './first-full-scrape.js';
import { base } from './identity.js';
import { judgeRules } from './judge-rules.js';

/** For groups that are evaluated less often nobody waits. */
const mostPatienceMs = 60_000;
/** An evaluation takes time, and Prometheus tells of it a little later. */
const graceMs = 2_000;

export const rules = checkModule({
  ...base,
  inputs: rulesInput,
  prepare: async (own, setup) => {
    const { groups, reason } = await readRules(own.rules, setup);
    if (groups.length === 0) return { skipped: reason };
    const patienceMs = patienceFor(groups, setup.repository.config?.evaluationIntervalMs ?? mostPatienceMs);
    return {
      when: 'proved',
      needsQueries: true,
      extraMs: patienceMs,
      steps: [`Would want ${groups.length} rule groups loaded, healthy and evaluated.`],
      start: () => watchRules(groups, patienceMs),
    };
  },
});

function patienceFor(groups: readonly WrittenRuleGroup[], usualMs: number): number {
  const longest = Math.max(...groups.map(({ intervalMs = usualMs }) => intervalMs));
  return Math.min(longest, mostPatienceMs) + graceMs;
}

function watchRules(wanted: readonly WrittenRuleGroup[], patienceMs: number): AskCheck {
  let firstScrapeMs: number | undefined;
  return async (context: CheckContext) => {
    const answer = await context.api.rules();
    if (answer.kind !== 'ok') return unaskedResult(base, answer);
    firstScrapeMs ??= await firstFullScrapeMs(context);
    const nowMs = context.nowMs + (context.server.clockSkewMs ?? 0);
    const provedForMs = context.provedForMs ?? 0;
    const deadlineMs = nowMs - provedForMs + patienceMs;
    const { check, isPending } = judgeRules({
      wanted,
      loaded: answer.value,
      firstFullScrapeMs: firstScrapeMs,
      deadlineMs,
    });
    return { checks: [check], isPending: isPending && provedForMs < patienceMs };
  };
}
