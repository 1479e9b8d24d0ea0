import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engineOrSkip, freePort } from '@fly-monitoring/testing/engines';
import { describe, expect, test } from '@jest/globals';
import { afterTest, ask, eventually, SECRET, tokenFor } from '../test/harness.js';
import { startNats } from '../test/nats-server.js';

const MAIN = fileURLToPath(new URL('../lib/main.js', import.meta.url));

interface Running {
  readonly child: ChildProcess;
  output(): string;
  /** Resolves with the exit code. */
  readonly exited: Promise<number | null>;
}

/** Runs the compiled entry with nothing but this environment. */
function run(argument: string, environment: Readonly<Record<string, string>>): Running {
  const child = spawn(process.execPath, [MAIN, argument], {
    env: { PATH: process.env['PATH'], HOST: '127.0.0.1', FECHATTER_SECRET: SECRET, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
  const exited = once(child, 'exit').then(() => child.exitCode);
  afterTest(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  return { child, output: () => text, exited };
}

function portOf({ output }: Running, service: string): Promise<string> {
  return eventually(() => new RegExp(`${service}: listening on \\[.*\\]:(\\d+)`).exec(output())?.[1]);
}

async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fechatter-'));
  afterTest(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe('the entry', () => {
  test.each([[''], ['frontend'], ['toString']])('says how it is used when it is called with %j', async (argument) => {
    const running = run(argument, {});
    expect(await running.exited).toBe(1);
    expect(running.output()).toBe(
      'Usage: node main.js <fechatter_server|notify_server|bot_server|analytics_server|all>\n',
    );
  });

  test('names every wrong variable', async () => {
    const running = run('bot_server', { PORT: 'http', NATS_URL: 'nats' });
    expect(await running.exited).toBe(1);
    expect(running.output()).toMatch(/- PORT: .*\n- NATS_URL: /);
  });

  test('says that its port is taken', async () => {
    const first = run('bot_server', { PORT: '0', NATS_URL: `nats://127.0.0.1:${await freePort()}` });
    const second = run('bot_server', { PORT: await portOf(first, 'bot_server') });
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain('EADDRINUSE');
  });

  test.each(['fechatter_server', 'notify_server', 'bot_server', 'analytics_server'])(
    '%s answers without NATS and stops on SIGTERM',
    async (service) => {
      const natsUrl = `nats://127.0.0.1:${await freePort()}`;
      const running = run(service, { PORT: '0', NATS_URL: natsUrl, TMPDIR: await scratchFolder() });
      const url = `http://127.0.0.1:${await portOf(running, service)}`;
      expect(await ask(`${url}/health`)).toMatchObject({ status: 200, body: { service, nats: 'connecting' } });
      running.child.kill('SIGTERM');
      expect(await running.exited).toBe(0);
      expect(running.output()).toContain(`${service}: stopped\n`);
    },
    20_000,
  );

  test('all runs the four of them, each with its own metrics', async () => {
    const ports = {
      FECHATTER_SERVER_PORT: '0',
      NOTIFY_SERVER_PORT: '0',
      BOT_SERVER_PORT: '0',
      ANALYTICS_SERVER_PORT: '0',
    };
    const natsUrl = `nats://127.0.0.1:${await freePort()}`;
    const running = run('all', {
      ...ports,
      NATS_URL: natsUrl,
      TMPDIR: await scratchFolder(),
      FLY_APP_NAME: 'fechatter',
    });
    const own = { fechatter_server: 'fechatter_active_users', notify_server: 'notify_online_users_gauge' };
    for (const [service, metric] of Object.entries(own)) {
      const text = await (await fetch(`http://127.0.0.1:${await portOf(running, service)}/metrics`)).text();
      expect(text).toMatch(new RegExp(`^${metric}\\{fly_app="fechatter"\\} 0$`, 'm'));
      expect(text).toContain('process_cpu_seconds_total');
      for (const other of Object.values(own).filter((name) => name !== metric)) expect(text).not.toContain(other);
    }
    running.child.kill('SIGTERM');
    expect(await running.exited).toBe(0);
  }, 20_000);
});

engineOrSkip(test, ['nats-server'])(
  'a stop with clients connected says goodbye to them and loses no event',
  async ({ 'nats-server': executable }) => {
    const nats = await startNats(executable, await freePort());
    afterTest(() => nats.stop());
    const folder = await scratchFolder();
    const common = { PORT: '0', NATS_URL: nats.url, ANALYTICS_DB: join(folder, 'events.db') };
    const services = ['fechatter_server', 'notify_server', 'analytics_server'];
    const running = services.map((service) => run(service, common));
    for (const { output } of running) await eventually(() => output().includes('connected to NATS'));
    const [chat = '', notify = '', analytics = ''] = await Promise.all(
      running.map((one, index) => portOf(one, services[index] ?? '')),
    );

    const stream = await fetch(`http://127.0.0.1:${notify}/api/events?token=${tokenFor('ada')}`);
    expect((await ask(`http://127.0.0.1:${chat}/api/sign-in`, { method: 'POST', body: { name: 'ada' } })).status).toBe(
      200,
    );
    // Received, and not written yet: batches wait longer than this.
    await eventually(async () => {
      const text = await (await fetch(`http://127.0.0.1:${analytics}/metrics`)).text();
      return /^analytics_events_processed_total\{event="user_signed_in",outcome="ok"[^}]*\} 1$/m.test(text);
    });
    for (const { child } of running) child.kill('SIGTERM');
    expect(await Promise.all(running.map(({ exited }) => exited))).toEqual([0, 0, 0]);
    expect(await stream.text()).toContain(': welcome');

    const again = run('analytics_server', common);
    const url = `http://127.0.0.1:${await portOf(again, 'analytics_server')}/api/summary`;
    const summary = await ask(url, { token: tokenFor('ada') });
    expect(summary.body).toMatchObject({ events: { user_signed_in: 1 } });
  },
  30_000,
);
