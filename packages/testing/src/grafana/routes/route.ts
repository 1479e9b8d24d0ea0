import { type Action, allows, forbidden } from '../access.js';
import type { Reply, Request } from '../http.js';
import type { GrafanaVersion, Role } from '../options.js';
import type { Outbound } from '../outbound.js';
import type { Store } from '../store.js';

/** What a route works with. */
export type Grafana = {
  readonly version: GrafanaVersion;
  readonly major: number;
  readonly namespace: string;
  readonly store: Store;
  readonly outbound: Outbound;
  readonly toggles: ReadonlySet<string>;
};

export type Handler = (grafana: Grafana, request: Request) => Reply | Promise<Reply>;

/** `may` is the permission asked for, or several of which one is enough; without it the route needs no token. */
export type Route = {
  readonly on: string;
  readonly may?: Action | readonly Action[] | 'signed-in';
  readonly run: Handler;
};

export type Match = { readonly route: Route; readonly params: Record<string, string> };

/** `on` reads `GET /api/folders/:uid`; a `*` at the end takes the rest of the path. The first match wins. */
export function matchRoute(routes: readonly Route[], method: string, path: string): Match | undefined {
  for (const route of routes) {
    const [wanted = '', template = ''] = route.on.split(' ');
    const params = wanted === method ? paramsOf(template, path) : undefined;
    if (params !== undefined) {
      return { route, params };
    }
  }
  return undefined;
}

/** Whether the role may use the route, or the refusal. */
export function refusalFor(route: Route, role: Role): Reply | undefined {
  if (route.may === undefined || route.may === 'signed-in') {
    return undefined;
  }
  const actions = typeof route.may === 'string' ? [route.may] : route.may;
  return actions.some((action) => allows(role, action)) ? undefined : forbidden(route.may);
}

function paramsOf(template: string, path: string): Record<string, string> | undefined {
  const names = template.split('/');
  const parts = path.split('/');
  const params: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const part = parts[index] ?? '';
    if (name === '*') {
      return { ...params, rest: parts.slice(index).join('/') };
    }
    if (name.startsWith(':')) {
      params[name.slice(1)] = decodeURIComponent(part);
    } else if (name !== part) {
      return undefined;
    }
  }
  return names.length === parts.length ? params : undefined;
}
