// The pure verdict against JSON.parse of the same answers: it must be linear, and its ratio must not grow.
import { prometheusApi } from '../../packages/prometheus/lib/index.js';
import { judgeGate } from '../../packages/verify/lib/checks/gates/judge-gate.js';
import { judgeLabelSets } from '../../packages/verify/lib/checks/label-sets/judge-label-sets.js';
import { mergeExpected } from '../../packages/verify/lib/checks/metrics/expected-metric.js';
import { judgeMetrics } from '../../packages/verify/lib/checks/metrics/judge-metrics.js';
import { newestSamples } from '../../packages/verify/lib/checks/metrics/newest-samples.js';
import { judgePanel } from '../../packages/verify/lib/checks/panels/judge-panels.js';
import { judgeTargets } from '../../packages/verify/lib/targets/judge-targets.js';

const at = new Date().toISOString();
const target = (n) => ({
  discoveredLabels: {
    __address__: `[fdaa::${n}]:9090`,
    __meta_dns_name: 'app.process.shop.internal',
    __metrics_path__: '/metrics',
    __scheme__: 'http',
    job: 'web',
  },
  labels: { instance: `[fdaa::${n}]:9090`, job: 'web', service: 'web', fly_app: 'shop', fly_region: 'fra' },
  scrapePool: 'web',
  scrapeUrl: `http://[fdaa::${n.toString(16)}]:9090/metrics`,
  globalUrl: `http://[fdaa::${n.toString(16)}]:9090/metrics`,
  lastError: '',
  lastScrape: at,
  lastScrapeDuration: 0.004,
  health: 'up',
  scrapeInterval: '15s',
  scrapeTimeout: '10s',
});
const panel = (n) => ({
  status: 'success',
  data: {
    resultType: 'vector',
    result: Array.from({ length: 4 }, (_, k) => ({
      metric: { service: `s${k}` },
      value: [1_767_225_600, String(n + k)],
    })),
  },
});

/** The client's own reading, without a network. */
const apiFor = (body) =>
  prometheusApi({
    baseUrl: 'http://bench',
    http: {
      send: async () => ({ kind: 'response', status: 200, headers: { 'content-type': 'application/json' }, body }),
    },
  });

async function best(work, times = 7) {
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < times; n++) {
    const start = performance.now();
    await work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

async function targets(count) {
  const text = JSON.stringify({
    status: 'success',
    data: { activeTargets: Array.from({ length: count }, (_, n) => target(n + 1)), droppedTargets: [] },
  });
  const machines = Array.from({ length: count }, (_, n) => ({
    id: String(n),
    address: `fdaa::${(n + 1).toString(16)}`,
    port: 9090,
    state: 'started',
    group: 'app',
    standby: false,
    autostop: false,
  }));
  const jobs = [{ name: 'web', expectation: { kind: 'machines', machines } }];
  const parse = await best(() => JSON.parse(text));
  const api = apiFor(text);
  const read = await best(() => api.targets());
  const { value } = await api.targets();
  const judge = await best(() => {
    const verdict = judgeTargets({ jobs, activeTargets: value, sinceMs: 1, clockSkewMs: 0 });
    if (verdict.verdict !== 'pass' || judgeLabelSets(value).verdict !== 'pass') throw new Error('it must pass');
  });
  return { count, parse, read, judge };
}

async function panels(count) {
  const texts = Array.from({ length: count }, (_, n) => JSON.stringify(panel(n)));
  const parse = await best(() => texts.map((text) => JSON.parse(text)));
  const answers = await Promise.all(texts.map((text) => apiFor(text).query('up')));
  const judge = await best(() => answers.map((answer) => judgePanel(answer)));
  return { count, parse, read: await best(() => Promise.all(texts.map((text) => apiFor(text).query('up')))), judge };
}

/** A gate over four series and twenty steps of a bake, each compared with its own value of before. */
async function gates(count) {
  const window = { startMs: 0, endMs: 19_000, stepMs: 1_000 };
  const values = Array.from({ length: 20 }, (_, step) => [step, String(1 + step / 100)]);
  const result = Array.from({ length: 4 }, (_, k) => ({ metric: { service: `s${k}` }, values }));
  const texts = Array.from({ length: count }, () =>
    JSON.stringify({ status: 'success', data: { resultType: 'matrix', result } }),
  );
  const ask = () => Promise.all(texts.map((text) => apiFor(text).queryRange('up', window)));
  const parse = await best(() => texts.map((text) => JSON.parse(text)));
  const answers = await ask();
  const bound = { kind: 'before', factor: 1.2, offset: 0 };
  const gate = { name: 'g', expr: 'up', operator: '<=', bound, enough: undefined };
  const judge = await best(() => {
    const seen = answers.map(({ value: { series } }) =>
      judgeGate(gate, { series, window, before: series, samples: undefined }),
    );
    if (seen.some(({ verdict }) => verdict !== 'pass')) throw new Error('they must pass');
  });
  return { count, parse, read: await best(ask), judge };
}

/** Metrics of a catalogue that two dashboards use too, fifty names to a query, each fresh in four jobs. */
async function metrics(count) {
  const names = Array.from({ length: count }, (_, n) => `shop_metric_${n}_total`);
  const jobs = ['web', 'mail', 'search', 'pay'];
  const texts = Array.from({ length: Math.ceil(count / 50) }, (_, n) => {
    const some = names.slice(n * 50, n * 50 + 50);
    const result = some.flatMap((name) =>
      jobs.map((job) => ({ metric: { metric_name: name, job }, value: [1_767_225_600, '1767225590'] })),
    );
    return JSON.stringify({ status: 'success', data: { resultType: 'vector', result } });
  });
  const ask = () => Promise.all(texts.map((text) => apiFor(text).query('up')));
  const parse = await best(() => texts.map((text) => JSON.parse(text)));
  const answers = await ask();
  const wish = (name, by) => ({ name, series: [name], jobs, usedBy: [by], blame: 'app' });
  const wishes = [
    ...names.map((name) => ({ ...wish(name, 'the catalogue'), isAlwaysThere: true })),
    ...['one', 'two'].flatMap((by) => names.map((name) => ({ ...wish(name, by), isAlwaysThere: undefined }))),
  ];
  const judge = await best(() => {
    const newest = newestSamples(answers.map(({ value }) => value));
    const evidence = { newest, floorMs: () => 1_767_225_580_000, absence: () => undefined };
    if (judgeMetrics(mergeExpected(wishes), evidence).check.verdict !== 'pass') throw new Error('it must pass');
  });
  return { count, parse, read: await best(ask), judge };
}

const shown = ({ count, parse, read, judge }) =>
  `${String(count).padStart(6)}: JSON.parse ${parse.toFixed(1)} ms, read and checked ${read.toFixed(1)} ms (${(read / parse).toFixed(1)}×), verdict ${judge.toFixed(1)} ms (${(judge / parse).toFixed(2)}×, ${((judge / count) * 1_000).toFixed(2)} µs each)`;
console.log('targets');
for (const count of [1_250, 2_500, 5_000, 10_000]) console.log(shown(await targets(count)));
console.log('panel queries');
for (const count of [250, 500, 1_000]) console.log(shown(await panels(count)));
console.log('gates');
for (const count of [250, 500, 1_000]) console.log(shown(await gates(count)));
console.log('metrics');
for (const count of [250, 500, 1_000]) console.log(shown(await metrics(count)));
