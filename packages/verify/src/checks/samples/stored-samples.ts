import type { Answer, Failure, Labels, QueryResult, Series } from '@fly-monitoring/prometheus';
import { anyOf } from '../../targets/select-targets.js';
import type { ExpectedSamples } from './expected-samples.js';

export type Ask = (expr: string) => Promise<Answer<QueryResult>>;

export type StoredCounts =
  | { readonly kind: 'counted'; readonly byJobLabel: ReadonlyMap<string, number> }
  | { readonly kind: 'unknown'; readonly failure: Failure };

const kept = 'scrape_samples_post_metric_relabeling';

/**
 * How many targets of each value of the label `job` have a fresh `up` of 1 and other samples beside it: a line for each
 * job, however many targets there are.
 */
export async function countStored(expected: readonly ExpectedSamples[], ask: Ask): Promise<StoredCounts> {
  const byJobLabel = new Map<string, number>();
  for (const floorMs of new Set(expected.map((one) => one.floorMs))) {
    const answer = await ask(countQuery(floorMs));
    if (answer.kind !== 'ok') return { kind: 'unknown', failure: answer };
    const counts = new Map(
      seriesOf(answer.value).map(({ labels, points }) => [labels['job'] ?? '', points[0]?.value ?? 0]),
    );
    for (const one of expected.filter((other) => other.floorMs === floorMs))
      byJobLabel.set(one.jobLabel, counts.get(one.jobLabel) ?? 0);
  }
  return { kind: 'counted', byJobLabel };
}

/** `timestamp(up == 1)` would be the time of the query, as only a bare selector keeps the times of its samples. */
function countQuery(floorMs: number): string {
  return `count by (job) (timestamp(up) >= ${(floorMs / 1_000).toFixed(3)} and up == 1 and ${kept} > 0)`;
}

/** What is known of single targets, of jobs that fall short. */
export interface TargetsStored {
  /** Series with the time of the newest stored `up` that is 1 and no older than the look-back of queries. */
  readonly newest: readonly Series[];
  readonly keptNothing: readonly Labels[];
  readonly foundNothing: readonly Labels[];
}

export type TargetsStoredAnswer =
  | { readonly kind: 'listed'; readonly stored: TargetsStored }
  | { readonly kind: 'unknown'; readonly failure: Failure };

export async function listStored(short: readonly ExpectedSamples[], ask: Ask): Promise<TargetsStoredAnswer> {
  const ofShort = `{job=~${anyOf(short.map(({ jobLabel }) => jobLabel))}}`;
  const small = short.filter(({ targets }) => targets !== undefined).map(({ jobLabel }) => jobLabel);
  const questions = {
    keptNothing: `${kept}${ofShort} == 0`,
    foundNothing: `scrape_samples_scraped${ofShort} == 0`,
    ...(small.length === 0 ? {} : { newest: `timestamp(up{job=~${anyOf(small)}}) and up == 1` }),
  };
  const found = new Map<string, readonly Series[]>();
  for (const [name, expr] of Object.entries(questions)) {
    const answer = await ask(expr);
    if (answer.kind !== 'ok') return { kind: 'unknown', failure: answer };
    found.set(name, seriesOf(answer.value));
  }
  const seriesFor = (name: string) => found.get(name) ?? [];
  const keptNothing = seriesFor('keptNothing').map(labelsOf);
  const foundNothing = seriesFor('foundNothing').map(labelsOf);
  return { kind: 'listed', stored: { newest: seriesFor('newest'), keptNothing, foundNothing } };
}

function seriesOf(result: QueryResult): readonly Series[] {
  return result.type === 'series' ? result.series : [];
}

function labelsOf({ labels: { __name__: _, ...labels } }: Series): Labels {
  return labels;
}
