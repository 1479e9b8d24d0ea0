import { parseArgs } from 'node:util';
import { defaultPorts, type ServiceName } from './service/names.js';
import { runTraffic, type TrafficOptions, type TrafficReport } from './traffic.js';

const USAGE = `Usage: node traffic-main.js [--seconds 30] [--requests N] [--users 5] [--pause-ms 50]
  [--fechatter-server URL] [--notify-server URL] [--bot-server URL] [--analytics-server URL]
Sends users to the four services, at their usual ports of this machine unless told otherwise, and prints what
happened as JSON, once a second. SIGN_IN_PASSCODE is used where it is set.`;

const local = (service: ServiceName) => `http://127.0.0.1:${defaultPorts[service]}`;

function parseOptions(argv: readonly string[]): Omit<TrafficOptions, 'signal' | 'onProgress'> {
  const text = (usual?: string) => ({ type: 'string', ...(usual === undefined ? {} : { default: usual }) }) as const;
  const { values } = parseArgs({
    args: [...argv],
    options: {
      seconds: text('30'),
      requests: text(),
      users: text('5'),
      'pause-ms': text('50'),
      'fechatter-server': text(local('fechatter_server')),
      'notify-server': text(local('notify_server')),
      'bot-server': text(local('bot_server')),
      'analytics-server': text(local('analytics_server')),
    },
  });
  return {
    urls: {
      fechatter_server: values['fechatter-server'] ?? '',
      notify_server: values['notify-server'] ?? '',
      bot_server: values['bot-server'] ?? '',
      analytics_server: values['analytics-server'] ?? '',
    },
    seconds: positive('seconds', values.seconds),
    users: positive('users', values.users),
    pauseMs: positive('pause-ms', values['pause-ms']),
    ...(values.requests === undefined ? {} : { requests: positive('requests', values.requests) }),
  };
}

function positive(name: string, text: string | undefined): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} is "${text}"; it must be a number above zero`);
  return value;
}

function show(report: TrafficReport): void {
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

async function main(): Promise<void> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const passcode = process.env['SIGN_IN_PASSCODE'];
  const options = { ...parseOptions(process.argv.slice(2)), ...(passcode ? { passcode } : {}) };
  show(await runTraffic({ ...options, signal: stop.signal, onProgress: show }));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
  process.exitCode = 1;
});
