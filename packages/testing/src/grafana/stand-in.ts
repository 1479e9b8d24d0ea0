import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { isOtherOrganisation, ORGANISATION_MISMATCH, roleOf, unauthorized } from './access.js';
import { type Reply, type Request, readBody, refusal, send } from './http.js';
import { type Json, parseRecord } from './json.js';
import { Faults, type Misbehaviour } from './misbehaviour.js';
import { buildVersion, type GrafanaOptions, majorOf, type Role } from './options.js';
import { createOutbound } from './outbound.js';
import { type Grafana, matchRoute, refusalFor } from './routes/route.js';
import { ROUTES } from './routes/routes.js';
import { editDashboard, type Placed, placeDashboard } from './seeding.js';
import {
  createStore,
  type StoredAnnotation,
  type StoredDashboard,
  type StoredDatasource,
  type StoredFolder,
  type StoredLibraryElement,
} from './store.js';

/** One request as it was received; the token itself is not kept, only whose it was. */
export type Call = {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: Json | undefined;
  readonly role: Role | undefined;
  /** As the header X-Grafana-Org-Id says. */
  readonly org: string | undefined;
  /** 0: the connection was cut instead of answered. */
  readonly status: number;
};

/** What is in the database, secrets of datasources included. */
export type GrafanaState = {
  readonly dashboards: readonly StoredDashboard[];
  readonly folders: readonly StoredFolder[];
  readonly datasources: readonly StoredDatasource[];
  readonly annotations: readonly StoredAnnotation[];
  readonly libraryElements: readonly StoredLibraryElement[];
};

export type GrafanaStandIn = {
  readonly url: string;
  state(): GrafanaState;
  calls(): readonly Call[];
  /** Begins to fail in the given way; the returned function ends it. */
  misbehave(how: Misbehaviour): () => void;
  /** A dashboard that is there already, by hand or by provisioning. */
  place(placed: Placed): void;
  /** Somebody saves a change in the browser: a new version. */
  edit(uid: string, change: Json): void;
  stop(): Promise<void>;
};

export async function startGrafana(options: GrafanaOptions): Promise<GrafanaStandIn> {
  const version = options.version ?? '12.4.3';
  const store = createStore(options);
  const namespace = options.stackId === undefined ? 'default' : `stacks-${options.stackId}`;
  const outbound = createOutbound(options.outbound);
  const toggles = new Set<string>(options.toggles);
  const grafana: Grafana = { version, major: majorOf(version), namespace, store, outbound, toggles };
  const faults = new Faults(buildVersion(version));
  const calls: Call[] = [];
  const server = createServer((message, response) => {
    answer({ grafana, faults, tokens: options.tokens, calls }, message, response).catch((error: unknown) => {
      send(response, refusal(500, String(error)));
    });
  });
  const url = await listen(server, options.port ?? 0);
  return {
    url,
    state: () => stateOf(grafana),
    calls: () => [...calls],
    misbehave: (how) => faults.add(how),
    place: (placed) => placeDashboard(store, placed),
    edit: (uid, change) => editDashboard(store, uid, change),
    stop: async () => await close(server),
  };
}

type Served = {
  readonly grafana: Grafana;
  readonly faults: Faults;
  readonly tokens: GrafanaOptions['tokens'];
  readonly calls: Call[];
};

async function answer(served: Served, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const { authorization } = message.headers;
  const request = await requestFrom(message, roleOf(authorization, served.tokens));
  const fault = await served.faults.meet(request);
  const wanted =
    fault.hangUp === 'before' ? undefined : (fault.instead ?? (await route(served, request, message.headers)));
  const done = wanted === undefined ? undefined : (fault.afterwards?.(wanted) ?? wanted);
  const reply = fault.hangUp === undefined ? done : undefined;
  served.calls.push(callOf(request, { org: organisationIn(message), status: reply?.status ?? 0 }));
  if (reply === undefined) {
    message.socket.destroy();
  } else {
    send(response, reply);
  }
}

async function route(served: Served, request: Request, headers: IncomingHttpHeaders): Promise<Reply> {
  const { authorization } = headers;
  const match = matchRoute(ROUTES, request.method, request.path);
  if (match === undefined) {
    return refusal(404, 'Not found');
  }
  if (match.route.may !== undefined && request.role === undefined) {
    return unauthorized(authorization);
  }
  if (request.role !== undefined && isOtherOrganisation(headers[ORGANISATION_HEADER])) {
    return ORGANISATION_MISMATCH;
  }
  const refused = request.role === undefined ? undefined : refusalFor(match.route, request.role);
  return refused ?? (await match.route.run(served.grafana, { ...request, params: match.params }));
}

async function requestFrom(message: IncomingMessage, role: Role | undefined): Promise<Request> {
  const url = new URL(message.url ?? '/', 'http://grafana');
  const body = await readBody(message);
  return { method: message.method ?? 'GET', path: url.pathname, query: url.searchParams, params: {}, body, role };
}

const ORGANISATION_HEADER = 'x-grafana-org-id';

function organisationIn({ headers }: IncomingMessage): string | undefined {
  const given = headers[ORGANISATION_HEADER];
  return Array.isArray(given) ? given[0] : given;
}

function callOf(request: Request, told: Pick<Call, 'org' | 'status'>): Call {
  const { method, path, query, role } = request;
  return { method, path, query: query.toString(), body: parseRecord(request.body), role, ...told };
}

function stateOf({ store }: Grafana): GrafanaState {
  return structuredClone({
    dashboards: [...store.dashboards.values()],
    folders: [...store.folders.values()],
    datasources: [...store.datasources.values()],
    annotations: store.annotations,
    libraryElements: [...store.libraryElements.values()],
  });
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address: AddressInfo | string | null = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`;
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
