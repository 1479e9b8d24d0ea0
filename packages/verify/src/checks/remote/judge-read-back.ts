import { type Answer, describeFailure, type Failure, type Labels, type QueryResult } from '@fly-monitoring/prometheus';
import type { RemoteWriteVerdict } from './judge-remote-write.js';
import { base } from './remote-read-back-identity.js';

export interface ReadBack {
  readonly answer: Answer<QueryResult>;
  /** Values of the label `job` that must be there. */
  readonly jobs: readonly string[];
  /** By Prometheus' clock: only samples of that time and later prove anything. */
  readonly sinceMs: number;
  readonly externalLabels: Labels;
  /** `writer`: the one that samples are sent with; whether it is right is told by what becomes of them. */
  readonly credentials: 'writer' | 'own';
}

/** The newest scrape of each job of this Prometheus, as the remote knows it. */
export function readBackQuery(externalLabels: Labels): string {
  const matchers = Object.entries(externalLabels).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return `max by (job) (timestamp(up{${matchers.join(',')}}))`;
}

/** The only proof that data arrives: it is there, and new. */
export function judgeReadBack({ answer, jobs, sinceMs, externalLabels, credentials }: ReadBack): RemoteWriteVerdict {
  if (answer.kind === 'refused' && !answer.lacksRight && credentials === 'own') {
    const evidence = `the remote does not know the user or password to read with (${describeFailure(answer)})`;
    return { check: { ...base, verdict: 'fail', evidence, hint: wrongReaderHint }, isPending: false };
  }
  if (answer.kind === 'refused') {
    const evidence = `the remote does not let this user read (${describeFailure(answer)}), so what arrives was not read back`;
    return { check: { ...base, verdict: 'skipped', evidence, hint: readerHint }, isPending: false };
  }
  if (answer.kind !== 'ok' && isElsewhere(answer)) {
    return {
      check: { ...base, verdict: 'fail', evidence: describeFailure(answer), hint: addressHint },
      isPending: false,
    };
  }
  if (answer.kind !== 'ok') {
    const hint = 'Run again when the remote answers queries.';
    return { check: { ...base, verdict: 'inconclusive', evidence: describeFailure(answer), hint }, isPending: true };
  }
  const missing = jobs.filter((job) => (newestMs(answer.value, job) ?? 0) < sinceMs);
  if (missing.length > 0) {
    const seen = missing.map((job) => `${job} (${ageWords(newestMs(answer.value, job))})`).join(', ');
    const evidence = `the remote has no sample since the deploy of ${seen}, asked for ${readBackQuery(externalLabels)}`;
    return { check: { ...base, verdict: 'fail', evidence, hint: absentHint }, isPending: true };
  }
  const evidence = `the remote has samples of ${jobs.join(', ')} from after the deploy${labelWords(externalLabels)}`;
  return { check: { ...base, verdict: 'pass', evidence, hint: '' }, isPending: false };
}

/** Another product, or another path of this one. */
function isElsewhere(failure: Failure): boolean {
  if (failure.kind === 'unexpected') return failure.isPage || (failure.status >= 400 && failure.status < 500);
  return failure.kind === 'not-found' || (failure.kind === 'unreachable' && failure.reason === 'tls');
}

function newestMs(result: QueryResult, job: string): number | undefined {
  const series = result.type === 'series' ? result.series.find(({ labels }) => labels['job'] === job) : undefined;
  const seconds = series?.points.at(-1)?.value;
  return seconds === undefined ? undefined : seconds * 1_000;
}

function ageWords(ms: number | undefined): string {
  return ms === undefined ? 'none at all' : `newest ${new Date(ms).toISOString()}`;
}

function labelWords(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
  return pairs.length === 0 ? '; without external_labels it is not told whose they are' : ` with ${pairs.join(', ')}`;
}

/** Where Grafana Cloud answers queries for what is pushed to this address. */
export function queryUrlOf(pushUrl: string): string | undefined {
  if (!URL.canParse(pushUrl)) return undefined;
  const { protocol, hostname, origin, pathname } = new URL(pushUrl);
  const isCloud = protocol === 'https:' && hostname.endsWith('.grafana.net') && pathname === '/api/prom/push';
  return isCloud ? `${origin}/api/prom` : undefined;
}

const readerHint =
  'Give remote-query-user and remote-query-password: a token that may read (Grafana Cloud: metrics:read).';
const wrongReaderHint =
  'Correct remote-query-user and remote-query-password, or take them away: then nothing is read back, and nothing fails for it.';
const addressHint =
  'remote-query-url must be the address below which /api/v1/query answers, such as https://prometheus-….grafana.net/api/prom.';
const absentHint =
  'Look at the check remote-write; samples that were accepted take up to a minute to be seen. write_relabel_configs must not drop "up".';
