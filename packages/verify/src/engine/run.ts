import type { RawInputs, StageTools } from '@fly-monitoring/kit';
import { prometheusApi } from '@fly-monitoring/prometheus';
import type { VerifyInputs } from '../base-inputs.js';
import { type Check, overallVerdict } from '../check.js';
import type { CheckContext } from '../check-module.js';
import type { Verified, VerifyOutcome } from '../outcome.js';
import { describePlan, type VerifyPlan } from '../plan.js';
import { askMachines, flyctlIfAny } from '../targets/machines.js';
import { CheckSession, type ReadyCheck } from './check-session.js';
import { Observer, type Snapshot } from './observer.js';
import { type Access, openAccess } from './open-access.js';
import { unansweredCheck } from './unanswered.js';
import { watchChecks } from './watch-checks.js';

export interface VerifyWork {
  readonly inputs: VerifyInputs;
  readonly plan: VerifyPlan;
  readonly checks: readonly ReadyCheck[];
  readonly environment: RawInputs['environment'];
}

export async function runVerify(work: VerifyWork, tools: StageTools): Promise<VerifyOutcome> {
  const { inputs, plan, checks, environment } = work;
  if (inputs.dryRun) {
    const steps = checks.flatMap(({ prepared }) => ('when' in prepared ? (prepared.steps ?? []) : []));
    return { kind: 'planned', lines: describePlan(plan, steps) };
  }
  const startedMs = tools.clock.now();
  const token = inputs.flyMonitoringApiToken ?? inputs.flyApiToken;
  const access = await openAccess(plan.access, { token, environment, inputs }, tools);
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
  { inputs, plan, checks, environment }: VerifyWork,
  access: Access & { readonly kind: 'open' },
  { startedMs, tools }: Start,
): Promise<Verified> {
  const api = prometheusApi({ http: tools.http, baseUrl: access.url, auth: inputs.auth });
  const fly = { token: inputs.flyApiToken, environment, inputs };
  const observer = new Observer({ api, plan, tools, askMachines: () => askMachines(plan.apps, fly, tools) });
  const session = new CheckSession(checks);
  const anonymous = prometheusApi({ http: tools.http, baseUrl: access.url });
  const context = ({ kind: _, ...snapshot }: Snapshot, provedForMs: number | undefined): CheckContext => ({
    ...snapshot,
    api,
    anonymous,
    plan,
    tools,
    provedForMs,
    server: observer.server(access.address),
    nowMs: tools.clock.now(),
    flyctl: () => flyctlIfAny(fly, tools),
  });
  const { poll, looks, overMs } = await tools.log.group(`Looking at Prometheus at ${access.address}`, () =>
    watchChecks({ observer, session, plan, tools, context }),
  );
  const results = poll.kind === 'seen' ? session.resultsAt(overMs) : [{ checks: [unansweredCheck(poll.failure)] }];
  const seen = poll.kind === 'seen' ? poll.targets : undefined;
  return {
    kind: 'verified',
    plan,
    verdict: overallVerdict(results.flatMap((result) => result.checks).map(({ verdict }) => verdict)),
    server: observer.server(access.address),
    checks: results.flatMap((result) => result.checks),
    targets: results.map(({ targets }) => targets).findLast((targets) => targets !== undefined) ?? seen,
    reports: results.flatMap(({ report }) => report ?? []),
    looks,
    startedMs,
    finishedMs: tools.clock.now(),
  };
}

function noAccess(
  plan: VerifyPlan,
  { address, reason, hint }: Access & { readonly kind: 'closed' },
  times: { readonly startedMs: number; readonly finishedMs: number },
): Verified {
  const check: Check = { name: 'prometheus', verdict: 'inconclusive', blame: 'network', evidence: reason, hint };
  const server = { address, version: undefined, clockSkewMs: undefined, flags: {}, isAgent: false };
  const nothing = { targets: undefined, reports: [], looks: 0 };
  return { kind: 'verified', plan, verdict: 'inconclusive', server, checks: [check], ...nothing, ...times };
}
