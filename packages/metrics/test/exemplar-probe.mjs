// node exemplar-probe.mjs <folder with the peers> <express package> <use | instrument> — shows by route which trace the
// requests of a traced server have as their exemplar, as one JSON line.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { join } from 'node:path';

const [, , folder, expressName, way] = process.argv;
const load = createRequire(import.meta.url);
const loadPeer = createRequire(join(folder, 'package.json'));
const express = load(expressName);
const { Registry } = load('prom-client');
const { context, ROOT_CONTEXT, trace } = loadPeer('@opentelemetry/api');
const { AsyncLocalStorageContextManager } = loadPeer('@opentelemetry/context-async-hooks');
const { metrics } = await import('../lib/index.js');

context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());

/** A span whose trace id spells a name, so that the output can be read. */
function inSpan(name, traceFlags, work) {
  const traceId = Buffer.from(name.padEnd(16, '.')).toString('hex');
  const span = trace.wrapSpanContext({ traceId, spanId: '00f067aa0ba902b7', traceFlags });
  return context.with(trace.setSpan(ROOT_CONTEXT, span), work);
}

const m = metrics({ registry: new Registry(), env: {}, exemplars: true });
const app = express();
if (way === 'instrument') m.instrument(app);
else app.use(m);
app.use('/metrics', m.handler());

let held;
let onHeld;
let onServed;
const answer = (_req, res) => void res.end('ok');
const later = (_req, res) => void setTimeout(() => res.end('ok'), 5);
for (const path of ['/now', '/both', '/unsampled', '/header', '/untraced', '/ahead', '/behind']) app.get(path, answer);
app.get('/later', later);
app.get('/left', (_req, res) => {
  res.on('close', () => onServed());
  res.write('a part');
});
app.get('/held', (_req, res) => {
  held = res;
  onHeld();
});
app.get('/release', (_req, res) => {
  held.end('released');
  res.end('ok');
});
app.get('/inner', (req, res) => inSpan('inner', 1, () => later(req, res)));

/** As an instrumentation of node:http does it: a span around all that serves a request. */
const server = createServer((req, res) => {
  const name = req.url.slice(1);
  if (['header', 'untraced', 'inner', 'metrics'].includes(name)) app(req, res);
  else inSpan(name, name === 'unsampled' ? 0 : 1, () => app(req, res));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address();
const get = async (path, headers = {}) => await (await fetch(`http://127.0.0.1:${port}/${path}`, { headers })).text();

/** Sends as it is written and resolves once `isDone` says so of what came back. */
function converse(text, isDone) {
  return new Promise((resolve) => {
    let seen = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      seen += chunk;
      if (!isDone(seen)) return;
      socket.destroy();
      resolve();
    });
  });
}

const requestText = (path) => `GET /${path} HTTP/1.1\r\nHost: t\r\n\r\n`;
const traceparent = `00-${Buffer.from('from the header.').toString('hex')}-00f067aa0ba902b7-01`;

await get('now');
await get('later');
await get('both', { traceparent });
await get('unsampled');
await get('header', { traceparent });
await get('untraced');
await get('inner');
await converse(requestText('ahead') + requestText('behind'), (seen) => seen.split('ok').length === 3);
const served = new Promise((resolve) => (onServed = resolve));
await converse(requestText('left'), (seen) => seen.includes('a part'));
await served;
const isHeld = new Promise((resolve) => (onHeld = resolve));
const holding = get('held');
await isHeld;
await get('release');
await holding;

context.disable();
context.setGlobalContextManager({
  active() {
    throw new Error('no context');
  },
  with: (_context, work) => work(),
  disable() {},
});
const answerWithoutContext = await get('now');
const text = await get('metrics', { accept: 'application/openmetrics-text' });
server.close();
server.closeAllConnections();

const found = {};
for (const [, route, id] of text.matchAll(
  /^http_request_duration_seconds_bucket\{.*route="\/(\w+)".*# \{trace_id="(\w+)"/gm,
))
  found[route] = Buffer.from(id, 'hex').toString().replace(/\.+$/, '');
console.log(JSON.stringify({ ...found, answerWithoutContext }));
