import { HttpClient } from '@actions/http-client';
import { type Dispatcher, fetch } from 'undici';
import type { Http, HttpRequest, HttpResponse, Unreachable } from '../ports.js';
import { download } from './download.js';
import { explain, whole } from './http-outcome.js';

const defaultTimeoutMs = 30_000;

/** HTTP through HTTPS_PROXY and NO_PROXY, as self-hosted runners need it; Node's own fetch ignores both before Node 24. */
export function openUndici(): Http {
  const toolkit = new HttpClient();
  const routeTo = (url: string) => ({ dispatcher: toolkit.getAgentDispatcher(url) as Dispatcher | undefined });
  return {
    send: (request) => exchange(request, routeTo(request.url)),
    download: (url, path, options = {}) =>
      download({ url, path, ...options, dispatcherFor: (to) => routeTo(to).dispatcher }),
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
