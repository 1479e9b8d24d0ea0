import http from 'node:http';
import express from 'express';

const NAMES = ['users', 'orders', 'items', 'carts'];

/** Twenty routes in four mounted routers, JSON answers. */
export function serve({ use, instrument }) {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  instrument?.(app);
  if (use !== undefined) app.use(use);
  for (const name of NAMES) app.use(`/api/${name}`, routerOf(name));
  const tenants = express.Router({ mergeParams: true });
  tenants.get('/things/:tid', (_req, res) => res.json(1));
  app.use('/t/:tenant', tenants);
  return http.createServer(app);
}

function routerOf(name) {
  const router = express.Router();
  router.get('/', (_req, res) => res.json({ name, list: [1, 2, 3] }));
  router.get('/:id', (req, res) => res.json({ name, id: req.params.id, ok: true }));
  router.get('/:id/detail', (req, res) => res.json({ name, id: req.params.id, detail: 'some text' }));
  router.get('/:id/sub/:sid', (req, res) => res.json({ name, id: req.params.id, sid: req.params.sid }));
  router.post('/:id/act', (req, res) => res.status(201).json({ name, id: req.params.id }));
  return router;
}

const REQUESTS = NAMES.flatMap((name) => [
  { method: 'GET', url: `/api/${name}` },
  { method: 'GET', url: `/api/${name}/12345` },
  { method: 'GET', url: `/api/${name}/98765/detail` },
  { method: 'GET', url: `/api/${name}/12345/sub/678` },
  { method: 'POST', url: `/api/${name}/4444/act` },
]);

/** The requests of the app in turn. */
export function inTurn() {
  let i = 0;
  return () => REQUESTS[i++ % REQUESTS.length];
}
