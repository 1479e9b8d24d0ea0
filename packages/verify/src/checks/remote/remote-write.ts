import { type AskCheck, type CheckContext, checkModule } from '../../check-module.js';
import { unaskedResult } from '../unasked.js';
import { judgeRemoteWrite } from './judge-remote-write.js';
import { remoteQueryInputs } from './remote-inputs.js';
import { type RemoteState, readRemoteState } from './remote-state.js';
import { base } from './remote-write-identity.js';

/** A batch waits for 5 s at most; whoever has not taken one by then is not slow. */
const sendPatienceMs = 30_000;

export const remoteWrite = checkModule({
  ...base,
  inputs: remoteQueryInputs,
  prepare: (own, { plan }) => ({
    when: 'proved',
    extraMs: sendPatienceMs + plan.scrapeIntervalMs,
    steps: ['Would want what is sent to a remote to be taken.'],
    start: (first) => watchRemoteWrite(first, own.remoteQueryUrl !== undefined),
  }),
});

async function watchRemoteWrite(first: CheckContext, isWanted: boolean): Promise<AskCheck> {
  let before = await stateOf(first);
  return async (context) => {
    const answer = await context.ownMetrics();
    if (answer.kind !== 'ok') return unaskedResult(base, answer);
    const now = readRemoteState(answer.value);
    before ??= { state: now, atMs: serverTimeOf(context) };
    if (now.queues.length === 0 && isWanted) return { checks: [{ ...base, verdict: 'fail', ...nothingSent }] };
    const evidence = { first: before.state, firstMs: before.atMs, now, sinceMs: sinceOf(context, first) };
    const { check, isPending } = judgeRemoteWrite(evidence);
    return { checks: [check], isPending: isPending && (context.provedForMs ?? 0) < patienceOf(context) };
  };
}

/** What is sent are scrapes, and the next one may be a whole interval away. */
function patienceOf({ plan }: CheckContext): number {
  return sendPatienceMs + plan.scrapeIntervalMs;
}

interface Before {
  readonly state: RemoteState;
  readonly atMs: number;
}

async function stateOf(context: CheckContext): Promise<Before | undefined> {
  const answer = await context.ownMetrics();
  return answer.kind === 'ok' ? { state: readRemoteState(answer.value), atMs: serverTimeOf(context) } : undefined;
}

function serverTimeOf({ nowMs, server }: CheckContext): number {
  return nowMs + (server.clockSkewMs ?? 0);
}

/** Without a known deploy only what is sent from the first look on proves anything. */
export function sinceOf({ plan, server }: CheckContext, first: CheckContext): number {
  return (plan.sinceMs === 0 ? first.nowMs : plan.sinceMs) + (server.clockSkewMs ?? 0);
}

const nothingSent = {
  evidence: 'remote-query-url is given, but this Prometheus sends nothing to a remote',
  hint: 'Deploy the monitoring app with GRAFANA_PROMETHEUS_URL, or take remote-query-url away.',
};
