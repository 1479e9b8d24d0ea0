import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineOrSkip, freePort } from '@fly-monitoring/testing/engines';
import { expect, test } from '@jest/globals';
import { afterTest, eventually, SECRET } from '../test/harness.js';
import { startNats } from '../test/nats-server.js';
import { startAnalyticsServer } from './analytics-server.js';
import { startBotServer } from './bot-server.js';
import { analyticsCatalogue, botCatalogue, fechatterCatalogue, notifyCatalogue } from './catalogue.js';
import { NatsEventBus } from './events/nats-event-bus.js';
import { startFechatterServer } from './fechatter-server.js';
import { startNotifyServer } from './notify-server.js';
import type { ServiceName } from './service/names.js';
import type { RunningService, ServiceContext } from './service/running-service.js';
import { parseSettings } from './service/settings.js';
import { runTraffic, type ServiceUrls, type TrafficReport } from './traffic.js';

async function startAll(natsUrl: string): Promise<ServiceUrls> {
  const folder = await mkdtemp(join(tmpdir(), 'fechatter-'));
  afterTest(() => rm(folder, { recursive: true, force: true }));
  const environment = { HOST: '127.0.0.1', NATS_URL: natsUrl, PORT: '0', FECHATTER_SECRET: SECRET };
  const settings = parseSettings({ ...environment, ANALYTICS_DB: join(folder, 'events.db') }, ['fechatter_server']);
  const run = async (starter: (context: ServiceContext) => Promise<RunningService>) => {
    const bus = new NatsEventBus({ url: natsUrl, name: 'test', log: () => undefined });
    const service = await starter({ settings, bus, log: () => undefined, now: Date.now });
    afterTest(() => service.close());
    await eventually(() => bus.state === 'connected');
    return `http://127.0.0.1:${service.port}`;
  };
  return {
    fechatter_server: await run(startFechatterServer),
    notify_server: await run(startNotifyServer),
    bot_server: await run(startBotServer),
    analytics_server: await run(startAnalyticsServer),
  };
}

async function scrape(url: string): Promise<string> {
  return (await fetch(`${url}/metrics`)).text();
}

/** Which of the names have a series that is not zero. */
function moved(names: readonly string[], text: string): string[] {
  return names.filter((name) => new RegExp(`^${name}(_count)?(\\{.*\\})? (?!0$)`, 'm').test(text));
}

const catalogues: Readonly<Record<ServiceName, readonly string[]>> = {
  fechatter_server: Object.keys(fechatterCatalogue.definitions),
  notify_server: Object.keys(notifyCatalogue.definitions),
  bot_server: Object.keys(botCatalogue.definitions),
  analytics_server: Object.keys(analyticsCatalogue.definitions),
};

const withNats = engineOrSkip(test, ['nats-server']);

withNats(
  'users make every metric of the four services move, and all kinds of answers happen',
  async ({ 'nats-server': executable }) => {
    const nats = await startNats(executable, await freePort());
    afterTest(() => nats.stop());
    const urls = await startAll(nats.url);
    const stop = new AbortController();
    const reports: TrafficReport[] = [];
    const traffic = runTraffic({
      urls,
      users: 3,
      pauseMs: 5,
      signal: stop.signal,
      onProgress: (one) => reports.push(one),
    });
    afterTest(async () => stop.abort());
    for (const [service, names] of Object.entries(catalogues) as [ServiceName, readonly string[]][]) {
      await eventually(async () => moved(names, await scrape(urls[service])).length === names.length, 20_000);
    }
    await eventually(() => reports.length > 0);
    await eventually(async () =>
      /^fechatter_http_requests_total\{.*status_code="502"\}/m.test(await scrape(urls.bot_server)),
    );
    stop.abort();
    const report = await traffic;
    expect(Object.keys(report.statuses)).toEqual(expect.arrayContaining(['200', '201', '400', '401', '404', '502']));
    expect(report.unreachable).toBe(0);
    for (const count of [report.messagesSent, report.botAnswersSeen, report.streamEvents, report.socketEvents]) {
      expect(count).toBeGreaterThan(0);
    }
  },
  60_000,
);

test('it stops after as many requests as it was told, however sick the services are', async () => {
  const gone = `http://127.0.0.1:${await freePort()}`;
  const urls = { fechatter_server: gone, notify_server: gone, bot_server: gone, analytics_server: gone };
  const report = await runTraffic({ urls, users: 2, requests: 2, pauseMs: 1 });
  expect(report.unreachable).toBeGreaterThanOrEqual(2);
  expect(report.requests).toBe(report.unreachable);
});

test('nobody chats alone', async () => {
  const urls = { fechatter_server: '', notify_server: '', bot_server: '', analytics_server: '' };
  await expect(runTraffic({ urls, users: 1 })).rejects.toThrow('at least two users');
});

engineOrSkip(test, ['promtool-3', 'nats-server'])(
  'promtool finds nothing to say about the metrics of our own',
  async ({ 'promtool-3': promtool, 'nats-server': executable }) => {
    const nats = await startNats(executable, await freePort());
    afterTest(() => nats.stop());
    const urls = await startAll(nats.url);
    await runTraffic({ urls, users: 2, requests: 60, pauseMs: 1 });
    for (const url of Object.values(urls)) {
      const remarks = await checkMetrics(promtool, await scrape(url));
      expect(remarks.filter((remark) => !isKnown(remark))).toEqual([]);
    }
  },
  60_000,
);

/** The first name is a promise to existing dashboards; the rest is how prom-client calls its gauges. */
function isKnown(remark: string): boolean {
  return /^(notify_online_users_gauge|nodejs_|process_)/.test(remark);
}

async function checkMetrics(promtool: string, text: string): Promise<string[]> {
  const child = spawn(promtool, ['check', 'metrics'], { stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  child.stdin.end(text);
  await once(child, 'close');
  return output.split('\n').filter((line) => line.trim() !== '');
}
