// node --expose-gc src/record-path.mjs [rounds]
import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { CustomLabels } from '../../../packages/metrics/lib/http/custom-labels.js';
import { Exchange } from '../../../packages/metrics/lib/http/exchange.js';
import { HttpRecorder } from '../../../packages/metrics/lib/http/http-recorder.js';
import { InFlight } from '../../../packages/metrics/lib/http/in-flight.js';
import { methodIndex } from '../../../packages/metrics/lib/http/method.js';
import { RequestLog } from '../../../packages/metrics/lib/http/request-log.js';
import { defineMetrics } from '../../../packages/metrics/lib/index.js';
import { quantile, shuffled } from './statistics.mjs';
import { BUCKETS } from './subjects.mjs';

const load = createRequire(import.meta.url);
const rounds = Number(process.argv[2] ?? 25);
const CALLS = 20_000;

const routes = Array.from({ length: 20 }, (_, i) => `/api/thing${i}/:id`);
const combos = routes.flatMap((route) =>
  ['GET', 'POST'].flatMap((method) => [200, 404, 500].map((status) => ({ method, route, status }))),
);
const N = combos.length;
const values = Float64Array.from({ length: 1024 }, () => Math.random() ** 4 * 2);

function requestLog() {
  return new RequestLog({
    buckets: BUCKETS,
    maxSeries: 2000,
    statusGrouping: 'code',
    customLabels: new CustomLabels({}),
    exclude: new Set(),
    sizeBuckets: undefined,
    measuresFirstByte: false,
    hasNativeHistograms: false,
    hasExemplars: false,
  });
}

/** What is done with an ended request: find its row by route, method and status; count it; observe its duration. */
function ourRecordPath() {
  const log = requestLog();
  const routeRows = combos.map(({ route }) => log.route(route));
  const exchange = new Exchange();
  return (i) => {
    const { method, status } = combos[i % N];
    const rows = routeRows[i % N];
    const index = methodIndex(method);
    exchange.seconds = values[i & 1023];
    const row = rows.isAsLast(index, status) ? rows.lastRow : log.rowOf(rows, index, status);
    log.recordTimed(row, exchange);
  };
}

/** All of it: two clock readings, the place among those being served, the route's rows, the recording. */
function ourBeginAndEnd() {
  const log = requestLog();
  const inFlight = new InFlight();
  const recorder = new HttpRecorder({ log, inFlight, customLabels: new CustomLabels({}), traces: undefined });
  const routeObjects = routes.map((path) => ({ path }));
  const app = { stack: routeObjects.map((route) => ({ name: '', route, matchers: [() => false] })) };
  const all = combos.map(({ method, route, status }) => {
    const req = { method, url: '/', app, baseUrl: '', route: routeObjects[routes.indexOf(route)], socket: {} };
    const res = Object.assign(new EventEmitter(), {
      req,
      socket: {},
      statusCode: status,
      headersSent: true,
      writableFinished: true,
      chunkedEncoding: false,
      shouldKeepAlive: true,
    });
    recorder.begin(req, res);
    res.emit('close');
    res.removeAllListeners();
    return { req, res };
  });
  // The listener is put on and off a real response once; here it stays, or the emitter would be what is measured.
  let end;
  all[0].res.on = (_event, listener) => {
    end = listener;
  };
  recorder.begin(all[0].req, all[0].res);
  end.call(all[0].res);
  for (const { res } of all) res.on = () => {};
  return (i) => {
    const { req, res } = all[i % N];
    recorder.begin(req, res);
    end.call(res);
  };
}

function catalogueHandles() {
  const { Registry } = load('prom-client');
  const labels = { method: null, route: null, status: null };
  const live = defineMetrics(
    {
      bench_total: { type: 'counter', help: 'h', labels },
      bench_seconds: { type: 'histogram', help: 'h', labels, buckets: BUCKETS },
    },
    { service: 'bench' },
  ).register(new Registry());
  const sets = combos.map(({ method, route, status }) => ({ method, route, status: String(status) }));
  return {
    counters: sets.map((set) => live.bench_total.labels(set)),
    histograms: sets.map((set) => live.bench_seconds.labels(set)),
  };
}

function promClient() {
  const client = load('prom-client');
  const labelNames = ['method', 'route', 'status'];
  const common = { help: 'h', labelNames, registers: [new client.Registry()] };
  const histogram = new client.Histogram({ name: 'h', buckets: BUCKETS, ...common });
  const counter = new client.Counter({ name: 'c', ...common });
  return {
    histograms: combos.map(({ method, route, status }) => histogram.labels(method, route, status)),
    counters: combos.map(({ method, route, status }) => counter.labels(method, route, status)),
  };
}

function floor() {
  const width = BUCKETS.length + 2;
  const bounds = Float64Array.from(BUCKETS);
  const cells = new Float64Array(N * width);
  return (i) => {
    const value = values[i & 1023];
    let bucket = 0;
    while (bucket < bounds.length && value > bounds[bucket]) bucket++;
    const at = (i % N) * width;
    cells[at] += value;
    cells[at + 1 + bucket]++;
  };
}

const handles = catalogueHandles();
const prom = promClient();
const record = ourRecordPath();
const tests = {
  'floor: an addition in a typed array': floor(),
  'floor again (A/A)': floor(),
  'our record path': record,
  'our whole middleware, clocks included': ourBeginAndEnd(),
  'two clock readings': () => performance.now() + performance.now(),
  'catalogue counter.inc()': (i) => handles.counters[i % N].inc(),
  'catalogue histogram.observe()': (i) => handles.histograms[i % N].observe(values[i & 1023]),
  "prom-client's cached counter child": (i) => prom.counters[i % N].inc(),
  "prom-client's cached histogram child": (i) => prom.histograms[i % N].observe(values[i & 1023]),
};

function nanoseconds(test) {
  const start = process.hrtime.bigint();
  for (let i = 0; i < CALLS; i++) test(i);
  return Number(process.hrtime.bigint() - start) / CALLS;
}

/** Bytes of the young generation that a call leaves behind. */
function bytesPerCall(test) {
  const calls = 200_000;
  for (let i = 0; i < calls; i++) test(i);
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < calls; i++) test(i);
  return Math.max(0, process.memoryUsage().heapUsed - before) / calls;
}

const names = Object.keys(tests);
const measured = Object.fromEntries(names.map((name) => [name, []]));
for (const name of names) for (let i = 0; i < 5; i++) nanoseconds(tests[name]);
for (let round = 0; round < rounds; round++)
  for (const name of shuffled(names)) measured[name].push(nanoseconds(tests[name]));
const [first] = names;
const rows = names.map((name) => {
  const ns = quantile(measured[name], 0.25);
  const bytes = globalThis.gc === undefined ? undefined : bytesPerCall(tests[name]);
  return { name, ns, floors: ns / quantile(measured[first], 0.25), bytes };
});
console.log(JSON.stringify({ node: process.version, rows }));
