import type { Command, HttpRequest, HttpResponse, StageTools, Unreachable } from '@fly-monitoring/kit';
import { type FlyOfWorld, runFlyctl } from './flyctl-of-world.js';
import { memoryFiles } from './memory-files.js';

export interface FakeTarget {
  readonly pool: string;
  readonly host: string;
  readonly health?: 'up' | 'down' | 'unknown';
  readonly lastError?: string;
  /** Seconds after the start of the world; absent: never scraped. */
  readonly scrapedAt?: number;
  readonly labels?: Readonly<Record<string, string>>;
  /** In each scrape; absent: some, and all are kept. */
  readonly samples?: { readonly found: number; readonly kept: number };
  /** Seconds after the start of the world; scrapes after it go on and are not stored, as with a full disk. */
  readonly storedUntil?: number;
}

type Reply = HttpResponse | Unreachable;

/** A Prometheus, a Fly and a clock that the test sets; every field may be a function of the seconds since the start. */
export interface World extends FlyOfWorld {
  readonly targets?: (seconds: number) => readonly FakeTarget[];
  /** In place of Prometheus, when it returns something. */
  readonly instead?: (request: HttpRequest, seconds: number) => Reply | undefined;
  readonly query?: (expr: string, seconds: number) => object;
  /** Series that are stored of so many samples of a job; undefined where the server does not count samples. */
  readonly seriesOf?: (job: string, samples: number) => number | undefined;
  /** Answers of query_range: the values of one series without labels, at each step. */
  readonly range?: (expr: string, seconds: number) => readonly number[];
  /** Groups of /api/v1/rules. */
  readonly rules?: (seconds: number) => readonly object[];
  /** Metrics without series; all others are fresh in every job. */
  readonly absent?: readonly string[];
  /** Metrics that scrapes announce with a TYPE line though they have no series. */
  readonly announced?: readonly string[];
  /** Prometheus' clock minus ours, in seconds. */
  readonly clockAhead?: number;
  /** More lines of Prometheus' own /metrics. */
  readonly ownMetrics?: string;
  readonly lookupFailures?: (seconds: number) => number;
  readonly flags?: Readonly<Record<string, string>>;
  /** What is loaded; absent: the file of the repository. */
  readonly config?: string;
  /** By path relative to the workspace. */
  readonly files?: Readonly<Record<string, string>>;
}

export const worldStart = Date.parse('2026-01-01T10:00:00Z');
export const emptyVector = { resultType: 'vector', result: [] };

export interface Visit {
  readonly tools: StageTools;
  readonly lines: string[];
  readonly requests: HttpRequest[];
  readonly commands: Command[];
  readonly written: Map<string, string>;
  seconds(): number;
}

export function enter(world: World): Visit {
  let nowMs = worldStart;
  const seconds = () => (nowMs - worldStart) / 1_000;
  const lines: string[] = [];
  const requests: HttpRequest[] = [];
  const commands: Command[] = [];
  const written = new Map(Object.entries(world.files ?? {}).map(([path, text]) => [`/checkout/${path}`, text]));
  const tools: StageTools = {
    clock: {
      now: () => nowMs,
      sleep: (ms) => {
        nowMs += ms;
        return Promise.resolve();
      },
    },
    http: {
      send: (request) => {
        requests.push(request);
        return Promise.resolve(world.instead?.(request, seconds()) ?? answer(world, request, seconds()));
      },
      download: () => Promise.reject(new Error('nothing is downloaded here')),
    },
    processes: {
      run: (command) => {
        commands.push(command);
        return Promise.resolve(runFlyctl(world, command, seconds()));
      },
      start: (command) => {
        commands.push(command);
        return { ended: new Promise(() => {}), stop: () => Promise.resolve() };
      },
    },
    files: memoryFiles(written),
    log: {
      info: (line) => lines.push(line),
      group: (title, body) => {
        lines.push(title);
        return body();
      },
      annotate: () => {},
    },
    context: {
      repository: 'acme/shop',
      sha: undefined,
      ref: undefined,
      runLabel: 'test',
      runUrl: undefined,
      actor: undefined,
      workspace: '/checkout',
    },
    protect: () => {},
  };
  return { tools, lines, requests, commands, written, seconds };
}

export function says(status: number, body: string, type = 'text/plain'): HttpResponse {
  return { kind: 'response', status, headers: { 'content-type': type }, body };
}

function data(value: unknown): HttpResponse {
  return says(200, JSON.stringify({ status: 'success', data: value }), 'application/json');
}

function answer(world: World, { url, body = '' }: HttpRequest, seconds: number): HttpResponse {
  const { pathname, searchParams } = new URL(url);
  switch (pathname) {
    case '/-/ready':
      return says(200, 'Prometheus Server is Ready.\n');
    case '/api/v1/status/buildinfo':
      return data({ version: '3.5.3' });
    case '/api/v1/status/flags':
      return data(world.flags ?? {});
    case '/api/v1/status/config':
      return data({ yaml: world.config ?? world.files?.['monitoring/prometheus-fly.yml'] ?? 'scrape_configs: []' });
    case '/api/v1/targets':
      return data({ activeTargets: targetsOf(world, searchParams.get('scrapePool'), seconds) });
    case '/api/v1/query':
      return queryAnswer(world, new URLSearchParams(body).get('query') ?? '', seconds);
    case '/api/v1/query_range':
      return rangeAnswer(world, new URLSearchParams(body), seconds);
    case '/api/v1/rules':
      return data({ groups: world.rules?.(seconds) ?? [] });
    case '/api/v1/targets/metadata':
      return data(
        world.announced?.includes(new URL(url).searchParams.get('metric') ?? '') ? [{ type: 'counter' }] : [],
      );
    case '/metrics':
      return says(
        200,
        `prometheus_sd_dns_lookup_failures_total ${world.lookupFailures?.(seconds) ?? 0}\n${world.ownMetrics ?? ''}`,
      );
    default:
      return says(404, '404 page not found\n');
  }
}

function targetsOf(world: World, scrapePool: string | null, seconds: number) {
  const targets = (world.targets?.(seconds) ?? []).filter(({ pool }) => scrapePool === null || pool === scrapePool);
  return targets.map((target) => targetJson(target, world));
}

function queryAnswer(world: World, expr: string, seconds: number): HttpResponse {
  if (expr === 'time()') {
    const now = worldStart / 1_000 + seconds + (world.clockAhead ?? 0);
    return data({ resultType: 'scalar', result: [now, String(now)] });
  }
  if (expr.includes('topk(1, (count_over_time(')) return data(world.query?.(expr, seconds) ?? emptyVector);
  if (expr.includes('"metric_name"')) return data(newest(world, expr, seconds));
  if (/^topk by \(job\) \(\d+, up\{/.test(expr))
    return data({ resultType: 'vector', result: scrapesOf(world, seconds) });
  if (/^up\{.*\}\[\d+s\]$/.test(expr)) return data({ resultType: 'matrix', result: scrapesOf(world, seconds) });
  const reported = scrapeReports(world, expr, seconds);
  if (reported !== undefined) return data({ resultType: 'vector', result: reported });
  const value = world.query?.(expr, seconds) ?? emptyVector;
  if (!('errorType' in value)) return data(value);
  return says(400, JSON.stringify({ status: 'error', error: 'wrong', ...value }), 'application/json');
}

/** `up` of what is up, with the time of its scrape. */
function scrapesOf({ targets, clockAhead = 0 }: World, seconds: number) {
  return (targets?.(seconds) ?? []).flatMap(({ pool, host, health = 'up', scrapedAt, labels }) => {
    if (health !== 'up' || scrapedAt === undefined) return [];
    const at = worldStart / 1_000 + scrapedAt + clockAhead;
    const metric = { __name__: 'up', ...(labels ?? { job: pool, instance: `${host}:9100` }) };
    return [{ metric, value: [at, '1'] as const, values: [[at, '1'] as const] }];
  });
}

const usualSamples = { found: 3, kept: 3 };
const scrapeIntervalS = 15;
const keptName = 'scrape_samples_post_metric_relabeling';

/** What Prometheus stores of each scrape beside its samples, for the questions that are asked about it. */
function scrapeReports(world: World, expr: string, seconds: number) {
  const [, floor] = /^count by \(job\) \(timestamp\(up\) >= ([\d.]+) and up == 1 and /.exec(expr) ?? [];
  const reports = storedReports(world, seconds);
  if (floor !== undefined) {
    const fresh = reports.filter(({ at, samples }) => at >= Number(floor) && samples.kept > 0);
    return groupedByJob(fresh).map(([job, ofJob]) => ({ metric: { job }, value: [seconds, String(ofJob.length)] }));
  }
  if (/^timestamp\(up\{.*\}\) and up == 1$/.test(expr))
    return reports.map(({ labels, at }) => ({ metric: labels, value: [seconds, String(at)] }));
  if (expr.includes(`sum by (job) (last_over_time(${keptName}[`)) return seriesBalance(world, reports, expr);
  const [, name] = /^scrape_samples_(scraped|post_metric_relabeling)\{.*\} == 0$/.exec(expr) ?? [];
  if (name === undefined) return undefined;
  const empty = reports.filter(({ samples }) => (name === 'scraped' ? samples.found : samples.kept) === 0);
  return empty.map(({ labels }) => ({ metric: labels, value: [seconds, '0'] }));
}

/** Samples of the last scrapes, and as many series where they are asked beside. */
function seriesBalance({ seriesOf }: World, reports: ReturnType<typeof storedReports>, expr: string) {
  const hasSeries = expr.startsWith('label_replace(');
  return groupedByJob(reports).flatMap(([job, ofJob]) => {
    const samples = ofJob.reduce((sum, one) => sum + one.samples.kept, 0);
    const series = seriesOf === undefined ? samples : seriesOf(job, samples);
    if (series === undefined) return [];
    if (!hasSeries) return [{ metric: { job }, value: [1, String(samples)] }];
    const counts = { samples, series };
    return Object.entries(counts).map(([kind, count]) => ({ metric: { job, kind }, value: [1, String(count)] }));
  });
}

function groupedByJob<T extends { readonly labels: Readonly<Record<string, string>> }>(items: readonly T[]) {
  const jobs = new Set(items.map(({ labels }) => labels['job'] ?? ''));
  return [...jobs].map((job) => [job, items.filter(({ labels }) => (labels['job'] ?? '') === job)] as const);
}

/** One for each label set, as targets that share their labels share their series. */
function storedReports({ targets, clockAhead = 0 }: World, seconds: number) {
  const reports = (targets?.(seconds) ?? []).flatMap((target) => {
    const { pool, host, health = 'up', scrapedAt, samples = usualSamples, storedUntil = seconds } = target;
    const labels: Readonly<Record<string, string>> = target.labels ?? { job: pool, instance: `${host}:9100` };
    if (health !== 'up' || scrapedAt === undefined || storedUntil < scrapedAt) return [];
    const scrapes = Math.floor((Math.min(seconds, storedUntil) - scrapedAt) / scrapeIntervalS);
    return [{ labels, samples, at: worldStart / 1_000 + scrapedAt + scrapes * scrapeIntervalS + clockAhead }];
  });
  return [...new Map(reports.map((report) => [JSON.stringify(report.labels), report])).values()];
}

/** What a Grafana answers for `timestamp(up…)` whose data source shows this world, or one that is `laterMs` off. */
export function shownScrapes(world: World, seconds: number, laterMs = 0): HttpResponse {
  const frames = scrapesOf(world, seconds).map(({ metric: { __name__: _, ...labels }, value: [at] }) => ({
    schema: {
      fields: [
        { name: 'Time', type: 'time' },
        { name: 'Value', type: 'number', labels },
      ],
    },
    data: { values: [[at * 1_000], [at + laterMs / 1_000]] },
  }));
  return says(200, JSON.stringify({ results: { A: { status: 200, frames } } }), 'application/json');
}

/** The last value is that of the end; there are as many as the world has. */
function rangeAnswer({ range }: World, form: URLSearchParams, seconds: number): HttpResponse {
  const number = (name: string) => Number(form.get(name));
  const values = range?.(form.get('query') ?? '', seconds) ?? [];
  const points = values
    .map((value, index) => [number('end') - (values.length - 1 - index) * number('step'), String(value)] as const)
    .filter(([at]) => at >= number('start') - 0.001);
  return data({ resultType: 'matrix', result: points.length === 0 ? [] : [{ metric: {}, values: points }] });
}

/** The answer to the one query that asks for the newest sample of many metrics. */
function newest({ targets, absent = [], clockAhead = 0 }: World, expr: string, seconds: number) {
  const names = [...expr.matchAll(/__name__="([^"]+)"/g)].map(([, name]) => name ?? '');
  const jobs = [...new Set((targets?.(seconds) ?? []).map(({ pool }) => pool))];
  const now = worldStart / 1_000 + seconds + clockAhead;
  const present = names.filter((name) => !absent.includes(name));
  const result = present.flatMap((metric_name) =>
    jobs.map((job) => ({ metric: { metric_name, job }, value: [now, String(now)] })),
  );
  return { resultType: 'vector', result };
}

function targetJson({ pool, host, health = 'up', lastError = '', scrapedAt, labels }: FakeTarget, world: World) {
  const at = scrapedAt === undefined ? undefined : worldStart + (scrapedAt + (world.clockAhead ?? 0)) * 1_000;
  const instance = `${host}:9100`;
  return {
    scrapePool: pool,
    labels: labels ?? { job: pool, instance },
    scrapeUrl: `http://${instance}/metrics`,
    health,
    lastError,
    lastScrape: at === undefined ? '0001-01-01T00:00:00Z' : new Date(at).toISOString(),
    lastScrapeDuration: 0.004,
    scrapeInterval: '15s',
    scrapeTimeout: '10s',
  };
}
