import { judgeRemoteWrite, type RemoteState, readRemoteState } from '@fly-monitoring/prometheus';
import { type AskCheck, type Asking, checkModule } from '../check-module.js';
import { remoteQueryInputs } from './remote-inputs.js';
import { unaskedFinding } from './unasked.js';

const base = { name: 'remote-write', blame: 'remote' } as const;
/** A batch waits for 5 s at most; whoever has not taken one by then is not slow. */
export const sendPatienceMs = 30_000;

export const remoteWrite = checkModule({
  ...base,
  inputs: remoteQueryInputs,
  prepare: (own) => ({
    when: 'proved',
    extraMs: sendPatienceMs,
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
    before ??= now;
    if (now.queues.length === 0 && isWanted) return { checks: [{ ...base, verdict: 'fail', ...nothingSent }] };
    const { check, isPending } = judgeRemoteWrite({ first: before, now, sinceMs: sinceOf(asking, first) });
    return { checks: [check], isPending: isPending && (asking.provedForMs ?? 0) < sendPatienceMs };
  };
}

async function stateOf({ ownMetrics }: Asking): Promise<RemoteState | undefined> {
  const answer = await ownMetrics();
  return answer.kind === 'ok' ? readRemoteState(answer.value) : undefined;
}

/** Without a known deploy only what is sent from the first look on proves anything. */
export function sinceOf({ plan, server }: Asking, first: Asking): number {
  return (plan.sinceMs === 0 ? first.nowMs : plan.sinceMs) + (server.clockSkewMs ?? 0);
}

const nothingSent = {
  evidence: 'remote-query-url is given, but this Prometheus sends nothing to a remote',
  hint: 'Deploy the monitoring app with GRAFANA_PROMETHEUS_URL, or take remote-query-url away.',
};
