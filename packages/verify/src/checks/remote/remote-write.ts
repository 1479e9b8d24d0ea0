import { type AskCheck, type Asking, checkModule } from '../../check-module.js';
import { unaskedFinding } from '../unasked.js';
import { judgeRemoteWrite } from './judge-remote-write.js';
import { remoteQueryInputs } from './remote-inputs.js';
import { type RemoteState, readRemoteState } from './remote-state.js';

const base = { name: 'remote-write', blame: 'remote' } as const;
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

async function watchRemoteWrite(first: Asking, isWanted: boolean): Promise<AskCheck> {
  let before = await stateOf(first);
  return async (asking) => {
    const answer = await asking.ownMetrics();
    if (answer.kind !== 'ok') return unaskedFinding(base, answer);
    const now = readRemoteState(answer.value);
    before ??= { state: now, atMs: serverTimeOf(asking) };
    if (now.queues.length === 0 && isWanted) return { checks: [{ ...base, verdict: 'fail', ...nothingSent }] };
    const evidence = { first: before.state, firstMs: before.atMs, now, sinceMs: sinceOf(asking, first) };
    const { check, isPending } = judgeRemoteWrite(evidence);
    return { checks: [check], isPending: isPending && (asking.provedForMs ?? 0) < patienceOf(asking) };
  };
}

/** What is sent are scrapes, and the next one may be a whole interval away. */
function patienceOf({ plan }: Asking): number {
  return sendPatienceMs + plan.scrapeIntervalMs;
}

interface Before {
  readonly state: RemoteState;
  readonly atMs: number;
}

async function stateOf(asking: Asking): Promise<Before | undefined> {
  const answer = await asking.ownMetrics();
  return answer.kind === 'ok' ? { state: readRemoteState(answer.value), atMs: serverTimeOf(asking) } : undefined;
}

function serverTimeOf({ nowMs, server }: Asking): number {
  return nowMs + (server.clockSkewMs ?? 0);
}

/** Without a known deploy only what is sent from the first look on proves anything. */
export function sinceOf({ plan, server }: Asking, first: Asking): number {
  return (plan.sinceMs === 0 ? first.nowMs : plan.sinceMs) + (server.clockSkewMs ?? 0);
}

const nothingSent = {
  evidence: 'remote-query-url is given, but this Prometheus sends nothing to a remote',
  hint: 'Deploy the monitoring app with GRAFANA_PROMETHEUS_URL, or take remote-query-url away.',
};
