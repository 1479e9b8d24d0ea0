import type { StageTools } from '@fly-monitoring/kit';
import { isFinal } from '@fly-monitoring/prometheus';
import type { CheckContext } from '../check-module.js';
import type { VerifyPlan } from '../plan.js';
import type { CheckSession } from './check-session.js';
import { liveTable } from './live-table.js';
import type { Observer, Poll, Snapshot } from './observer.js';
import { progressOf } from './progress.js';

export interface Watching {
  readonly observer: Observer;
  readonly session: CheckSession;
  readonly plan: VerifyPlan;
  readonly tools: StageTools;
  context(snapshot: Snapshot, provedForMs: number | undefined): CheckContext;
}

export interface Watched {
  /** The last one, whatever it showed. */
  readonly poll: Poll;
  readonly looks: number;
  /** How long after the time for the targets it ended; negative before. */
  readonly overMs: number;
}

/** Each pause is a little longer than the one before, up to this many times the first. */
const slowdown = { factor: 1.05, most: 3 } as const;

/** Looks until everything is proved, nothing can change any more, or the time is up. */
export async function watchChecks(watching: Watching): Promise<Watched> {
  try {
    return await lookAgain(watching);
  } finally {
    // The report has the table to keep.
    watching.tools.log.live?.([]);
  }
}

async function lookAgain(watching: Watching): Promise<Watched> {
  const { observer, session, plan, tools } = watching;
  const endMs = tools.clock.now() + plan.timeoutMs;
  let provedAtMs: number | undefined;
  let lastLine = '';
  let pauseMs = plan.intervalMs;
  for (let looks = 1; ; looks++) {
    const poll = await observer.poll();
    const nowMs = tools.clock.now();
    const isProved =
      poll.kind === 'seen' && (await session.poll(watching.context(poll, sinceProof(provedAtMs, nowMs))));
    provedAtMs = isProved ? (provedAtMs ?? nowMs) : undefined;
    const overMs = nowMs - endMs;
    if (poll.kind === 'seen' && isProved) {
      await session.follow(watching.context(poll, sinceProof(provedAtMs, nowMs)));
    }
    const line = progressOf(poll, session.resultsAt(overMs));
    if (line !== lastLine) tools.log.info(line);
    lastLine = line;
    tools.log.live?.(liveTable(poll, nowMs + (observer.server('').clockSkewMs ?? 0)));
    const leftMs = (isProved ? session.extraMsAt(overMs) : 0) - (tools.clock.now() - endMs);
    if (leftMs <= 0 || isOver(poll, session, { isProved, overMs })) {
      if (poll.kind === 'seen' && !isProved) await session.explain(watching.context(poll, undefined));
      return { poll, looks, overMs };
    }
    await tools.clock.sleep(Math.min(pauseMs, leftMs, soakLeftMs(plan, sinceProof(provedAtMs, tools.clock.now()))));
    // What was proved is close to its end: slowness would only add to it.
    pauseMs = isProved
      ? plan.intervalMs
      : Math.min(Math.ceil(pauseMs * slowdown.factor), plan.intervalMs * slowdown.most);
  }
}

/** The look that ends the soak comes when it ends, not up to a pause later. */
function soakLeftMs({ stableForMs }: VerifyPlan, provedForMs: number | undefined): number {
  const leftMs = stableForMs - (provedForMs ?? stableForMs);
  return leftMs > 0 ? leftMs : Number.POSITIVE_INFINITY;
}

function sinceProof(provedAtMs: number | undefined, nowMs: number): number | undefined {
  return provedAtMs === undefined ? undefined : nowMs - provedAtMs;
}

interface State {
  readonly isProved: boolean;
  readonly overMs: number;
}

function isOver(poll: Poll, session: CheckSession, { isProved, overMs }: State): boolean {
  if (poll.kind === 'unanswered') return isFinal(poll.failure);
  return session.isLostAt(overMs) || (isProved && !session.isOpenAt(overMs));
}
