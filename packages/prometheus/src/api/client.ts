import { asText, asUnknown, type Http, listOf, type Read, recordOf, type Secret } from '@fly-monitoring/kit';
import { asAlertmanagers } from './alertmanagers.js';
import { type Answer, jsonAnswer, textAnswer } from './answer.js';
import { asQueryResult, type QueryResult } from './query.js';
import { asRuleGroups, type RuleGroup } from './rules.js';
import {
  asBuildInfo,
  asFlags,
  asLoadedConfig,
  asRuntimeInfo,
  type BuildInfo,
  type Flags,
  type RuntimeInfo,
} from './status.js';
import { type ActiveTarget, asActiveTargets, type Labels } from './targets.js';

export type PrometheusAuth = { readonly user: string; readonly password: Secret } | { readonly token: Secret };

export interface PrometheusServer {
  readonly http: Http;
  /** Without a slash at the end; a path prefix is kept. */
  readonly baseUrl: string;
  readonly auth?: PrometheusAuth | undefined;
  /** Of each request. */
  readonly timeoutMs?: number;
}

export interface TimeWindow {
  readonly startMs: number;
  readonly endMs: number;
}

export interface PrometheusApi {
  /** /-/ready */
  ready(): Promise<Answer<string>>;
  buildInfo(): Promise<Answer<BuildInfo>>;
  runtimeInfo(): Promise<Answer<RuntimeInfo>>;
  flags(): Promise<Answer<Flags>>;
  config(): Promise<Answer<string>>;
  /** The server's clock, in milliseconds since the epoch: by `time()`, or in agent mode by its Date header. */
  serverTime(): Promise<Answer<number>>;
  /** Of one job, or of all. */
  targets(scrapePool?: string): Promise<Answer<readonly ActiveTarget[]>>;
  rules(): Promise<Answer<readonly RuleGroup[]>>;
  query(expr: string, atMs?: number): Promise<Answer<QueryResult>>;
  queryRange(expr: string, window: TimeWindow & { readonly stepMs: number }): Promise<Answer<QueryResult>>;
  /** Label sets of the series that had samples in the window. */
  series(selectors: readonly string[], window: TimeWindow): Promise<Answer<readonly Labels[]>>;
  /** Whether a scrape of the job, or of any, announces the metric with a TYPE line; it need not have series. */
  announces(metric: string, job?: string): Promise<Answer<boolean>>;
  /** Where alerts are sent to, as discovered. */
  alertmanagers(): Promise<Answer<readonly string[]>>;
  /** Prometheus' own /metrics. */
  metricsText(): Promise<Answer<string>>;
}

const defaultTimeoutMs = 15_000;

/** Asks one Prometheus. Every answer is a union: nothing that a server says is thrown. */
export function prometheusApi(server: PrometheusServer): PrometheusApi {
  const get = <T>(path: string, read: Read<T>) => askJson(server, { path, read });
  const post = <T>(path: string, form: Form, read: Read<T>) => askJson(server, { path, read, form });
  return {
    ready: () => askText(server, '/-/ready'),
    buildInfo: () => get('/api/v1/status/buildinfo', asBuildInfo),
    runtimeInfo: () => get('/api/v1/status/runtimeinfo', asRuntimeInfo),
    flags: () => get('/api/v1/status/flags', asFlags),
    config: () => get('/api/v1/status/config', asLoadedConfig),
    serverTime: async () => clockOf(await post('/api/v1/query', [['query', 'time()']], asQueryResult)),
    targets: (pool) => get(`/api/v1/targets?state=active${poolFilter(pool)}`, asActiveTargets),
    rules: () => get('/api/v1/rules', asRuleGroups),
    query: (expr, atMs) =>
      post(
        '/api/v1/query',
        [['query', expr], ...(atMs === undefined ? [] : [['time', seconds(atMs)] as const])],
        asQueryResult,
      ),
    queryRange: (expr, { startMs, endMs, stepMs }) =>
      post(
        '/api/v1/query_range',
        [
          ['query', expr],
          ['start', seconds(startMs)],
          ['end', seconds(endMs)],
          ['step', seconds(stepMs)],
        ],
        asQueryResult,
      ),
    series: (selectors, { startMs, endMs }) =>
      post(
        '/api/v1/series',
        [...selectors.map((one) => ['match[]', one] as const), ['start', seconds(startMs)], ['end', seconds(endMs)]],
        listOf(recordOf(asText)),
      ),
    announces: async (metric, job) => anyOf(await get(metadataPath(metric, job), listOf(asUnknown))),
    alertmanagers: () => get('/api/v1/alertmanagers', asAlertmanagers),
    metricsText: () => askText(server, '/metrics'),
  };
}

type Form = readonly (readonly [string, string])[];

interface JsonQuestion<T> {
  readonly path: string;
  readonly read: Read<T>;
  /** Sent as a POST: queries outgrow the length that proxies allow an address. */
  readonly form?: Form;
}

async function askJson<T>(server: PrometheusServer, { path, read, form }: JsonQuestion<T>): Promise<Answer<T>> {
  const url = `${server.baseUrl}${path}`;
  const timeoutMs = server.timeoutMs ?? defaultTimeoutMs;
  if (form === undefined) {
    return jsonAnswer(`GET ${url}`, await server.http.send({ url, timeoutMs, headers: headersOf(server) }), read);
  }
  const body = new URLSearchParams(form.map(([name, value]): [string, string] => [name, value])).toString();
  const headers = { ...headersOf(server), 'content-type': 'application/x-www-form-urlencoded' };
  return jsonAnswer(`POST ${url}`, await server.http.send({ url, method: 'POST', body, timeoutMs, headers }), read);
}

async function askText(server: PrometheusServer, path: string): Promise<Answer<string>> {
  const url = `${server.baseUrl}${path}`;
  const request = { url, timeoutMs: server.timeoutMs ?? defaultTimeoutMs, headers: headersOf(server) };
  return textAnswer(`GET ${url}`, await server.http.send(request));
}

function headersOf({ auth }: PrometheusServer): Record<string, string> {
  if (auth === undefined) return {};
  if ('token' in auth) return { authorization: `Bearer ${auth.token.reveal()}` };
  const pair = Buffer.from(`${auth.user}:${auth.password.reveal()}`).toString('base64');
  return { authorization: `Basic ${pair}` };
}

function poolFilter(pool: string | undefined): string {
  return pool === undefined ? '' : `&scrapePool=${encodeURIComponent(pool)}`;
}

function metadataPath(metric: string, job: string | undefined): string {
  const target = job === undefined ? '' : `&match_target=${encodeURIComponent(`{job=${JSON.stringify(job)}}`)}`;
  return `/api/v1/targets/metadata?limit=1&metric=${encodeURIComponent(metric)}${target}`;
}

/** Older versions say with a 404 that nothing was found. */
function anyOf(answer: Answer<readonly unknown[]>): Answer<boolean> {
  if (answer.kind === 'ok') return { ...answer, value: answer.value.length > 0 };
  return answer.kind === 'not-found' ? { ...answer, kind: 'ok', value: false, warnings: [] } : answer;
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(3);
}

/** An agent refuses queries, yet its answer carries a Date header. */
function clockOf(answer: Answer<QueryResult>): Answer<number> {
  if (answer.kind !== 'ok') {
    if (answer.kind !== 'error' || answer.dateMs === undefined) return answer;
    return { ...answer, kind: 'ok', value: answer.dateMs, warnings: [] };
  }
  const value = answer.value.type === 'series' ? answer.value.series[0]?.points[0]?.value : undefined;
  if (value === undefined) return { ...answer, kind: 'unexpected', problem: 'time() has no value', isPage: false };
  return { ...answer, value: value * 1_000 };
}
