import { runTraffic, type TrafficReport } from '@fly-monitoring/fechatter';
import { openTunnel } from './tunnels.js';

const services = [
  { name: 'fechatter_server', group: 'app', port: 9090 },
  { name: 'notify_server', group: 'notify', port: 9091 },
  { name: 'bot_server', group: 'bot', port: 9092 },
  { name: 'analytics_server', group: 'analytics', port: 7778 },
] as const;

export interface RunningTraffic {
  stop(): Promise<TrafficReport>;
}

export interface TrafficStart {
  readonly environment: Readonly<Record<string, string>>;
  /** Names inside Fly, by process group; the one-machine topology has one for all. */
  readonly hostOf?: (group: string) => string;
  readonly onProgress?: (report: TrafficReport) => void;
}

const byProcessGroup = (group: string) => `${group}.process.fechatter.internal`;

/** Users of the app: they sign in, chat, listen, mention the bot and make mistakes, until they are stopped. */
export async function startTraffic({ environment, hostOf, onProgress }: TrafficStart): Promise<RunningTraffic> {
  const end = (group: string, port: number) => ({ app: 'fechatter', host: (hostOf ?? byProcessGroup)(group), port });
  const tunnels = await Promise.all(services.map(({ group, port }) => openTunnel(end(group, port), environment)));
  const [fechatter, notify, bot, analytics] = tunnels.map(({ url }) => url);
  const abort = new AbortController();
  const traffic = runTraffic({
    urls: {
      fechatter_server: fechatter ?? '',
      notify_server: notify ?? '',
      bot_server: bot ?? '',
      analytics_server: analytics ?? '',
    },
    signal: abort.signal,
    ...(onProgress && { onProgress }),
  });
  return {
    stop: async () => {
      abort.abort();
      const report = await traffic;
      await Promise.all(tunnels.map((tunnel) => tunnel.stop()));
      return report;
    },
  };
}
