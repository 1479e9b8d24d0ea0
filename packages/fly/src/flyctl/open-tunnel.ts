import { type Edges, formatDuration, SuiteError, waitUntil } from '@fly-monitoring/kit';
import type { Flyctl } from './flyctl.js';

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
 * A way to a port that has no public address. It is open when any HTTP answer has come through, as `flyctl proxy`
 * listens before the private network is there.
 *
 * @throws SuiteError NETWORK_UNREACHABLE
 */
export async function openTunnel(
  flyctl: Flyctl,
  edges: Pick<Edges, 'clock' | 'http' | 'files'>,
  { app, remotePort, budgetMs }: TunnelRequest,
): Promise<Tunnel> {
  const localPort = await edges.files.freePort();
  const proxy = flyctl.startProxy({ app, localPort, remotePort });
  const url = `http://127.0.0.1:${localPort}`;
  let ended: string | undefined;
  void proxy.ended.then((outcome) => {
    ended = outcome.kind === 'exited' ? outcome.stderr.trim() || `exit code ${outcome.exitCode}` : outcome.kind;
  });
  const opened = await waitUntil(
    edges.clock,
    { budgetMs, firstDelayMs: 200, maxDelayMs: 2_000, factor: 1.5 },
    async () => {
      const answer = await edges.http.send({ url: `${url}/`, timeoutMs: 5_000 });
      if (answer.kind === 'response') return { kind: 'done', value: answer.status };
      if (ended !== undefined) return { kind: 'final', observed: `flyctl proxy ended: ${ended}` };
      return { kind: 'retry', observed: answer.detail };
    },
  );
  if (opened.kind === 'done') return { url, close: () => proxy.stop() };
  await proxy.stop();
  throw new SuiteError({
    code: 'NETWORK_UNREACHABLE',
    message: `Port ${remotePort} of "${app}" gave no answer through flyctl proxy within ${formatDuration(budgetMs)} (${opened.attempts} attempts, last: ${opened.last}).`,
    hint: `Look at "fly logs -a ${app}"; the token must be one that may use WireGuard, as deploy and org tokens may.`,
  });
}
