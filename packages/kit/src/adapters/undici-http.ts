import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HttpClient } from '@actions/http-client';
import { type Dispatcher, fetch, type Response } from 'undici';
import type { Downloaded, Http, HttpRequest, HttpResponse, Unreachable, UnreachableReason } from '../ports.js';
import { errorMessage } from '../suite-error.js';

const defaultTimeoutMs = 30_000;
/** flyctl is 40 MB: half a megabit a second still arrives. */
const downloadTimeoutMs = 600_000;

/** HTTP through HTTPS_PROXY and NO_PROXY, as self-hosted runners need it; Node's own fetch ignores both before Node 24. */
export function undiciHttp(): Http {
  const toolkit = new HttpClient();
  const routeTo = (url: string) => ({ dispatcher: toolkit.getAgentDispatcher(url) as Dispatcher | undefined });
  return {
    send: (request) => exchange(request, routeTo(request.url)),
    download: (url, path) => download({ url, path, route: routeTo(url) }),
  };
}

interface Route {
  readonly dispatcher: Dispatcher | undefined;
}

async function exchange(request: HttpRequest, route: Route): Promise<HttpResponse | Unreachable> {
  const timeoutMs = request.timeoutMs ?? defaultTimeoutMs;
  try {
    const response = await fetch(request.url, {
      method: request.method ?? 'GET',
      headers: { 'user-agent': 'fly-monitoring', ...request.headers },
      body: request.body ?? null,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      ...(route.dispatcher && { dispatcher: route.dispatcher }),
    });
    return await whole(response);
  } catch (error) {
    return { kind: 'unreachable', ...explain(error, timeoutMs) };
  }
}

async function whole(response: Response): Promise<HttpResponse> {
  const body = await response.text();
  return { kind: 'response', status: response.status, headers: Object.fromEntries(response.headers), body };
}

interface Download {
  readonly url: string;
  readonly path: string;
  readonly route: Route;
}

async function download({ url, path, route }: Download): Promise<Downloaded | HttpResponse | Unreachable> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(downloadTimeoutMs),
      ...(route.dispatcher && { dispatcher: route.dispatcher }),
    });
    if (!response.ok || response.body === null) return await whole(response);
    const hash = createHash('sha256');
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    await pipeline(Readable.fromWeb(response.body), measure, createWriteStream(path, { mode: 0o600 }));
    return { kind: 'downloaded', sha256: hash.digest('hex') };
  } catch (error) {
    return { kind: 'unreachable', ...explain(error, downloadTimeoutMs) };
  }
}

function explain(error: unknown, timeoutMs: number): { reason: UnreachableReason; detail: string } {
  const codes = chainOf(error).flatMap((link) => [String(link.code ?? ''), String(link.name ?? '')]);
  const has = (pattern: RegExp) => codes.some((code) => pattern.test(code));
  if (has(/TimeoutError|_TIMEOUT$|ETIMEDOUT/)) return { reason: 'timeout', detail: `no answer within ${timeoutMs} ms` };
  if (has(/ENOTFOUND|EAI_AGAIN/)) return { reason: 'dns', detail: 'the name has no address' };
  if (has(/ECONNREFUSED/)) return { reason: 'refused', detail: 'the connection was refused' };
  if (has(/ECONNRESET|EPIPE|UND_ERR_SOCKET/)) return { reason: 'reset', detail: 'the connection was closed' };
  if (has(/CERT|TLS|SSL|SELF_SIGNED/))
    return { reason: 'tls', detail: `the TLS handshake failed (${errorMessage(error)})` };
  return { reason: 'other', detail: errorMessage(error) };
}

interface Link {
  readonly code?: unknown;
  readonly name?: unknown;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

/** The error and all that it holds as causes; a connection to several addresses fails with one error for each. */
function chainOf(error: unknown): readonly Link[] {
  if (typeof error !== 'object' || error === null) return [];
  const link = error as Link;
  return [link, ...chainOf(link.cause), ...(link.errors ?? []).flatMap(chainOf)];
}
