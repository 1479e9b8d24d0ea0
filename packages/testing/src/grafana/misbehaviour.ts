import { setTimeout as delay } from 'node:timers/promises';
import { html, json, type Reply, type Request } from './http.js';
import { isRecord, type Json } from './json.js';

/** Which requests a fault hits, and how often; without limits every one. */
export type Aim = {
  readonly method?: string;
  /** A prefix of the path, for example `/api/folders`. */
  readonly path?: string;
  readonly times?: number;
};

/** The ways a real Grafana, or what stands before it, fails its callers. */
export type Misbehaviour =
  /** A paused Cloud stack: 503 until somebody opens /login, and then `polls` more requests. */
  | { readonly kind: 'asleep'; readonly polls: number }
  | { readonly kind: 'database-down' }
  | ({ readonly kind: 'slow'; readonly delayMs: number } & Aim)
  | Interfering;

type Interfering =
  /** The slug is wrong, or the stack was deleted. */
  | { readonly kind: 'unknown-instance' }
  /** `hide_version` of the section auth.anonymous: who is not signed in is not told the version. */
  | { readonly kind: 'version-hidden' }
  /** Some other web server answers everything with a page and 200. */
  | ({ readonly kind: 'wrong-host' } & Aim)
  /** A proxy has pages of its own, as nginx: 502 to 504 where Grafana does not answer, 403 and 413 where it may not be asked. */
  | ({ readonly kind: 'gateway-page'; readonly status: 403 | 413 | 502 | 503 | 504 } & Aim)
  /** To https, to a path below which Grafana is served, to a page for signing in: what proxies do. */
  | ({ readonly kind: 'redirect'; readonly to: (path: string) => string } & Aim)
  | ({ readonly kind: 'throttled'; readonly retryAfterSeconds: number } & Aim)
  | ({ readonly kind: 'error'; readonly status: number; readonly body?: unknown } & Aim)
  /** `before`: nothing was done. `after`: it was done, only the answer is lost. */
  | ({ readonly kind: 'connection-lost'; readonly moment: 'before' | 'after' } & Aim)
  /** A GitOps observer takes the change and answers 202: nothing is saved. */
  | ({ readonly kind: 'gitops-pending' } & Aim)
  /** Two creators at once: the folder exists afterwards, the answer is 412 with an empty object. */
  | ({ readonly kind: 'folder-race' } & Aim)
  /** Migrations on reading: dashboards are handed out with these fields, and stored without. */
  | ({ readonly kind: 'migrated'; readonly change: Json } & Aim);

type Fault = { readonly what: Misbehaviour; left: number; waking: boolean };

/** What the faults make of one request; no field: nothing. */
export type Interference = {
  readonly instead?: Reply;
  readonly hangUp?: 'before' | 'after';
  readonly afterwards?: (reply: Reply) => Reply;
};

export class Faults {
  readonly #active = new Set<Fault>();
  readonly #version: string;

  constructor(version: string) {
    this.#version = version;
  }

  /** Begins a misbehaviour; the returned function ends it. */
  add(what: Misbehaviour): () => void {
    const times = 'times' in what ? what.times : undefined;
    const fault: Fault = { what, left: times ?? Number.POSITIVE_INFINITY, waking: false };
    this.#active.add(fault);
    return () => {
      this.#active.delete(fault);
    };
  }

  /** The first fault that has something to say wins; slowness adds up. */
  async meet(request: Request): Promise<Interference> {
    for (const fault of this.#active) {
      const found = isAimedAt(fault.what, request) && fault.left > 0 ? await this.#strike(fault, request) : undefined;
      if (found !== undefined) {
        return found;
      }
    }
    return {};
  }

  async #strike(fault: Fault, request: Request): Promise<Interference | undefined> {
    const { what } = fault;
    if (what.kind === 'asleep') {
      return sleep(fault, what.polls, request);
    }
    fault.left -= 1;
    if (what.kind === 'slow') {
      await delay(what.delayMs);
      return undefined;
    }
    return what.kind === 'database-down' ? withoutDatabase(this.#version, request) : interferenceOf(what, request);
  }
}

function isAimedAt(what: Misbehaviour, request: Request): boolean {
  if (what.kind === 'folder-race') {
    return request.method === 'POST' && request.path === '/api/folders';
  }
  if (what.kind === 'gitops-pending') {
    return request.method === 'POST' && request.path === '/api/dashboards/db';
  }
  if (what.kind === 'version-hidden') {
    return request.path === '/api/health';
  }
  if (what.kind === 'migrated') {
    return request.method === 'GET' && /^\/api\/dashboards\/uid\/[^/]+$/.test(request.path);
  }
  const method = 'method' in what ? what.method : undefined;
  const path = 'path' in what ? what.path : undefined;
  return (method ?? request.method) === request.method && request.path.startsWith(path ?? '/');
}

/** Asking /api/health does not wake a paused stack; opening /login does, and it takes a while. */
function sleep(fault: Fault, polls: number, request: Request): Interference | undefined {
  if (request.path === '/login' && !fault.waking) {
    fault.waking = true;
    fault.left = polls;
    return polls === 0 ? undefined : { instead: LOADING };
  }
  if (fault.waking) {
    fault.left -= 1;
  }
  return { instead: LOADING };
}

function withoutDatabase(version: string, request: Request): Interference {
  const health = { database: 'failing', version, commit: 'unknown' };
  return { instead: request.path === '/api/health' ? json(503, health) : json(500, INTERNAL_ERROR) };
}

const LOADING: Reply = {
  status: 503,
  body: { code: 'Loading', message: 'Your instance is loading, and will be ready shortly.' },
};

function interferenceOf(what: Interfering, { path }: Request): Interference {
  switch (what.kind) {
    case 'unknown-instance':
      return { instead: UNKNOWN_INSTANCE };
    case 'version-hidden':
      return { afterwards: (reply) => json(reply.status, { database: 'ok' }) };
    case 'wrong-host':
      return { instead: html(200, '<!doctype html><title>Welcome</title><h1>It works!</h1>') };
    case 'gateway-page':
      return {
        instead: html(what.status, `<html><head><title>${what.status}</title></head><body>nginx</body></html>`),
      };
    case 'redirect':
      return { instead: { ...html(301, ''), headers: { location: what.to(path) } } };
    case 'throttled':
      return { instead: throttled(what.retryAfterSeconds) };
    case 'error':
      return { instead: json(what.status, what.body ?? INTERNAL_ERROR) };
    case 'connection-lost':
      return { hangUp: what.moment };
    case 'gitops-pending':
      return { instead: GITOPS_PENDING };
    case 'folder-race':
      return { afterwards: (reply) => (reply.status === 200 ? json(412, {}) : reply) };
    case 'migrated':
      return { afterwards: (reply) => migrated(reply, what.change) };
  }
}

function migrated(reply: Reply, change: Json): Reply {
  const { body } = reply;
  if (!isRecord(body) || !isRecord(body['dashboard'])) {
    return reply;
  }
  return { ...reply, body: { ...body, dashboard: { ...body['dashboard'], ...change } } };
}

const INTERNAL_ERROR = { message: 'Internal server error' };
const UNKNOWN_INSTANCE = json(404, {
  code: 'NotFound',
  message: "We do not recognize the instance URL you're trying to reach.",
});
const GITOPS_PENDING = json(202, { status: 'pending', message: 'changes were broadcast to the gitops listener' });

function throttled(retryAfterSeconds: number): Reply {
  const headers = { 'retry-after': String(retryAfterSeconds) };
  return { status: 429, body: { message: 'Too many requests' }, headers };
}
