import { parseArgs } from 'node:util';
import { defaultPorts } from './service/names.js';
import { runTraffic, type TrafficReport } from './traffic.js';

const USAGE = `Usage: node traffic-main.js [--seconds 30] [--requests N] [--users 5] [--host http://127.0.0.1]
Sends users to the four services at their usual ports of one host. SIGN_IN_PASSCODE is used where it is set.
`;

function show(report: TrafficReport): void {
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} is "${text}"; it must be a number above zero\n${USAGE}`);
  return value;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '30' },
      requests: { type: 'string' },
      users: { type: 'string', default: '5' },
      host: { type: 'string', default: 'http://127.0.0.1' },
    },
  });
  const at = (port: number) => `${values.host}:${port}`;
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const passcode = process.env['SIGN_IN_PASSCODE'];
  const report = await runTraffic({
    urls: {
      fechatter_server: at(defaultPorts.fechatter_server),
      notify_server: at(defaultPorts.notify_server),
      bot_server: at(defaultPorts.bot_server),
      analytics_server: at(defaultPorts.analytics_server),
    },
    seconds: positive('seconds', values.seconds),
    ...(values.requests === undefined ? {} : { requests: positive('requests', values.requests) }),
    users: positive('users', values.users),
    ...(passcode ? { passcode } : {}),
    signal: stop.signal,
    onProgress: show,
  });
  show(report);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
