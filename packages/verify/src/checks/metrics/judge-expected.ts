import type { Answer, Failure, Labels, QueryResult } from '@fly-monitoring/prometheus';
import type { CheckContext } from '../../check-module.js';
import { askNewest, floorOf, jobLabelOf } from './ask-newest.js';
import { type ExpectedMetric, familiesOf } from './expected-metric.js';
import { type AbsenceFacts, isFresh, judgeMetrics, type MetricsVerdict } from './judge-metrics.js';
import type { NewestSamples } from './newest-samples.js';

export type Judged =
  | { readonly kind: 'judged'; readonly verdict: MetricsVerdict }
  | { readonly kind: 'unasked'; readonly failure: Failure };

/** What is to be known about one absence costs some requests, so only the first are looked into. */
const mostExplained = 100;
const unexplained: AbsenceFacts = { isAnnounced: false, wasThere: false, wasUnlabelled: false };

/** Asks for all metrics at once, and then why those are absent that are. */
export async function judgeExpected(expected: readonly ExpectedMetric[], context: CheckContext): Promise<Judged> {
  const names = [...new Set(expected.flatMap(({ series }) => series))];
  const newest = await askNewest(names, context.api);
  if (newest.kind === 'unknown') return { kind: 'unasked', failure: newest.failure };
  const known = {
    newest: byPool(newest.samples, context),
    floorMs: (job: string | undefined) => floorOf(context, job),
  };
  const absent = expected.flatMap((metric) =>
    (metric.jobs ?? [undefined]).flatMap((job) => (isFresh(metric, job, known) ? [] : [{ metric, job }])),
  );
  const facts = new Map<string, AbsenceFacts>();
  // What a catalogue says may be absent needs no explanation.
  const unclear = absent.filter(({ metric }) => metric.isAlwaysThere !== false);
  for (const { metric, job } of unclear.slice(0, mostExplained)) {
    facts.set(keyOf(metric, job), await absenceOf(metric, job, context));
  }
  const absence = (metric: ExpectedMetric, job: string | undefined) => facts.get(keyOf(metric, job)) ?? unexplained;
  return { kind: 'judged', verdict: judgeMetrics(expected, { ...known, absence }) };
}

function keyOf({ name }: ExpectedMetric, job: string | undefined): string {
  return JSON.stringify([name, job]);
}

/** Series carry the label `job`; people speak of the job in the configuration. */
function byPool(samples: NewestSamples, context: CheckContext): NewestSamples {
  const pools = context.plan.jobs.map(({ name }) => [jobLabelOf(context, name), name] as const);
  const renamed = new Map(pools);
  return new Map(
    [...samples].map(([name, jobs]) => [name, new Map([...jobs].map(([job, ms]) => [renamed.get(job) ?? job, ms]))]),
  );
}

async function absenceOf(
  metric: ExpectedMetric,
  job: string | undefined,
  context: CheckContext,
): Promise<AbsenceFacts> {
  const label = job === undefined ? undefined : jobLabelOf(context, job);
  const before = await seriesBefore(metric, label, context);
  const own = before.map((labels) => ownLabels(labels, context));
  return {
    isAnnounced: await isAnnounced(metric, label, context),
    wasThere: before.length > 0,
    wasUnlabelled: own.some((labels) => labels.length === 0),
  };
}

async function isAnnounced(
  { series }: ExpectedMetric,
  job: string | undefined,
  { api }: CheckContext,
): Promise<boolean> {
  const families = [...new Set(series.flatMap(familiesOf))];
  const answers = await Promise.all(families.map((family) => api.announces(family, job)));
  return answers.some((answer) => answer.kind === 'ok' && answer.value);
}

/** As many as are needed to know their labels. */
const someSeries = 20;

async function seriesBefore(
  { series }: ExpectedMetric,
  job: string | undefined,
  { api, plan, server }: CheckContext,
): Promise<readonly Labels[]> {
  if (plan.sinceMs === 0) return [];
  const matcher = job === undefined ? '' : `,job=${JSON.stringify(job)}`;
  const selectors = series.map((name) => `{__name__=${JSON.stringify(name)}${matcher}}`);
  const atMs = plan.sinceMs + (server.clockSkewMs ?? 0) - 1;
  const answer: Answer<QueryResult> = await api.query(`topk(${someSeries}, ${selectors.join(' or ')})`, atMs);
  if (answer.kind !== 'ok' || answer.value.type !== 'series') return [];
  return answer.value.series.map(({ labels }) => labels);
}

/** Those that the service gave itself: not from the target, and not a bucket of a histogram. */
function ownLabels(labels: Labels, { activeTargets }: CheckContext): readonly string[] {
  const target = activeTargets.find((one) => one.labels['job'] === labels['job'])?.labels ?? {};
  const given = new Set(['__name__', 'le', 'quantile', 'job', 'instance', ...Object.keys(target)]);
  return Object.keys(labels).filter((name) => !given.has(name));
}
