import { afterEach } from '@jest/globals';
import { issueToken } from '../src/identity/tokens.js';
import type { RunningService, ServiceContext } from '../src/service/running-service.js';
import { type Environment, parseSettings } from '../src/service/settings.js';
import { MemoryEventBus } from './memory-event-bus.js';

export const SECRET = 'a-secret-for-tests-only';

const cleanups: (() => Promise<unknown>)[] = [];

/** Runs after the test, last registered first, whatever became of it. */
export function afterTest(cleanup: () => Promise<unknown>): void {
  cleanups.push(cleanup);
}

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

export interface Started {
  readonly bus: MemoryEventBus;
  readonly service: RunningService;
  readonly url: string;
  readonly log: string[];
}

export interface StartOptions {
  readonly environment?: Environment;
  readonly bus?: MemoryEventBus;
  readonly now?: () => number;
}

/** Starts a service on a free port of 127.0.0.1, with a bus in memory. */
export async function start(
  starter: (context: ServiceContext) => Promise<RunningService>,
  { environment, bus = new MemoryEventBus(), now = Date.now }: StartOptions = {},
): Promise<Started> {
  const log: string[] = [];
  const settings = parseSettings({ HOST: '127.0.0.1', PORT: '0', FECHATTER_SECRET: SECRET, ...environment }, [
    'fechatter_server',
  ]);
  const service = await starter({ settings, bus, log: (line) => log.push(line), now });
  afterTest(() => service.close());
  return { bus, service, url: `http://127.0.0.1:${service.port}`, log };
}

export function tokenFor(userId: string): string {
  return issueToken(SECRET, { userId, expiresAtMs: Date.now() + 60_000 });
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface Ask {
  readonly method?: string;
  readonly token?: string;
  readonly body?: unknown;
}

export async function ask(url: string, { method = 'GET', token, body }: Ask = {}): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

/** The value of one series on a service's /metrics; `series` is written as it is exposed. */
export async function sample(url: string, series: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${series} `));
  if (line === undefined) throw new Error(`There is no series ${series} on ${url}/metrics`);
  return Number(line.slice(series.length + 1));
}

/** Looks until what is looked for is there, for what other processes and sockets do in their own time. */
export async function eventually<Found>(
  look: () => Promise<Found | undefined | false> | Found | undefined | false,
  budgetMs = 10_000,
): Promise<Found> {
  const endMs = Date.now() + budgetMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > endMs) throw new Error(`Not seen within ${budgetMs} ms: ${look.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
