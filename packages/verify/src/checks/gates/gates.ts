import { duration, formatDuration, type InputsOf, text } from '@fly-monitoring/kit';
import { type AskCheck, type CheckContext, type CheckResult, checkModule } from '../../check-module.js';
import { loadPromql } from '../../repository/load-promql.js';
import { formatGate } from './gate.js';
import { GateWatch } from './gate-watch.js';
import { base } from './identity.js';
import type { ParsedGates } from './parse-gates.js';
import { reportGates } from './report.js';

const inputs = {
  gates: text({
    help: 'Conditions for the release, one a line: "name: PromQL < 0.01" or "name: PromQL <= 1.2 * before", with " when PromQL >= 50" where there may be too little to judge by. Each series must hold; no data fails.',
  }),
  bake: duration({ help: 'How long gates are watched once everything else is proved.', default: '1m' }),
};
type Own = InputsOf<typeof inputs>;

export const gates = checkModule({
  ...base,
  inputs,
  problems: async ({ gates: lines }) =>
    (await readGates(lines)).problems.map((problem) => `Input "gates", ${problem}.`),
  prepare: async (own, { plan }) => {
    const { gates: wanted } = await readGates(own.gates);
    if (wanted.length === 0) return { skipped: 'no gates were given', hint: '' };
    return {
      when: 'proved',
      needsQueries: true,
      extraMs: own.bake + graceMs,
      steps: wanted.map((gate) => `Would watch for ${formatDuration(own.bake)} the gate ${formatGate(gate)}`),
      start: async (first) => watchGates(own, await GateWatch.open(wanted, { first, bakeMs: own.bake, plan })),
    };
  },
});

async function readGates(lines: string | undefined): Promise<ParsedGates> {
  if (lines === undefined) return { gates: [], problems: [] };
  const { parseGates } = await loadPromql();
  return parseGates(lines);
}

/** The last answer comes a little after the bake is over. */
const graceMs = 5_000;

/** A gate that is broken ends the wait; one that holds is watched to the end. */
function watchGates({ bake }: Own, watch: GateWatch): AskCheck {
  let provedAtMs: number | undefined;
  return async (context: CheckContext): Promise<CheckResult> => {
    provedAtMs ??= context.nowMs;
    const isBaking = context.nowMs - provedAtMs < bake;
    const results = await watch.poll(context, provedAtMs);
    const { check, isFinal, ...report } = reportGates(results, watch.bakedMs(context, provedAtMs));
    if (isFinal) return { checks: [check], report };
    if (!isBaking) return { checks: [check], report };
    const left = `${Math.ceil((provedAtMs + bake - context.nowMs) / 1_000)} s of the bake are left`;
    const open = { ...base, verdict: 'inconclusive', evidence: `${left}; ${check.evidence}`, hint: bakeHint } as const;
    return { checks: [open], isPending: true, report };
  };
}

const bakeHint = 'Raise input "timeout", or shorten input "bake": a gate that was not watched to its end is not green.';
