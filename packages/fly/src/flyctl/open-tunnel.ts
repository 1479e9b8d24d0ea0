import {
  type Edges,
  formatDuration,
  type RunningProcess,
  SuiteError,
  type WaitOutcome,
  waitUntil,
} from '@fly-monitoring/kit';
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
  const { app, remotePort } = request;
  const localPort = await edges.files.freePort();
  const agent = await flyctl.openAgent(edges.files);
  const proxy = new WatchedProxy(flyctl, { app, localPort, remotePort, agent });
  const close = async () => {
    try {
      await proxy.stop();
    } finally {
      await agent.end();
    }
  };
  const url = `http://127.0.0.1:${localPort}`;
  try {
    const opened = await waitForAnswer(url, proxy, { edges, budgetMs: request.budgetMs });
    if (opened.kind !== 'done') throw notOpened(request, opened);
    return { url, close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

interface Waiting {
  readonly edges: Pick<Edges, 'clock' | 'http'>;
  readonly budgetMs: number;
}

function waitForAnswer(url: string, proxy: WatchedProxy, { edges, budgetMs }: Waiting): Promise<WaitOutcome<number>> {
  const plan = { budgetMs, firstDelayMs: 200, maxDelayMs: 2_000, factor: 1.5 };
  return waitUntil(edges.clock, plan, async () => {
    const answer = await edges.http.send({ url: `${url}/`, timeoutMs: 5_000 });
    if (answer.kind === 'response') return { kind: 'done', value: answer.status };
    const { failure } = proxy;
    if (failure === undefined) return { kind: 'retry', observed: `${answer.detail}${proxy.earlierWords}` };
    if (hopeless.has(failure.kind)) return { kind: 'final', observed: failure.said };
    proxy.start();
    return { kind: 'retry', observed: `flyctl proxy ended: ${failure.said}` };
  });
}

/** More tries change nothing. */
const hopeless: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'token-refused',
  'login-missing',
  'app-missing',
  'not-found',
]);

/** `flyctl proxy`, which is started again when it has ended too early. */
class WatchedProxy {
  readonly #flyctl: Flyctl;
  readonly #request: ProxyRequest;
  #running: RunningProcess;
  #failure: FlyFailure | undefined;
  #earlier: FlyFailure | undefined;

  constructor(flyctl: Flyctl, request: ProxyRequest) {
    this.#flyctl = flyctl;
    this.#request = request;
    this.#running = this.#watch();
  }

  /** Undefined while it runs. */
  get failure(): FlyFailure | undefined {
    return this.#failure;
  }

  /** Of one before it: that it was started again a moment ago is not why there is no way. */
  get earlierWords(): string {
    return this.#earlier === undefined ? '' : `; flyctl proxy had ended before: ${this.#earlier.said}`;
  }

  start(): void {
    this.#earlier = this.#failure;
    this.#running = this.#watch();
  }

  stop(): Promise<void> {
    return this.#running.stop();
  }

  #watch(): RunningProcess {
    this.#failure = undefined;
    const running = this.#flyctl.startProxy(this.#request);
    void running.ended.then((outcome) => {
      this.#failure = failureOf(outcome) ?? { kind: 'other', said: 'without an error' };
    });
    return running;
  }
}

function notOpened({ app, remotePort, budgetMs }: TunnelRequest, { attempts, last }: NotDone): SuiteError {
  return new SuiteError({
    code: 'NETWORK_UNREACHABLE',
    message: `Port ${remotePort} of "${app}" gave no answer through flyctl proxy within ${formatDuration(budgetMs)} (${attempts} attempts, last: ${last}).`,
    hint: `Look at "fly logs -a ${app}"; the token must be one that may use WireGuard, as deploy and org tokens may.`,
  });
}

type NotDone = Exclude<WaitOutcome<number>, { readonly kind: 'done' }>;
