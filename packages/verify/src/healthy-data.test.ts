import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dashboard, quick } from '../test/data-world.js';
import { files, healthy, verify } from '../test/verify.js';
import { says, type World, worldStart } from '../test/world.js';

/** What a deploy that goes well may look like to those who look at its data, in seconds after the verification began. */
const run = fc.record({
  /** A metric that a service registers a moment after its first scrape. */
  registeredAt: fc.integer({ min: -5, max: 15 }),
  /** What panels show: without traffic some are NaN, others empty. */
  panels: fc.array(fc.constantFrom('3', '0', 'NaN', 'none'), { minLength: 1, maxLength: 6 }),
  /** Groups with their interval and the moment in it at which Prometheus evaluates them. */
  groups: fc.array(fc.record({ interval: fc.constantFrom(5, 15, 60, 300), offset: fc.nat({ max: 299 }) }), {
    maxLength: 4,
  }),
  /** When the remote has taken the first batch, and when it shows it; undefined: nothing is sent. */
  remote: fc.option(fc.record({ takenAt: fc.nat({ max: 25 }), shownAfter: fc.nat({ max: 45 }) }), { nil: undefined }),
  /** An alert that burns since before the deploy. */
  burns: fc.boolean(),
  /** How much the error rate moves, below its gate. */
  errors: fc.array(fc.double({ min: 0, max: 0.009, noNaN: true }), { minLength: 20, maxLength: 20 }),
});

/** The long form: `HEALTHY_RUNS=5000 npx jest healthy-data`. */
const numRuns = Number(process.env['HEALTHY_RUNS'] ?? 200);

type Run = typeof run extends fc.Arbitrary<infer T> ? T : never;

const vector = (...values: readonly string[]) => ({
  resultType: 'vector',
  result: values.map((value) => ({ metric: {}, value: [1, value] })),
});
const at = (seconds: number) => worldStart / 1_000 + seconds;
const iso = (seconds: number) => new Date(at(seconds) * 1_000).toISOString();

function group({ interval, offset }: Run['groups'][number], index: number, seconds: number) {
  const moment = offset % interval;
  const last = Math.floor((seconds - moment) / interval) * interval + moment;
  // Prometheus started 20 s ago.
  const isEvaluated = last > -20;
  const lastEvaluation = isEvaluated ? iso(last) : '0001-01-01T00:00:00Z';
  const rule = {
    type: 'alerting',
    name: `A${index}`,
    query: 'up == 0',
    health: isEvaluated ? 'ok' : 'unknown',
    lastEvaluation,
  };
  return { name: `g${index}`, file: '/etc/prometheus/rules/all.yml', interval, rules: [rule] };
}

const pushUrl = 'https://prometheus-1.grafana.net/api/prom/push';

function ownMetrics(remote: NonNullable<Run['remote']>, seconds: number): string {
  const labels = `{remote_name="a",url="${pushUrl}"}`;
  const sent = seconds >= remote.takenAt ? at(seconds) : 0;
  return [
    `prometheus_remote_storage_samples_pending${labels} 3`,
    `prometheus_remote_storage_queue_highest_sent_timestamp_seconds${labels} ${sent}`,
    `prometheus_remote_storage_highest_timestamp_in_seconds ${at(seconds)}`,
    '',
  ].join('\n');
}

function readBack({ takenAt, shownAfter }: NonNullable<Run['remote']>, seconds: number) {
  const isShown = seconds >= takenAt + shownAfter;
  const series = ['web', 'mail'].map((job) => ({ metric: { job }, value: [1, String(at(isShown ? seconds : -900))] }));
  return says(
    200,
    JSON.stringify({ status: 'success', data: { resultType: 'vector', result: series } }),
    'application/json',
  );
}

function worldOf({ registeredAt, panels, groups, remote, burns, errors }: Run): World {
  const rules = groups.map(({ interval }, index) => ({
    name: `g${index}`,
    interval: `${interval}s`,
    rules: [{ alert: `A${index}`, expr: 'up == 0' }],
  }));
  const exprs = panels.map((_, index) => `late_total + panel_${index}`);
  return {
    ...healthy,
    files: {
      'monitoring/prometheus-fly.yml': `${files['monitoring/prometheus-fly.yml']}\nrule_files: [rules/*.yml]\n`,
      'monitoring/rules/all.yml': JSON.stringify({ groups: rules }),
      'dashboards/shop.json': dashboard(...exprs),
    },
    rules: (seconds) => groups.map((one, index) => group(one, index, seconds)),
    range: () => errors,
    query: (expr) => {
      if (expr.startsWith('scrape_')) return vector();
      if (expr.startsWith('ALERTS')) return burns ? vector('1') : vector();
      if (expr.includes('min_over_time')) return vector(String(at(0)));
      const shown = panels[exprs.indexOf(expr)];
      return shown === 'none' ? vector() : vector(shown ?? '1');
    },
    instead: ({ url, body = '' }, seconds) => {
      if (remote !== undefined && url === 'https://prometheus.test/metrics')
        return says(200, ownMetrics(remote, seconds));
      if (remote !== undefined && url.startsWith('https://prometheus-1.grafana.net')) return readBack(remote, seconds);
      const isEarly = seconds < registeredAt && body.includes('metric_name') && body.includes('late_total');
      return isEarly ? says(200, JSON.stringify({ status: 'success', data: vector() }), 'application/json') : undefined;
    },
  };
}

test('data of a deploy that goes well is never red, however late, rare or empty it is', async () => {
  const environment = { GRAFANA_PROMETHEUS_USER: '1', GRAFANA_PROMETHEUS_API_KEY: 'glc_x' };
  const given = { ...quick, interval: '3s', gates: 'errors: errors < 0.01', bake: '10s' };
  await fc.assert(
    fc.asyncProperty(run, async (one) => {
      const { json, report } = await verify(worldOf(one), given, environment);
      const open = json.checks.filter(({ verdict }) => verdict === 'fail' || verdict === 'inconclusive');
      expect({ open, verdict: report.outputs['verdict'] }).toEqual({ open: [], verdict: 'pass' });
    }),
    { numRuns },
  );
});
