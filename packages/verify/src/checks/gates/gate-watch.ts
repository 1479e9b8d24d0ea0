import { parseDuration } from '@fly-monitoring/kit';
import {
  type Answer,
  describeFailure,
  type Failure,
  type PrometheusApi,
  type QueryResult,
  type Series,
} from '@fly-monitoring/prometheus';
import type { CheckContext } from '../../check-module.js';
import type { VerifyPlan } from '../../plan.js';
import { loadPromql } from '../../repository/load-promql.js';
import type { Gate } from './gate.js';
import { type GateReading, type GateResult, judgeGate } from './judge-gate.js';

export interface WatchedGate {
  readonly gate: Gate;
  readonly result: GateResult;
  /** For the chart: from as long before the deploy as the bake lasts, to now. */
  readonly history: readonly Series[];
  /** By Prometheus' clock. */
  readonly deployedMs: number;
}

export interface Bake {
  readonly first: CheckContext;
  readonly bakeMs: number;
  readonly plan: VerifyPlan;
}

/** So many values for a gate are asked for, of before and after. */
const steps = 20;
const shortestStepMs = 1_000;

/** Gates between two looks: what they were before the deploy, and since. */
export class GateWatch {
  private constructor(
    private readonly gates: readonly Gate[],
    private readonly befores: readonly Answer<QueryResult>[],
    private readonly times: { readonly deployedMs: number; readonly bakeMs: number },
  ) {}

  /** `before` is measured now, at the time before the deploy; without a known deploy at this time. */
  static async open(gates: readonly Gate[], { first, bakeMs, plan }: Bake): Promise<GateWatch> {
    const skewMs = first.server.clockSkewMs ?? 0;
    const deployedMs = (plan.sinceMs === 0 ? first.nowMs : plan.sinceMs) + skewMs;
    const befores = await Promise.all(gates.map(({ expr }) => first.api.query(expr, deployedMs - 1)));
    return new GateWatch(gates, befores, { deployedMs, bakeMs });
  }

  bakedMs({ nowMs }: CheckContext, provedAtMs: number): number {
    return Math.min(nowMs - provedAtMs, this.times.bakeMs);
  }

  async poll(context: CheckContext, provedAtMs: number): Promise<readonly WatchedGate[]> {
    return Promise.all(
      this.gates.map((gate, index) => this.#lookAt(gate, this.befores[index], { context, provedAtMs })),
    );
  }

  async #lookAt(
    gate: Gate,
    before: Answer<QueryResult> | undefined,
    { context, provedAtMs }: { readonly context: CheckContext; readonly provedAtMs: number },
  ): Promise<WatchedGate> {
    const { deployedMs, bakeMs } = this.times;
    const { api, server, nowMs } = context;
    const skewMs = server.clockSkewMs ?? 0;
    const endMs = nowMs + skewMs;
    const stepMs = Math.max(shortestStepMs, Math.round(bakeMs / steps / 1_000) * 1_000);
    const startMs = await countsFrom(gate, { deployedMs, provedMs: provedAtMs + skewMs, endMs });
    const window = windowBefore(endMs, { startMs, stepMs });
    const after = await api.queryRange(gate.expr, window);
    const chart = windowBefore(endMs, { startMs: deployedMs - bakeMs, stepMs });
    const history = seriesIn(await api.queryRange(gate.expr, coarse(chart)));
    const failure = [after, before].flatMap((answer) => (answer === undefined || answer.kind === 'ok' ? [] : [answer]));
    if (failure[0] !== undefined) return { gate, result: unasked(failure[0]), history, deployedMs };
    const samples = await samplesOf(gate, api);
    const result = judgeGate(gate, { series: seriesIn(after), window, before: seriesIn(before), samples });
    return { gate, result, history, deployedMs };
  }
}

type Window = GateReading['window'];

/** Steps are laid backwards from the end, so that the last value is the newest. */
function windowBefore(
  endMs: number,
  { startMs, stepMs }: { readonly startMs: number; readonly stepMs: number },
): Window {
  return { startMs: endMs - Math.max(0, Math.floor((endMs - startMs) / stepMs)) * stepMs, endMs, stepMs };
}

/** The chart has room for some dozens of values. */
function coarse({ startMs, endMs, stepMs }: Window): Window {
  const factor = Math.max(1, Math.ceil((endMs - startMs) / stepMs / (2 * steps)));
  return { startMs, endMs, stepMs: stepMs * factor };
}

interface Times {
  readonly deployedMs: number;
  readonly provedMs: number;
  readonly endMs: number;
}

/** A value counts once its own window no longer reaches before the deploy; the last one counts in any case. */
async function countsFrom({ expr }: Gate, { deployedMs, provedMs, endMs }: Times): Promise<number> {
  const { analyzeQuery } = await loadPromql();
  const ranges = analyzeQuery(expr).selectors.map(({ range }) => parseDuration(range ?? '0s') ?? 0);
  return Math.min(endMs, Math.max(provedMs, deployedMs + Math.max(0, ...ranges)));
}

/** What Prometheus refuses is wrong for good; what it did not answer is not known. */
function unasked(failure: Failure): GateResult {
  const isBroken = failure.kind === 'error' && failure.errorType === 'bad_data';
  return { verdict: isBroken ? 'fail' : 'inconclusive', isBroken, series: [], detail: describeFailure(failure) };
}

async function samplesOf({ enough }: Gate, api: PrometheusApi): Promise<number | undefined> {
  if (enough === undefined) return undefined;
  const values = seriesIn(await api.query(enough.expr)).flatMap(({ points }) => points.map(({ value }) => value));
  // Of several series the poorest decides.
  return values.length === 0 ? undefined : Math.min(...values.map((value) => (Number.isNaN(value) ? 0 : value)));
}

function seriesIn(answer: Answer<QueryResult> | undefined): readonly Series[] {
  return answer?.kind === 'ok' && answer.value.type === 'series' ? answer.value.series : [];
}
