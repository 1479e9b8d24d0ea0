import { EventEmitter } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Scene } from '../probe.js';
import { Releasing } from './releasing.js';
import { type ApiAnswer, type ApiRequest, answerFrom } from './routes.js';
import { buildWorld } from './world.js';

export interface Answerer {
  readonly url: string;
  /** All that was asked, in order. */
  readonly requests: readonly (ApiRequest & { readonly authorization: string })[];
  /** What nothing was prepared for. */
  readonly unanswered: readonly string[];
  /** Settles when a request like this one has come. */
  asked(pattern: RegExp): Promise<void>;
  close(): Promise<void>;
}

/** Plays Fly's API for a real flyctl, on loopback: GraphQL, the machines API, and the newer REST API for releases. */
export async function startAnswerer(app: string, scene: Scene): Promise<Answerer> {
  const world = buildWorld(app, scene);
  const state = { world, releasing: new Releasing(world.machines, scene) };
  const requests: (ApiRequest & { readonly authorization: string })[] = [];
  const unanswered: string[] = [];
  const comings = new EventEmitter();
  const server = http.createServer(async (incoming, outgoing) => {
    // A Prometheus of another test may still scrape a port that was its own until now.
    if (incoming.headers['user-agent']?.startsWith('Prometheus/') === true) return void outgoing.writeHead(404).end();
    const request = { method: incoming.method ?? '', target: incoming.url ?? '', body: await readAll(incoming) };
    requests.push({ ...request, authorization: incoming.headers.authorization ?? '' });
    comings.emit('request', requestLine(request));
    if (scene === 'no-answer') return;
    const answer = refusal(scene, request, app) ?? answerFrom(state, request);
    if (answer === undefined) unanswered.push(requestLine(request));
    const { status, json } = answer ?? { status: 501, json: { error: 'nothing is prepared for this' } };
    outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json) ?? '<html>no</html>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    unanswered,
    asked: (pattern) =>
      new Promise((resolve) => {
        comings.on('request', (line: string) => (pattern.test(line) ? resolve() : undefined));
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function requestLine({ method, target, body }: ApiRequest): string {
  return `${method} ${target} ${body.trim()}`;
}

/** The words are those that people have reported; what the real Fly says no probe without an account can show. */
function refusal(scene: Scene, { method, target }: ApiRequest, app: string): ApiAnswer | undefined {
  const asksGraphql = target.startsWith('/graphql');
  if (scene === 'fly-unavailable') return { status: 503, json: undefined };
  if (scene === 'machines-api-unavailable') return { status: 503, json: { error: 'try again later' } };
  if (scene === 'token-refused') {
    return asksGraphql
      ? graphqlError('You must be authenticated to view this.', 'UNAUTHORIZED')
      : { status: 401, json: { error: 'unauthorized' } };
  }
  if (scene === 'lease-held' && method === 'POST' && target.includes('/lease')) {
    return { status: 409, json: { error: 'machine ID 1781973c03d789 lease currently held by someone@example.com' } };
  }
  if (scene === 'never-starts' && target.includes('/wait?')) {
    return { status: 408, json: { error: 'deadline_exceeded' } };
  }
  if (scene !== 'no-app') return undefined;
  return asksGraphql
    ? graphqlError(`Could not find App "${app}"`, 'NOT_FOUND')
    : { status: 404, json: { error: 'App not found' } };
}

function graphqlError(message: string, code: string): ApiAnswer {
  return { status: 200, json: { data: { app: null }, errors: [{ message, extensions: { code } }] } };
}

async function readAll(incoming: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
