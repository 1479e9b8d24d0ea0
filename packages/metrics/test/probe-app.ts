import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NextFunction, Request, Response } from 'express';
import { Registry } from 'prom-client';
import { type MetricsMiddleware, type MetricsOptions, metrics } from '../src/index.js';
import { EXPRESS_VERSIONS, type ExpressVersion } from './express-versions.js';
import { type Served, serve } from './served-app.js';

const open = new Set<ProbeApp>();

/** For `afterEach`: closes what a test served, also when the test failed half way. */
export async function closeProbeApps(): Promise<void> {
  await Promise.all([...open].map((app) => app.close()));
  open.clear();
}

export interface ProbeApp extends Served {
  readonly m: MetricsMiddleware;
  readonly metricsUrl: string;
}

/** An Express version and how its requests are measured: both ways have to tell the same. */
export interface MeasuredVersion extends ExpressVersion {
  readonly measure: (app: App, m: MetricsMiddleware) => void;
}

export const MEASURED_VERSIONS: readonly MeasuredVersion[] = EXPRESS_VERSIONS.flatMap((version) => [
  { ...version, measure: (app, m) => void app.use(m) },
  { ...version, name: `${version.name}, instrumented`, measure: (app, m) => m.instrument(app) },
]);

/** An app with every way of routing that has misled a metrics middleware, served for real. */
export async function serveProbeApp(version: MeasuredVersion, options: MetricsOptions = {}): Promise<ProbeApp> {
  const m = metrics({ registry: new Registry(), env: {}, ...options });
  const app = version.express();
  const folder = mkdtempSync(join(tmpdir(), 'metrics-static-'));
  writeFileSync(join(folder, 'a.txt'), 'hello');
  app.disable('x-powered-by');
  version.measure(app, m);
  app.use('/metrics', m.handler());
  addRouters(version, app);
  addSubApp(version, app, m);
  addRoutes(version, app, m);
  app.use('/static', version.express.static(folder));
  app.use('/auth', (_req, res) => void res.status(401).end());
  app.use((_error: unknown, _req: Request, res: Response, _next: NextFunction) => void res.status(500).end('error'));
  version.finish(app);
  const served = await serve(app);
  const close = async () => {
    await served.close();
    rmSync(folder, { recursive: true });
  };
  const probe = { ...served, m, metricsUrl: `${served.url}/metrics`, close };
  open.add(probe);
  return probe;
}

type App = ReturnType<ExpressVersion['express']>;

const ok = (_req: Request, res: Response): void => void res.json({ ok: true });

function addRouters({ express }: ExpressVersion, app: App): void {
  const users = express.Router();
  users.get('/', ok);
  users.post('/', ok);
  users.get('/:id', ok);
  users.get('/:id/throw', () => {
    throw new Error('thrown');
  });
  users.get('/:id/next-error', (_req, _res, next) => next(new Error('passed on')));
  const api = express.Router().use('/users', users);
  app.use('/Api', api);

  const things = express.Router({ mergeParams: true });
  things.get('/things/:tid', ok);
  things.get('/', ok);
  app.use('/t/:tenant', things);
  app.use('/flights/:from-:to', express.Router().get('/seats', ok));
  app.use(['/one', '/two'], express.Router().get('/:id', ok));
  const shared = express.Router().get('/shared/:id', ok);
  app.use('/first', shared);
  app.use('/second', shared);

  const guarded = express.Router();
  guarded.use((_req, res) => void res.status(403).end());
  guarded.get('/:gid', ok);
  app.use('/guard', guarded);
  const wrapped = express.Router().get('/:id', ok);
  app.use('/wrapped', (req, res, next) => wrapped(req, res, next));
}

function addSubApp({ express }: ExpressVersion, app: App, m: MetricsMiddleware): void {
  const subApp = express();
  subApp.use(m);
  const inner = express.Router().get('/:id/throw', () => {
    throw new Error('thrown');
  });
  subApp.get('/x/:id', ok);
  subApp.use('/inner', inner);
  app.use('/Sub', subApp);
}

function addRoutes({ wildcard, optional }: ExpressVersion, app: App, m: MetricsMiddleware): void {
  app.get(/^\/rx\/(\d+)$/, ok);
  app.get(['/arr/a/:x', '/arr/b/:x'], ok);
  app.get(optional, ok);
  app.get(wildcard, ok);
  app.get('/throw/:id', () => {
    throw new Error('thrown');
  });
  app.get('/fall/:id', (_req, _res, next) => next());
  app.get('/', ok);
  addStreams(app, m);
}

function addStreams(app: App, m: MetricsMiddleware): void {
  app.get('/poll/:id', m.longLived, ok);
  app.get('/slow/:id', (_req, res) => void res.flushHeaders());
  app.get('/silent/:id', () => {});
  app.get('/sse/header', (_req, res) => void res.set('content-type', 'text/event-stream').write('data: 1\n\n'));
  app.get('/sse/write-head', (_req, res) => {
    res.writeHead(200, { 'Content-Type': 'text/event-stream' });
    res.write('data: 1\n\n');
  });
}
