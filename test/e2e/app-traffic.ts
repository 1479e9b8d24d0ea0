import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { runTraffic, type TrafficReport } from '@fly-monitoring/fechatter';
import { diskFiles } from '@fly-monitoring/kit';
import { eventually } from './eventually.js';

export interface AppTraffic {
  /** Users come and go until now. */
  stop(): Promise<TrafficReport>;
}

/** Where each service of the reference app is inside the private network. */
const services = {
  fechatter_server: { name: 'app.process.fechatter.internal', port: 9090 },
  notify_server: { name: 'notify.process.fechatter.internal', port: 9091 },
  bot_server: { name: 'bot.process.fechatter.internal', port: 9092 },
  analytics_server: { name: 'analytics.process.fechatter.internal', port: 7778 },
} as const;

/** Users of the deployed app, each service reached through a `flyctl proxy` of its own. */
export async function startAppTraffic(environment: Readonly<Record<string, string>>): Promise<AppTraffic> {
  const proxies = await Promise.all(
    Object.entries(services).map(async ([service, remote]) => ({ service, ...(await openProxy(remote, environment)) })),
  );
  const url = (service: keyof typeof services) => proxies.find((proxy) => proxy.service === service)?.url ?? '';
  const over = new AbortController();
  const visits = runTraffic({
    urls: {
      fechatter_server: url('fechatter_server'),
      notify_server: url('notify_server'),
      bot_server: url('bot_server'),
      analytics_server: url('analytics_server'),
    },
    users: 4,
    pauseMs: 100,
    signal: over.signal,
  });
  return {
    stop: async () => {
      over.abort();
      try {
        return await visits;
      } finally {
        await Promise.all(proxies.map(({ child }) => end(child)));
      }
    },
  };
}

interface Proxy {
  readonly url: string;
  readonly child: ChildProcess;
}

async function openProxy(
  remote: { readonly name: string; readonly port: number },
  environment: Readonly<Record<string, string>>,
): Promise<Proxy> {
  const port = await diskFiles.freePort();
  const args = ['proxy', `${port}:${remote.port}`, remote.name, '--app', 'fechatter', '--quiet'];
  const child = spawn('flyctl', args, { env: environment, stdio: 'ignore' });
  await eventually({ budgetMs: 15_000, what: `flyctl ${args.join(' ')}` }, () => accepts(port));
  return { url: `http://127.0.0.1:${port}`, child };
}

export function accepts(port: number): Promise<true | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(undefined));
    socket.on('connect', () => socket.destroy());
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
