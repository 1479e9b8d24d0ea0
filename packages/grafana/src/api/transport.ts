import type { Clock, Http, Secret } from '@fly-monitoring/kit';
import type { Answer, GrafanaFailure } from './answer.js';
import { classify } from './classify.js';

export interface GrafanaEdges {
  readonly http: Http;
  readonly clock: Clock;
}

export interface GrafanaAccess {
  /** Without a slash at the end; may have a path where Grafana is served below one. */
  readonly url: string;
  readonly token: Secret;
  /** Number of the organisation that is meant; undefined for the token's own. */
  readonly orgId?: number | undefined;
}

export interface GrafanaRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

export interface Transport {
  readonly url: string;
  readonly clock: Clock;
  /**
   * One request with its repetitions: 429 always (nothing was done), no answer and 5xx only for GET. A write in doubt
   * is its caller's affair, who knows how to find out whether it was carried out.
   */
  ask(request: GrafanaRequest): Promise<Answer<unknown>>;
}

const maxRetries = 3;
const firstDelayMs = 500;
const maxDelayMs = 10_000;
/** grafana.com asks for up to an hour; nobody watches a job that long. */
const maxRetryAfterMs = 30_000;

export function grafanaTransport({ http, clock }: GrafanaEdges, { url, token, orgId }: GrafanaAccess): Transport {
  const once = async (request: GrafanaRequest): Promise<Answer<unknown>> => {
    const { method = 'GET', path, body } = request;
    const authorization = `Bearer ${token.reveal()}`;
    const headers = { accept: 'application/json', authorization, ...organisationHeader(orgId) };
    const response = await http.send({
      url: `${url}${path}`,
      method,
      headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return withTokenKind(classify(response, `${method} ${url}${path}`), token);
  };
  const ask = async (request: GrafanaRequest): Promise<Answer<unknown>> => {
    for (let tries = 0; ; tries++) {
      const answer = await once(request);
      if (answer.kind === 'ok' || tries === maxRetries) return answer;
      const delayMs = retryDelayMs(answer, request, tries);
      if (delayMs === undefined) return answer;
      await clock.sleep(delayMs);
    }
  };
  return { url, clock, ask };
}

/** Base64 of `{"k":"`, with which every key of the time before service accounts begins (pkg/components/apikeygen). */
const apiKeyStart = 'eyJrIjoi';

function withTokenKind(answer: Answer<unknown>, token: Secret): Answer<unknown> {
  const isApiKey = answer.kind === 'unauthorized' && token.reveal().startsWith(apiKeyStart);
  return isApiKey ? { ...answer, isApiKey } : answer;
}

/** Grafana answers with the data of this organisation, and refuses a token of another one. */
export function organisationHeader(orgId: number | undefined): Readonly<Record<string, string>> {
  return orgId === undefined ? {} : { 'x-grafana-org-id': String(orgId) };
}

/** Pause before the next try, doubled each time. */
export function backoffMs(tries: number): number {
  return Math.min(firstDelayMs * 2 ** tries, maxDelayMs);
}

function retryDelayMs(failure: GrafanaFailure, request: GrafanaRequest, tries: number): number | undefined {
  if (failure.kind === 'throttled') {
    const wanted = failure.retryAfterMs ?? backoffMs(tries);
    return wanted > maxRetryAfterMs ? undefined : wanted;
  }
  const mayRepeat = (request.method ?? 'GET') === 'GET';
  const passing = failure.kind === 'unreachable' || failure.kind === 'broken' || failure.kind === 'asleep';
  return mayRepeat && passing ? backoffMs(tries) : undefined;
}
