import type { Check } from '../../check.js';
import type { RemoteQueue, RemoteState } from './remote-state.js';
import { base } from './remote-write-identity.js';

export interface RemoteWriteEvidence {
  /** At the first look. */
  readonly first: RemoteState;
  /** When that was, by Prometheus' clock. */
  readonly firstMs: number;
  readonly now: RemoteState;
  /** By Prometheus' clock: samples of that time and later must have been sent. */
  readonly sinceMs: number;
}

export interface RemoteWriteVerdict {
  readonly check: Check;
  /** Waiting may still change it. */
  readonly isPending: boolean;
}

/** Twice what a batch and a busy receiver need. */
const mostLagMs = 60_000;

/**
 * No single number proves it: the "sent" timestamp advances while every sample is refused, and nothing counts as failed
 * while nothing is sent.
 */
export function judgeRemoteWrite({ first, firstMs, now, sinceMs }: RemoteWriteEvidence): RemoteWriteVerdict {
  const isNewProcess = (now.processStartMs ?? 0) >= sinceMs;
  // The counters of an old process are compared with the first look, so something must have been sent after it.
  const provingMs = isNewProcess ? sinceMs : Math.max(sinceMs, firstMs);
  const verdicts = now.queues.map((queue) => {
    const before = isNewProcess
      ? undefined
      : first.queues.find(({ name, url }) => name === queue.name && url === queue.url);
    return judgeQueue(queue, { before: before ?? nothing, firstSeen: firstSeen(queue, first), provingMs });
  });
  const order = ['fail', 'inconclusive', 'pass'] as const;
  const worst = order.map((verdict) => verdicts.find(({ check }) => check.verdict === verdict)).find((one) => one);
  if (worst === undefined) return settled('skipped', 'this Prometheus sends nothing to a remote', '');
  return worst.check.verdict === 'pass' && verdicts.length > 1 ? settled('pass', allWell(now.queues), '') : worst;
}

interface Comparison {
  /** What the counters were before the time that counts. */
  readonly before: Pick<RemoteQueue, 'failed' | 'dropped'>;
  readonly firstSeen: RemoteQueue | undefined;
  /** Samples of that time and later show what becomes of them. */
  readonly provingMs: number;
}

const nothing = { failed: 0, dropped: 0 };

function firstSeen({ name, url }: RemoteQueue, { queues }: RemoteState): RemoteQueue | undefined {
  return queues.find((one) => one.name === name && one.url === url);
}

function judgeQueue(queue: RemoteQueue, { before, firstSeen, provingMs }: Comparison): RemoteWriteVerdict {
  const failed = growth(before.failed, queue.failed);
  if (failed > 0) return settled('fail', `${failed} samples were refused by ${queue.url} and are lost`, refusedHint);
  const dropped = growth(before.dropped, queue.dropped);
  if (dropped > 0) return settled('fail', `${dropped} samples for ${queue.url} were dropped unsent`, droppedHint);
  const retried = growth(firstSeen?.retried ?? 0, queue.retried);
  if (queue.highestSentMs === undefined || queue.highestSentMs < provingMs) return unsent(queue);
  const lagMs = (queue.highestMs ?? queue.highestSentMs) - queue.highestSentMs;
  if (lagMs >= mostLagMs) {
    return open('inconclusive', `${queue.url} is ${Math.round(lagMs / 1_000)} s behind`, behindHint);
  }
  if (retried > 0 && queue.pending >= (firstSeen?.pending ?? 0)) {
    return open('inconclusive', `${retried} samples for ${queue.url} had to be sent again`, behindHint);
  }
  return settled('pass', `${queue.url} takes what is sent: none refused, none lost`, '');
}

/** Nothing new was accepted so far. Repetitions prove that it was tried. */
function unsent({ url, retried, pending }: RemoteQueue): RemoteWriteVerdict {
  if (retried === 0) return open('inconclusive', `nothing was sent to ${url} since the deploy`, unsentHint);
  const evidence = `nothing since the deploy reached ${url}: ${retried} samples were tried again, ${pending} wait`;
  return open('fail', evidence, unsentHint);
}

function allWell(queues: readonly RemoteQueue[]): string {
  return `${queues.map(({ url }) => url).join(' and ')} take what is sent: none refused, none lost`;
}

/** A counter that fell began anew. */
function growth(before: number, now: number): number {
  return now < before ? now : now - before;
}

function settled(verdict: Check['verdict'], evidence: string, hint: string): RemoteWriteVerdict {
  return { check: { ...base, verdict, evidence, hint }, isPending: false };
}

function open(verdict: Check['verdict'], evidence: string, hint: string): RemoteWriteVerdict {
  return { check: { ...base, verdict, evidence, hint }, isPending: true };
}

const refusedHint =
  'The log of Prometheus ("fly logs") has the answer: 401 means GRAFANA_PROMETHEUS_USER or GRAFANA_PROMETHEUS_API_KEY is wrong, 400 or 404 the path of GRAFANA_PROMETHEUS_URL, 429 that the plan is used up (retry_on_http_429: true keeps the samples).';
const droppedHint = 'Samples grew too old while the remote took none: look at the log of Prometheus.';
const unsentHint =
  'Prometheus cannot reach the remote: look at GRAFANA_PROMETHEUS_URL, and at the log of Prometheus ("fly logs") for refused connections, a missing password file or 5xx.';
const behindHint = 'The remote is slow or answers 5xx: look at its status, then run again.';
