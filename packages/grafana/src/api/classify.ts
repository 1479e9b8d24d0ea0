import type { HttpResponse, Unreachable } from '@fly-monitoring/kit';
import { isObject, objectIn, textIn } from '../json.js';
import { type Answer, type FailureKind, type GrafanaFailure, ok } from './answer.js';
import { readRedirect } from './redirect.js';

/** What one exchange means. Only JSON counts: a login page or another product answers 200 as well. */
export function classify(response: HttpResponse | Unreachable, request: string): Answer<unknown> {
  if (response.kind === 'unreachable') return failure('unreachable', { request, message: response.detail });
  const { status } = response;
  const body = jsonOf(response);
  if (status >= 300 && status < 400) return redirected(response, request);
  if (body === undefined) return withoutJson(response, request);
  // With the toggle datasourceQueryMultiStatus a failed query is told in a 207 (pkg/api/metrics.go).
  const queryError = queryErrorIn(body);
  if (status < 300 && queryError === undefined) return ok(body);
  const message = textIn(body, 'message') ?? textIn(body, 'error') ?? queryError ?? '';
  return failure(kindOf(status, body), {
    request,
    status,
    message,
    reason: textIn(body, 'status') ?? textIn(body, 'code') ?? (queryError === undefined ? undefined : 'query-failed'),
    permission: /permissions needed: (?<names>[^.]+)/i.exec(message)?.groups?.['names']?.trim(),
    retryAfterMs: retryAfterOf(response),
  });
}

/** /api/ds/query says for each query what went wrong. */
function queryErrorIn(body: unknown): string | undefined {
  const results = objectIn(body, 'results');
  if (!isObject(results)) return undefined;
  return Object.values(results)
    .map((result) => textIn(result, 'error'))
    .find((error) => error !== undefined);
}

type Facts = Pick<GrafanaFailure, 'request' | 'message'> & Partial<GrafanaFailure>;

function failure(kind: FailureKind, facts: Facts): GrafanaFailure {
  return { status: 0, reason: undefined, permission: undefined, retryAfterMs: undefined, ...facts, kind };
}

function jsonOf({ body }: HttpResponse): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

function redirected({ headers, status }: HttpResponse, request: string): GrafanaFailure {
  const [, requested = ''] = request.split(' ');
  const redirect = readRedirect(headerIn(headers, 'location'), requested);
  return failure('not-grafana', {
    request,
    status,
    message: `it redirects (${status}) to ${redirect.target}`,
    redirect,
  });
}

/** Proxies answer 429 and 5xx with pages of their own; anything else without JSON is not Grafana. */
function withoutJson(response: HttpResponse, request: string): GrafanaFailure {
  const { status, headers } = response;
  const type = headerIn(headers, 'content-type') ?? 'no content type';
  const facts = { request, status, message: `it answered ${status} with ${type}, not with JSON` };
  if (status === 429) return failure('throttled', { ...facts, retryAfterMs: retryAfterOf(response) });
  if (status === 401) return failure('unauthorized', facts);
  // Proxies have a limit for what is sent, and Grafana itself has none.
  if (status === 413) return failure('refused', facts);
  return failure(status >= 500 ? 'broken' : 'not-grafana', facts);
}

function kindOf(status: number, body: unknown): FailureKind {
  const code = textIn(body, 'code');
  if (status === 503 && code === 'Loading') return 'asleep';
  if (status === 404 && /instance URL/i.test(textIn(body, 'message') ?? '')) return 'unknown-instance';
  if (status >= 500) return 'broken';
  const kinds: Readonly<Record<number, FailureKind>> = {
    401: 'unauthorized',
    403: 'forbidden',
    404: 'not-found',
    429: 'throttled',
  };
  return kinds[status] ?? 'refused';
}

/** Seconds; the other form of the header, a date, is not used by Grafana. */
function retryAfterOf({ headers }: HttpResponse): number | undefined {
  const seconds = headerIn(headers, 'retry-after');
  return seconds !== undefined && /^\d+$/.test(seconds) ? Number(seconds) * 1_000 : undefined;
}

function headerIn(headers: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  return headers[name];
}
