import type { Answer, Failure, Labels, QueryResult } from '@fly-monitoring/prometheus';
import { anyOf } from '../../targets/select-targets.js';

export type Ask = (expr: string) => Promise<Answer<QueryResult>>;

export type Found<T> = { readonly kind: 'found'; readonly value: T } | Failure;

type ByJob = ReadonlyMap<string, number>;

/** What a scrape writes beside its samples; neither relabelling nor honor_labels touches it. */
const reported = [
  'up',
  'scrape_duration_seconds',
  'scrape_samples_scraped',
  'scrape_samples_post_metric_relabeling',
  'scrape_series_added',
  'scrape_timeout_seconds',
  'scrape_sample_limit',
  'scrape_body_size_bytes',
];
const alerts = ['ALERTS', 'ALERTS_FOR_STATE'];

/** Two scrapes of each target lie within it. */
export interface SeriesWindow {
  readonly windowMs: number;
  /** Names of the series that recording rules write. */
  readonly recorded: readonly string[];
}

const rangeOf = ({ windowMs }: SeriesWindow) => `[${Math.ceil(windowMs)}ms]`;

/** `last_over_time` keeps the names of the series, and sees none that an earlier Prometheus left behind. */
const samplesOf = (window: SeriesWindow) =>
  `sum by (job) (last_over_time(scrape_samples_post_metric_relabeling${rangeOf(window)}))`;

function selectorOf({ recorded }: SeriesWindow, jobs: readonly string[] | undefined): string {
  const names = `__name__!~${anyOf([...reported, ...alerts, ...recorded])}`;
  // A selector must not match everything.
  return jobs === undefined ? `{${names},__name__!=""}` : `{${names},job=~${anyOf(jobs)}}`;
}

/** Samples in the last scrape of each target, by the label `job`. */
export async function askSamples(window: SeriesWindow, ask: Ask): Promise<Found<ByJob>> {
  const answer = await ask(samplesOf(window));
  return answer.kind === 'ok' ? { kind: 'found', value: byJob(answer.value) } : answer;
}

export interface Balance {
  readonly samples: ByJob;
  readonly series: ByJob;
}

/** Both in one answer, as a scrape between two questions would be in one of them only. */
export async function askBalance(
  window: SeriesWindow,
  { jobs, ask }: { readonly jobs: readonly string[]; readonly ask: Ask },
): Promise<Found<Balance>> {
  const series = `count by (job) (last_over_time(${selectorOf(window, jobs)}${rangeOf(window)}))`;
  const named = (expr: string, kind: string) => `label_replace(${expr}, "kind", "${kind}", "", "")`;
  const answer = await ask(`${named(samplesOf(window), 'samples')} or ${named(series, 'series')}`);
  if (answer.kind !== 'ok') return answer;
  return {
    kind: 'found',
    value: { samples: byJob(answer.value, 'samples'), series: byJob(answer.value, 'series') },
  };
}

/** Names of the series in those jobs, or in all. */
export async function askNames(
  window: SeriesWindow,
  { jobs, ask }: { readonly jobs: readonly string[] | undefined; readonly ask: Ask },
): Promise<Found<readonly string[]>> {
  const answer = await ask(`count by (__name__) (last_over_time(${selectorOf(window, jobs)}${rangeOf(window)}))`);
  if (answer.kind !== 'ok') return answer;
  return { kind: 'found', value: seriesOf(answer.value).map(({ labels }) => labels['__name__'] ?? '') };
}

export interface Suspects {
  readonly names: readonly string[];
  /** Undefined: any but those of `foreign`. */
  readonly jobs: readonly string[] | undefined;
  readonly foreign: readonly string[];
  /** Jobs whose series are fewer than their samples. */
  readonly short: readonly string[];
}

/**
 * A series that has more samples in the window than each target that could write it had scrapes has several writers. A
 * late scrape is no reason, as `up` is written with it. A job that is short may write under any label, so its scrapes count
 * for every series.
 */
export function severalWritersQuery(window: SeriesWindow, { names, jobs, foreign, short }: Suspects): string {
  const range = rangeOf(window);
  const ofShort = `scalar(max(count_over_time(up{job=~${anyOf(short)}}${range})))`;
  const ofJob = `max by (job) (count_over_time(up${range}))`;
  const elsewhere = foreign.length === 0 ? '' : `,job!~${anyOf(foreign)}`;
  const where = jobs === undefined ? elsewhere : `,job=~${anyOf(jobs)}`;
  return names
    .map((name) => {
      const samples = `count_over_time({__name__=${JSON.stringify(name)}${where}}${range})`;
      const several = `(${samples} > ${ofShort}) unless (${samples} <= on (job) group_left () ${ofJob})`;
      return `label_replace(topk(1, ${several}), "metric_name", ${JSON.stringify(name.replaceAll('$', '$$$$'))}, "", "")`;
    })
    .join(' or ');
}

/** Names in one query: some kilobytes, far below what Prometheus accepts. */
const namesAtOnce = 20;

/** A series with several writers, the first that is found. */
export async function askSeveralWriters(
  window: SeriesWindow,
  { ask, ...suspects }: Suspects & { readonly ask: Ask },
): Promise<Found<Labels | undefined>> {
  for (let start = 0; start < suspects.names.length; start += namesAtOnce) {
    const names = suspects.names.slice(start, start + namesAtOnce);
    const answer = await ask(severalWritersQuery(window, { ...suspects, names }));
    if (answer.kind !== 'ok') return answer;
    const [first] = seriesOf(answer.value);
    if (first !== undefined) return { kind: 'found', value: first.labels };
  }
  return { kind: 'found', value: undefined };
}

function byJob(result: QueryResult, kind?: string): ByJob {
  const series = seriesOf(result).filter(({ labels }) => labels['kind'] === kind);
  return new Map(series.map(({ labels, points }) => [labels['job'] ?? '', points[0]?.value ?? 0]));
}

function seriesOf(result: QueryResult) {
  return result.type === 'series' ? result.series : [];
}
