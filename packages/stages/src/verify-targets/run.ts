import { type RawInputs, type StageTools, type WaitPlan, waitUntil } from '@fly-monitoring/kit';
import { type Check, isFinal, overallVerdict, prometheusApi, type TargetsVerdict } from '@fly-monitoring/prometheus';
import { askPanels } from './ask-panels.js';
import { checksOf } from './checks.js';
import { explainRefusals } from './explain-refusals.js';
import type { VerifyInputs } from './inputs.js';
import { askMachines, type FlyAccess, flyctlIfAny } from './machines.js';
import { type Look, Observer } from './observer.js';
import { type Access, openAccess } from './open-access.js';
import type { VerifyOutcome } from './outcome.js';
import type { VerifyPlan } from './plan.js';
import { progressOf } from './progress.js';

export interface VerifyWork {
  readonly inputs: VerifyInputs;
  readonly plan: VerifyPlan;
  readonly environment: RawInputs['environment'];
}

/** Looks until everything is proved, nothing can change any more, or the time is up. */
export async function runVerify(work: VerifyWork, tools: StageTools): Promise<VerifyOutcome> {
  const { inputs, plan, environment } = work;
  if (inputs.dryRun) return { kind: 'planned', plan };
  const startedMs = tools.clock.now();
  const token = inputs.flyMonitoringApiToken ?? inputs.flyApiToken;
  const access = await openAccess(plan.access, { token, environment }, tools);
  if (access.kind === 'closed') return noAccess(plan, access, { startedMs, finishedMs: tools.clock.now() });
  try {
    return await observe(work, access, { startedMs, tools });
  } finally {
    await access.close();
  }
}

interface Start {
  readonly startedMs: number;
  readonly tools: StageTools;
}

async function observe(
  { inputs, plan, environment }: VerifyWork,
  access: Access & { readonly kind: 'open' },
  { startedMs, tools }: Start,
): Promise<VerifyOutcome> {
  const api = prometheusApi({ http: tools.http, baseUrl: access.url, auth: inputs.auth });
  const fly = { token: inputs.flyApiToken, environment };
  const observer = new Observer({ api, plan, tools, askMachines: () => askMachines(plan.apps, fly, tools) });
  tools.log.info(`Looking at Prometheus at ${access.address}`);
  const { look: last, looks } = await lookUntilSettled(observer, plan, tools);
  const look = await explained(last, fly, tools);
  const panels = look.kind === 'seen' ? await askPanels(plan.panels, api) : [];
  const { version, clockSkewMs } = observer;
  const server = { address: access.address, version, clockSkewMs };
  const finishedMs = tools.clock.now();
  const checks = checksOf({ server, look, panels, nowMs: finishedMs });
  const targets = look.kind === 'seen' ? look.targets : undefined;
  const verdict = overallVerdict(checks.map((check) => check.verdict));
  return { kind: 'verified', plan, verdict, server, checks, targets, panels, looks, startedMs, finishedMs };
}

/** Looks into the machines that refuse, where Fly lets us. */
async function explained(look: Look, fly: FlyAccess, tools: StageTools): Promise<Look> {
  if (look.kind !== 'seen' || look.machines.kind !== 'known' || !hasRefusals(look.targets)) return look;
  const flyctl = await flyctlIfAny(fly, tools);
  if (flyctl === undefined) return look;
  return { ...look, targets: await explainRefusals(look.targets, look.machines, flyctl) };
}

function hasRefusals({ jobs }: TargetsVerdict): boolean {
  return jobs.some(({ rows }) =>
    rows.some(({ failure, machineId }) => failure === 'refused' && machineId !== undefined),
  );
}

/** The last look, whatever it showed. */
async function lookUntilSettled(
  observer: Observer,
  plan: VerifyPlan,
  { clock, log }: StageTools,
): Promise<{ readonly look: Look; readonly looks: number }> {
  let told = '';
  let last: Look | undefined;
  const beat: WaitPlan = {
    budgetMs: plan.timeoutMs,
    firstDelayMs: plan.intervalMs,
    maxDelayMs: plan.intervalMs,
    factor: 1,
  };
  const waited = await waitUntil<Look>(clock, beat, async () => {
    const look = await observer.look();
    last = look;
    const line = progressOf(look);
    if (line !== told) log.info(line);
    told = line;
    if (isProved(look)) return { kind: 'done', value: look };
    return { kind: isSettled(look) ? 'final' : 'retry', observed: line };
  });
  // There is always at least one look.
  return { look: last ?? (await observer.look()), looks: waited.attempts };
}

function isProved(look: Look): boolean {
  if (look.kind === 'unanswered') return false;
  const { targets, labelSets, samples } = look;
  return (
    targets.verdict === 'pass' &&
    labelSets.verdict === 'pass' &&
    samples.verdict !== 'fail' &&
    samples.verdict !== 'inconclusive'
  );
}

/** Nothing that more looks could change. */
function isSettled(look: Look): boolean {
  if (look.kind === 'unanswered') return isFinal(look.failure);
  return look.targets.verdict !== 'pass' && !look.targets.isPending;
}

function noAccess(
  plan: VerifyPlan,
  { address, reason, hint }: Access & { readonly kind: 'closed' },
  times: { readonly startedMs: number; readonly finishedMs: number },
): VerifyOutcome {
  const check: Check = { name: 'prometheus', verdict: 'inconclusive', blame: 'network', evidence: reason, hint };
  const server = { address, version: undefined, clockSkewMs: undefined };
  return {
    kind: 'verified',
    plan,
    verdict: 'inconclusive',
    server,
    checks: [check],
    targets: undefined,
    panels: [],
    looks: 0,
    ...times,
  };
}
