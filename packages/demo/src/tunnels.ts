import { connect } from 'node:net';
import { childProcesses, diskFiles, type RunningProcess, systemClock, waitUntil } from '@fly-monitoring/kit';

export interface Tunnel {
  readonly url: string;
  stop(): Promise<void>;
}

export interface TunnelEnd {
  readonly app: string;
  /** A name of Fly's private network. */
  readonly host: string;
  readonly port: number;
}

const openPlan = { budgetMs: 10_000, firstDelayMs: 50, maxDelayMs: 500, factor: 1.5 };

/** A port of this computer that leads to a machine, through `flyctl proxy`. */
export async function openTunnel(end: TunnelEnd, environment: Readonly<Record<string, string>>): Promise<Tunnel> {
  const port = await diskFiles.freePort();
  const args = ['proxy', `${port}:${end.port}`, end.host, '-a', end.app, '-q'];
  const running = childProcesses.start({ file: 'flyctl', args, env: environment });
  const opened = await waitUntil(systemClock, openPlan, async () =>
    (await answers(port)) ? { kind: 'done', value: port } : { kind: 'retry', observed: 'no answer yet' },
  );
  if (opened.kind === 'done') return { url: `http://127.0.0.1:${port}`, stop: () => running.stop() };
  return refused(end, running);
}

async function refused(end: TunnelEnd, running: RunningProcess): Promise<never> {
  await running.stop();
  const outcome = await running.ended;
  const said = outcome.kind === 'not-found' ? 'flyctl is missing' : outcome.stderr.trim();
  throw new Error(`flyctl proxy did not open a way to ${end.host}:${end.port}: ${said}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
