import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { metrics } from '@fly-monitoring/metrics';
import express, { type Express } from 'express';
import { collectDefaultMetrics, type Registry } from 'prom-client';
import { HTTP_PREFIX } from '../catalogue.js';
import type { EventBus } from '../events/event-bus.js';
import { answerErrors, refuseUnknownPath } from './http-error.js';
import type { Log } from './log.js';
import type { ServiceName } from './names.js';
import type { Settings } from './settings.js';

/** What a service is given: everything that comes from outside. */
export interface ServiceContext {
  readonly settings: Settings;
  readonly bus: EventBus;
  readonly log: Log;
  now(): number;
}

/** What a service is made of, besides the frame all four share. */
export interface ServiceParts {
  readonly name: ServiceName;
  readonly registry: Registry;
  addRoutes(app: Express): void;
  /** Extra facts for /health. They never make it fail: a check that fails restarts machines, which heals no database. */
  describeHealth?(): Readonly<Record<string, unknown>>;
  attach?(server: Server): void;
  /** Called when a shutdown begins, with the bus still open: say goodbye to long-lived clients. */
  dismissClients?(): void;
  /** Called when their time is up: cut off who is still there. */
  dropClients?(): void;
  /** Called after the last event was worked on: write what waits, close what was opened. */
  release?(): Promise<void> | void;
}

export interface RunningService {
  readonly name: ServiceName;
  readonly port: number;
  close(): Promise<void>;
}

/** How long clients have to go by themselves before they are cut off. */
const GOODBYE_MS = 2_000;
/** The event loop's delay is sampled this often; prom-client's default of 10 ms keeps an idle machine busy. */
const EVENT_LOOP_SAMPLE_MS = 100;
const BODY_LIMIT = '32kb';

export async function runService(context: ServiceContext, parts: ServiceParts): Promise<RunningService> {
  const server = createServer(buildApp(context, parts));
  parts.attach?.(server);
  const port = await listen(server, { host: context.settings.host, port: context.settings.ports[parts.name] });
  context.log(`listening on [${context.settings.host}]:${port}`);
  if (context.settings.secret.origin === 'public-default') {
    context.log('FECHATTER_SECRET is not set: tokens are signed with a secret that everybody can read');
  }
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= shutDown(server, context, parts);
    return closing;
  };
  return { name: parts.name, port, close };
}

function buildApp({ settings, bus, log }: ServiceContext, parts: ServiceParts): Express {
  const app = express();
  const { registry } = parts;
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: EVENT_LOOP_SAMPLE_MS });
  const measure = metrics({ registry, prefix: HTTP_PREFIX, env: settings.environment });
  app.disable('x-powered-by');
  measure.instrument(app);
  app.get('/metrics', measure.handler());
  app.get('/health', (_, response) => {
    const health = { status: 'ok', service: parts.name, nats: bus.state, secret: settings.secret.origin };
    response.json({ ...health, ...parts.describeHealth?.() });
  });
  app.use(express.json({ limit: BODY_LIMIT }));
  parts.addRoutes(app);
  app.use(refuseUnknownPath, answerErrors(log));
  return app;
}

function listen(server: Server, where: { host: string; port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where.port, where.host, () => {
      server.off('error', reject);
      resolve(addressOf(server).port);
    });
  });
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port');
  return address;
}

/** In this order nothing is lost: no new requests, no clients, the last events, then what waits to be written. */
async function shutDown(server: Server, { bus, log }: ServiceContext, parts: ServiceParts): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  parts.dismissClients?.();
  server.closeIdleConnections();
  await Promise.race([closed, delay(GOODBYE_MS, undefined, { ref: false })]);
  server.closeAllConnections();
  parts.dropClients?.();
  await bus.close();
  await parts.release?.();
  log('stopped');
}
