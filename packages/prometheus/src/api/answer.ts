import {
  asText,
  either,
  fields,
  type HttpResponse,
  listOf,
  oneOf,
  type Read,
  readWhole,
  type Unreachable,
  type UnreachableReason,
} from '@fly-monitoring/kit';

interface Asked {
  /** Method and address, for evidence; holds no credentials. */
  readonly asked: string;
}

interface Answered extends Asked {
  readonly status: number;
  /** The server's clock by its Date header, in milliseconds since the epoch. */
  readonly dateMs: number | undefined;
}

/** Everything but what was asked for. */
export type Failure =
  /** 401 or 403; `lacksRight`: it is known who asks, and that they may not. */
  | (Answered & { readonly kind: 'refused'; readonly lacksRight: boolean })
  | (Answered & { readonly kind: 'not-found' })
  /** 502, 503 or 504 without Prometheus' own error: it starts, replays its log, or a proxy has no machine for it. */
  | (Answered & { readonly kind: 'not-ready' })
  /** Prometheus' own error. */
  | (Answered & { readonly kind: 'error'; readonly errorType: string; readonly error: string })
  /** A redirect, a page, another product, or a field of the wrong type; `problem` names it. */
  | (Answered & { readonly kind: 'unexpected'; readonly problem: string; readonly isPage: boolean })
  | (Asked & { readonly kind: 'unreachable'; readonly reason: UnreachableReason; readonly detail: string });

/** Everything that can come back when Prometheus is asked; none of it is an exception. */
export type Answer<T> =
  | (Answered & { readonly kind: 'ok'; readonly value: T; readonly warnings: readonly string[] })
  | Failure;

type Reply = HttpResponse | Unreachable;

const envelope = fields({
  status: oneOf('success', 'error'),
  errorType: either(asText, ''),
  error: either(asText, ''),
  warnings: either(listOf(asText), []),
  infos: either(listOf(asText), []),
});

/** An answer of /api/v1: an envelope whose `data` is read by `read`. */
export function jsonAnswer<T>(asked: string, reply: Reply, read: Read<T>): Answer<T> {
  const early = withoutBody(asked, reply);
  if (early !== undefined) return early;
  const response = reply as HttpResponse;
  const base = answered(asked, response);
  const document = parseJson(response.body);
  if (!document.ok) return notJson(base, response);
  const head = readWhole(envelope, document.value);
  if (!head.ok) return { ...base, kind: 'unexpected', problem: head.problem, isPage: false };
  const { status, errorType, error, warnings, infos } = head.value;
  if (status === 'error') return { ...base, kind: 'error', errorType, error };
  const whole = readWhole(fields({ data: read }), document.value);
  if (!whole.ok) return { ...base, kind: 'unexpected', problem: whole.problem, isPage: false };
  return { ...base, kind: 'ok', value: whole.value.data, warnings: [...warnings, ...infos] };
}

/** An answer of the other programs around Prometheus: JSON without an envelope. */
export function bareAnswer<T>(asked: string, reply: Reply, read: Read<T>): Answer<T> {
  const early = withoutBody(asked, reply);
  if (early !== undefined) return early;
  const response = reply as HttpResponse;
  const base = answered(asked, response);
  const document = parseJson(response.body);
  if (!document.ok || response.status !== 200) return notJson(base, response);
  const whole = readWhole(read, document.value);
  return whole.ok
    ? { ...base, kind: 'ok', value: whole.value, warnings: [] }
    : { ...base, kind: 'unexpected', problem: whole.problem, isPage: false };
}

/** An answer in plain text, as /-/ready and /metrics give it. */
export function textAnswer(asked: string, reply: Reply): Answer<string> {
  const early = withoutBody(asked, reply);
  if (early !== undefined) return early;
  const response = reply as HttpResponse;
  const base = answered(asked, response);
  if (response.status !== 200 || looksLikePage(response)) return notJson(base, response);
  return { ...base, kind: 'ok', value: response.body, warnings: [] };
}

/** Some gateways answer 401 to a token that is right and may not do this, and say so. */
const saysScope = /\b(scope|permission)s?\b/i;

/** What needs no more than a glance at the body. */
function withoutBody(asked: string, reply: Reply): Failure | undefined {
  if (reply.kind === 'unreachable') return { asked, ...reply };
  const base = answered(asked, reply);
  if (reply.status === 401 || reply.status === 403) {
    return { ...base, kind: 'refused', lacksRight: reply.status === 403 || saysScope.test(reply.body) };
  }
  if (reply.status === 404) return { ...base, kind: 'not-found' };
  if (reply.status >= 300 && reply.status < 400) {
    const { location: to = 'somewhere else' } = reply.headers;
    return { ...base, kind: 'unexpected', problem: `it redirects (${reply.status}) to ${to}`, isPage: true };
  }
  return undefined;
}

function answered(asked: string, { status, headers }: HttpResponse): Answered {
  const { date = '' } = headers;
  const dateMs = Date.parse(date);
  return { asked, status, dateMs: Number.isNaN(dateMs) ? undefined : dateMs };
}

function notJson(base: Answered, response: HttpResponse): Failure {
  if ([502, 503, 504].includes(base.status)) return { ...base, kind: 'not-ready' };
  const isPage = looksLikePage(response);
  const { 'content-type': type = 'an answer without a content type' } = response.headers;
  const what = isPage ? 'a web page' : type;
  const problem = `it answers ${base.status} with ${what}, which is not an answer of Prometheus`;
  return { ...base, kind: 'unexpected', problem, isPage };
}

function looksLikePage({ headers, body }: HttpResponse): boolean {
  const { 'content-type': type = '' } = headers;
  return type.includes('text/html') || /^\s*<(!doctype|html)/i.test(body.slice(0, 200));
}

function parseJson(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

/** More tries change nothing: a wrong password stays wrong, a login page stays a login page. */
export function isFinal(failure: Failure): boolean {
  switch (failure.kind) {
    case 'refused':
    case 'not-found':
      return true;
    case 'unexpected':
      return failure.isPage;
    case 'unreachable':
      return failure.reason === 'tls';
    case 'not-ready':
    case 'error':
      return false;
  }
}

/** What was seen, as one clause for messages and evidence. */
export function describeFailure(failure: Failure): string {
  switch (failure.kind) {
    case 'refused':
      return `${failure.status} from ${failure.asked}`;
    case 'not-found':
      return `404 Not Found from ${failure.asked}`;
    case 'not-ready':
      return `${failure.status}, not ready, from ${failure.asked}`;
    case 'error':
      return `${failure.errorType}: ${failure.error} (${failure.asked})`;
    case 'unexpected':
      return `${failure.problem} (${failure.asked})`;
    case 'unreachable':
      return `${failure.detail} (${failure.asked})`;
  }
}
