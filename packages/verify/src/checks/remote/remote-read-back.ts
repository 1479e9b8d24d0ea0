import type { InputsOf } from '@fly-monitoring/kit';
import { prometheusApi } from '@fly-monitoring/prometheus';
import {
  type AskCheck,
  type CheckContext,
  type CheckResult,
  checkModule,
  type PrepareContext,
} from '../../check-module.js';
import { externalLabelsOf } from '../../targets/external-labels.js';
import { awakeJobs } from '../../targets/select-targets.js';
import { unaskedResult } from '../unasked.js';
import { judgeReadBack, queryUrlOf, readBackQuery } from './judge-read-back.js';
import { remoteQueryInputs, writersPassword } from './remote-inputs.js';
import { base } from './remote-read-back-identity.js';
import { readRemoteState } from './remote-state.js';
import { sinceOf } from './remote-write.js';

/** A store shows what it was sent after half a minute, a busy one after a whole. */
const remotePatienceMs = 90_000;
type Own = InputsOf<typeof remoteQueryInputs>;

export const remoteReadBack = checkModule({
  ...base,
  inputs: remoteQueryInputs,
  problems: ({ remoteQueryUrl, remoteQueryUser, remoteQueryPassword }) =>
    remoteQueryUrl !== undefined && (remoteQueryUser === undefined) !== (remoteQueryPassword === undefined)
      ? ['Inputs "remote-query-user" and "remote-query-password" belong together; give both or neither.']
      : [],
  prepare: (own, { environment }) => ({
    when: 'proved',
    extraMs: remotePatienceMs,
    steps: ['Would read back from the remote what was sent there.'],
    start: (first) => watchReadBack({ ...own, credentials: credentialsOf(own, environment) }, first),
  }),
});

interface Reader extends Own {
  readonly credentials: 'writer' | 'own';
}

/** Without a password of its own the input takes the writer's. */
function credentialsOf(
  { remoteQueryPassword }: Own,
  environment: PrepareContext['environment'],
): Reader['credentials'] {
  return remoteQueryPassword?.reveal() === environment[writersPassword] ? 'writer' : 'own';
}

function watchReadBack(own: Reader, first: CheckContext): AskCheck {
  return async (context) => {
    const address = await addressOf(own, context);
    if (address.kind === 'none') return skip(address.reason, address.hint);
    const labels = await externalLabelsOf(context);
    if (labels.kind !== 'ok') return unaskedResult(base, labels);
    const sinceMs = Math.max(sinceOf(context, first), await processStartMs(context));
    const remote = prometheusApi({ http: context.tools.http, baseUrl: address.url, auth: authOf(own) });
    const { check, isPending } = judgeReadBack({
      answer: await remote.query(readBackQuery(labels.value)),
      jobs: awakeJobs(context),
      sinceMs,
      externalLabels: labels.value,
      credentials: own.credentials,
    });
    return { checks: [check], isPending: isPending && (context.provedForMs ?? 0) < remotePatienceMs };
  };
}

/** What an earlier process sent proves nothing about this one. */
async function processStartMs({ ownMetrics }: CheckContext): Promise<number> {
  const answer = await ownMetrics();
  return answer.kind === 'ok' ? (readRemoteState(answer.value).processStartMs ?? 0) : 0;
}

type Address =
  | { readonly kind: 'found'; readonly url: string }
  | { readonly kind: 'none'; readonly reason: string; readonly hint: string };

/** Credentials go to Grafana Cloud or to where somebody says, never to any address that a server names. */
async function addressOf({ remoteQueryUrl, remoteQueryPassword }: Own, { ownMetrics }: CheckContext): Promise<Address> {
  if (remoteQueryUrl !== undefined) return { kind: 'found', url: remoteQueryUrl };
  const answer = await ownMetrics();
  const queues = answer.kind === 'ok' ? readRemoteState(answer.value).queues : [];
  if (queues.length === 0) return { kind: 'none', reason: 'nothing is sent to a remote', hint: '' };
  const derived = queues.map((queue) => queryUrlOf(queue.url)).find((url) => url !== undefined);
  if (derived === undefined) {
    const reason = 'it is not known where the remote answers queries, so what arrives was not read back';
    return { kind: 'none', reason, hint: 'Give remote-query-url, with remote-query-user and remote-query-password.' };
  }
  if (remoteQueryPassword !== undefined) return { kind: 'found', url: derived };
  const reason = 'no token to read with was given, so what arrives was not read back';
  return { kind: 'none', reason, hint: 'Give remote-query-user and remote-query-password (scope metrics:read).' };
}

function authOf({ remoteQueryUser: user, remoteQueryPassword: password }: Own) {
  return user === undefined || password === undefined ? undefined : { user, password };
}

function skip(evidence: string, hint: string): CheckResult {
  return { checks: [{ ...base, verdict: 'skipped', evidence, hint }] };
}
