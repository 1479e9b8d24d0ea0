import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTraffic, type ServiceName, serviceNames } from '@fly-monitoring/fechatter';
import { diskFiles } from '@fly-monitoring/kit';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accepts } from './app-traffic.js';
import { eventually } from './eventually.js';
import { root } from './workspace.js';

/** What promtool has against names that are not ours to choose: all of it, so that an excuse nobody needs is seen too. */
const excused: Readonly<Record<ServiceName | 'everyService', readonly string[]>> = {
  // prom-client's default metrics, the same in every Node.js service.
  everyService: [
    'nodejs_active_handles_total non-counter metrics should not have "_total" suffix',
    'nodejs_active_requests_total non-counter metrics should not have "_total" suffix',
    'nodejs_active_resources_total non-counter metrics should not have "_total" suffix',
  ],
  fechatter_server: [],
  // The name that dashboards of this app have always used.
  notify_server: ["notify_online_users_gauge metric name should not include type 'gauge'"],
  bot_server: [],
  analytics_server: [],
};

const startTimeoutMs = 60_000;

engineOrSkip(describe, ['promtool-3', 'nats-server'])('what the four services expose, after a visit', (engines) => {
  const children: ChildProcess[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'e2e-services-'));
  const pages = new Map<ServiceName, string>();

  beforeAll(async () => {
    const natsPort = await diskFiles.freePort();
    start(engines['nats-server'], ['--addr', '127.0.0.1', '--port', String(natsPort)]);
    const ports = new Map<ServiceName, number>();
    for (const service of serviceNames) ports.set(service, await diskFiles.freePort());
    const own = [...ports].map(([service, port]) => [`${service.toUpperCase()}_PORT`, String(port)] as const);
    start(process.execPath, [join(root, 'packages/fechatter/lib/main.js'), 'all'], {
      ...Object.fromEntries(own),
      HOST: '127.0.0.1',
      NATS_URL: `nats://127.0.0.1:${natsPort}`,
      ANALYTICS_DB: join(folder, 'analytics.db'),
    });
    const url = (service: ServiceName) => `http://127.0.0.1:${ports.get(service)}`;
    for (const [service, port] of ports) await eventually({ budgetMs: 20_000, what: service }, () => accepts(port));
    const { fechatter_server, notify_server, bot_server, analytics_server } = Object.fromEntries(
      serviceNames.map((service) => [service, url(service)]),
    ) as Record<ServiceName, string>;
    await runTraffic({ urls: { fechatter_server, notify_server, bot_server, analytics_server }, requests: 100 });
    for (const service of serviceNames) pages.set(service, await (await fetch(`${url(service)}/metrics`)).text());
  }, startTimeoutMs);

  afterAll(async () => {
    for (const child of children.reverse()) {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  }, startTimeoutMs);

  function start(file: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
    children.push(spawn(file, args, { env: { PATH: process.env['PATH'] ?? '', ...env }, stdio: 'ignore' }));
  }

  /** Every line that promtool prints. */
  async function checkMetrics(page: string): Promise<readonly string[]> {
    const child = spawn(engines['promtool-3'], ['check', 'metrics'], { stdio: 'pipe' });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
    }
    child.stdin.end(page);
    await once(child, 'close');
    return printed.split('\n').filter((line) => line !== '');
  }

  test.each([...serviceNames])(
    'promtool has nothing against the metrics of %s but those names that are not ours',
    async (service) => {
      const page = pages.get(service) ?? '';
      expect(page).toContain('fechatter_http_requests_total');
      expect(await checkMetrics(page)).toEqual([...excused.everyService, ...excused[service]]);
    },
  );

  test('promtool does speak up against a wrong one', async () => {
    const wrong = '# HELP sent_messages x\n# TYPE sent_messages counter\nsent_messages 1\n';
    expect(await checkMetrics(wrong)).toEqual(['sent_messages counter metrics should have "_total" suffix']);
  });
});
