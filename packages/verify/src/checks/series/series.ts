import { type CheckContext, type CheckResult, checkModule } from '../../check-module.js';
import { listed } from '../../report/check-words.js';
import { awakeJobs } from '../../targets/select-targets.js';
import { jobLabelOf } from '../metrics/ask-newest.js';
import { unaskedResult } from '../unasked.js';
import { base } from './identity.js';
import { chooseCountable, findShortages, judgeSeries, type Shortage, type WriterSearch } from './judge-series.js';
import {
  type Ask,
  askBalance,
  askNames,
  askSamples,
  askSeveralWriters,
  type Found,
  type SeriesWindow,
} from './series-queries.js';

/** Metrics whose series are looked into after a shortage; a collision of labels is nearly always of all metrics. */
const mostNames = 1_000;

export const series = checkModule({
  ...base,
  inputs: {},
  prepare: (_, { plan }) => ({
    when: 'proved',
    needsQueries: true,
    extraMs: plan.freshForMs,
    start: () => findCollisions,
  }),
});

async function findCollisions(context: CheckContext): Promise<CheckResult> {
  const ask: Ask = (expr) => context.api.query(expr);
  const window = { windowMs: context.plan.freshForMs, recorded: await recordedNames(context) };
  const samples = await askSamples(window, ask);
  if (samples.kind !== 'found') return unaskedResult(base, samples);
  const expected = expectedLabels(context);
  const unreported = awakeJobs(context).filter((job) => !samples.value.has(job));
  if (unreported.length > 0) return unreportedResult(unreported);
  const countable = chooseCountable(samples.value, expected);
  const balance = await askBalance(window, { jobs: countable.jobs, ask });
  if (balance.kind !== 'found') return unaskedResult(base, balance);
  const shortages = findShortages(balance.value, countable.jobs);
  const foreign = [...samples.value.keys()].filter((job) => !expected.includes(job));
  const search = await findExample(window, { shortages, expected, foreign, ask });
  if (search.kind !== 'found') return unaskedResult(base, search);
  // A window in which each target was scraped twice shows every series that has several writers.
  const isOpen = (context.provedForMs ?? 0) < context.plan.freshForMs;
  const facts = { balance: balance.value, countable, shortages, search: search.value, isOpen };
  return { checks: [judgeSeries(facts)], isPending: isOpen };
}

function unreportedResult(jobs: readonly string[]): CheckResult {
  const evidence = `the server does not say how many samples the scrapes hold (scrape_samples_post_metric_relabeling) of ${listed(jobs)}`;
  const hint = 'Run again; a server that does not keep what Prometheus reports of each scrape cannot prove it.';
  return { checks: [{ ...base, verdict: 'inconclusive', evidence, hint }], isPending: true };
}

/** Values of the label `job`: relabelling may give several to one job. */
function expectedLabels(context: CheckContext): readonly string[] {
  const ofTargets = context.activeTargets.map(({ labels }) => labels['job'] ?? '');
  return [...new Set([...ofTargets, ...context.targets.jobs.map(({ job }) => jobLabelOf(context, job))])];
}

/** A rule writes as often as it is evaluated, under the labels of its query. A server without rules records nothing. */
async function recordedNames({ api }: CheckContext): Promise<readonly string[]> {
  const answer = await api.rules();
  const groups = answer.kind === 'ok' ? answer.value : [];
  return groups.flatMap(({ rules }) => rules.filter(({ type }) => type === 'recording').map(({ name }) => name));
}

interface Search {
  readonly shortages: readonly Shortage[];
  readonly expected: readonly string[];
  /** Jobs that are scraped although nobody expects them. */
  readonly foreign: readonly string[];
  readonly ask: Ask;
}

/** What lacks in a job that is expected may be stored anywhere; what lacks in another one is ours only among our series. */
async function findExample(
  window: SeriesWindow,
  { shortages, expected, foreign, ask }: Search,
): Promise<Found<WriterSearch>> {
  if (shortages.length === 0) return { kind: 'found', value: { example: undefined, leftOut: 0 } };
  const short = shortages.map(({ jobLabel }) => jobLabel);
  const jobs = short.some((job) => expected.includes(job)) ? undefined : expected;
  const names = await askNames(window, { jobs, ask });
  if (names.kind !== 'found') return names;
  const looked = names.value.slice(0, mostNames);
  const example = await askSeveralWriters(window, { names: looked, jobs, foreign, short, ask });
  if (example.kind !== 'found') return example;
  return { kind: 'found', value: { example: example.value, leftOut: names.value.length - looked.length } };
}
