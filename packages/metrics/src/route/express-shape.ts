import type { IncomingMessage, ServerResponse } from 'node:http';

/** A layer of an Express router: a mounted thing or a route. Only what all supported versions have is required. */
export interface Layer {
  readonly name: string;
  /** Set when the layer is a route. */
  readonly route?: object | undefined;
  readonly handle?: unknown;
  /** Express 4. */
  readonly regexp?: RegExp & { readonly fast_slash?: boolean };
  readonly keys?: readonly { readonly name: string | number }[];
  /** Express 5: mounted on "/", so that everything passes. */
  readonly slash?: boolean;
  /** Express 5: one per path of the layer. */
  readonly matchers?: readonly Matcher[];
  /** Express 5.3 (router 2.3): the path as it was written. */
  readonly rawPath?: unknown;
}

export type Matcher = (
  path: string,
) => false | { readonly path: string; readonly params: Readonly<Record<string, unknown>> };

/** What is used of an Express app besides its routers. */
export interface ExpressApp {
  /** The prototype of its responses. */
  readonly response?: ServerResponse;
  /** The app it was mounted on. */
  readonly parent?: unknown;
}

/** A request, with what Express puts on it; one that never met Express has none of it. */
export interface ExpressRequest extends IncomingMessage {
  readonly app?: ExpressApp;
  readonly route?: object;
}

/** The request's Express properties at the moment it is read; Express changes them while it routes. */
export interface RoutedRequest {
  readonly app: unknown;
  readonly route: object | undefined;
  /** The part of the path that the mounts have consumed. Empty again once an error has left them. */
  readonly baseUrl: string;
  /** The path that was routed, after any rewriting, without host and query. */
  readonly path: string;
}

/** Reads what Express left on a request; a request that never met Express has nothing. */
export function readRequest(req: IncomingMessage): RoutedRequest {
  const baseUrl = textProperty(req, 'baseUrl');
  return {
    app: property(req, 'app'),
    route: objectProperty(req, 'route'),
    baseUrl,
    path: baseUrl + pathOf(req.url ?? ''),
  };
}

/** A request target is a path, or in absolute form a whole URL (RFC 9112 §3.2.2). */
function pathOf(target: string): string {
  const path = target.startsWith('/') ? target : target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  return path.replace(/[?#].*$/s, '');
}

/** The layers of an app or a router, undefined for anything else (a plain handler). */
export function stackOf(handle: unknown): readonly Layer[] | undefined {
  if (!isObject(handle)) return undefined;
  const own = property(handle, 'stack');
  if (isStack(own)) return own;
  const express4 = property(handle, '_router');
  const router = express4 === undefined ? routerOf(handle) : express4;
  const stack = property(router, 'stack');
  return isStack(stack) ? stack : undefined;
}

/** The app a sub-app was mounted on with `app.use(path, subApp)`. */
export function parentOf(app: unknown): unknown {
  return property(app, 'parent');
}

/** Express 5's `app.router`. The getter of that name in Express 4 throws. */
function routerOf(handle: object): unknown {
  try {
    return property(handle, 'router');
  } catch {
    return undefined;
  }
}

export function property(owner: unknown, name: string): unknown {
  return isObject(owner) ? Reflect.get(owner, name) : undefined;
}

function textProperty(owner: object, name: string): string {
  const value = property(owner, name);
  return typeof value === 'string' ? value : '';
}

function objectProperty(owner: object, name: string): object | undefined {
  const value = property(owner, name);
  return isObject(value) ? value : undefined;
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function isStack(value: unknown): value is readonly Layer[] {
  return Array.isArray(value);
}
