import { type Edges, formatDuration, SuiteError, type WaitOutcome, waitUntil } from '@fly-monitoring/kit';
import { type FailureKind, type FlyFailure, failureOf } from './failure.js';
import type { Flyctl, ProxyRequest } from './flyctl.js';

export interface TunnelRequest {
  readonly app: string;
  readonly remotePort: number;
  readonly budgetMs: number;
}

export interface Tunnel {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A way to a port that has no public address. It is open when any HTTP answer has come through: `flyctl proxy` listens
 * before the private network is there, and ends when the name of the app is not in the private DNS yet.
 *
 * @throws SuiteError NETWORK_UNREACHABLE
 */
export async function openTunnel(
  flyctl: Flyctl,
  edges: Pick<Edges, 'clock' | 'http' | 'files'>,
  request: TunnelRequest,
): Promise<Tunnel> {
  const { app, remotePort, budgetMs } = request;
  const localPort = await edges.files.freePort();
  const url = `http://127.0.0.1:${localPort}`;
  let proxy = watchProxy(flyctl, { app, localPort, remotePort });
  const plan = { budgetMs, firstDelayMs: 200, maxDelayMs: 2_000, factor: 1.5 };
  const opened = await waitUntil<number>(edges.clock, plan, async () => {
    const answer = await edges.http.send({ url: `${url}/`, timeoutMs: 5_000 });
    if (answer.kind === 'response') return { kind: 'done', value: answer.status };
    const failure = proxy.failure();
    if (failure === undefined) return { kind: 'retry', observed: answer.detail };
    if (hopeless.has(failure.kind)) return { kind: 'final', observed: failure.said };
    proxy = watchProxy(flyctl, { app, localPort, remotePort });
    return { kind: 'retry', observed: `flyctl proxy ended: ${failure.said}` };
  });
  const { running } = proxy;
  if (opened.kind === 'done') return { url, close: () => running.stop() };
  await running.stop();
  throw notOpened(request, opened);
}

/** More tries change nothing. */
const hopeless: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'token-refused',
  'login-missing',
  'app-missing',
  'not-found',
]);

function watchProxy(flyctl: Flyctl, request: ProxyRequest) {
  const running = flyctl.startProxy(request);
  let failure: FlyFailure | undefined;
  void running.ended.then((outcome) => {
    failure = failureOf(outcome) ?? { kind: 'other', said: 'without an error' };
  });
  return { running, failure: () => failure };
}

function notOpened({ app, remotePort, budgetMs }: TunnelRequest, { attempts, last }: NotDone): SuiteError {
  return new SuiteError({
    code: 'NETWORK_UNREACHABLE',
    message: `Port ${remotePort} of "${app}" gave no answer through flyctl proxy within ${formatDuration(budgetMs)} (${attempts} attempts, last: ${last}).`,
    hint: `Look at "fly logs -a ${app}"; the token must be one that may use WireGuard, as deploy and org tokens may.`,
  });
}

type NotDone = Exclude<WaitOutcome<number>, { readonly kind: 'done' }>;
