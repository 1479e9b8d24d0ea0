import { type Fields, parseSelections, project } from './graphql.js';
import type { Releasing } from './releasing.js';
import type { World } from './world.js';

export interface ApiRequest {
  readonly method: string;
  /** With its query. */
  readonly target: string;
  readonly body: string;
}

export interface ApiAnswer {
  readonly status: number;
  /** Undefined is a page of a proxy in between, which is no JSON. */
  readonly json: unknown;
}

export interface AnswererState {
  readonly world: World;
  readonly releasing: Releasing;
}

interface Asked extends AnswererState {
  readonly body: Fields;
  /** The last word of the path that names something. */
  readonly id: string;
}

type Route = readonly [method: string, path: RegExp, answer: (asked: Asked) => unknown];

/** What an app may write: words by which an error of flyctl would be taken for another. */
const logLines = ['DEADLINE_EXCEEDED: the client connection is closing', '401 Unauthorized'].map((message, index) => ({
  id: String(index),
  attributes: { timestamp: '2026-01-04T00:00:03Z', message, level: 'info', instance: '1781973c03d789', region: 'nrt' },
}));

const app = '/v1/apps/[^/]+';
const at = (path: string) => new RegExp(`^${path}$`);

const routes: readonly Route[] = [
  ['GET', at(app), ({ world }) => world.app],
  ['POST', at('/v1/apps'), ({ world, body }) => ({ ...world.app, id: body['name'], name: body['name'] })],
  ['GET', at(`${app}/machines`), ({ releasing }) => releasing.machines],
  ['GET', at(`${app}/machines/([^/]+)`), ({ releasing, id }) => releasing.machine(id)],
  ['POST', at(`${app}/machines/([^/]+)`), ({ releasing, id, body }) => releasing.update(id, body)],
  ['POST', at(`${app}/machines`), ({ releasing, body }) => releasing.launch(body)],
  ['GET', at(`${app}/machines/[^/]+/ps`), () => []],
  ['GET', at(`${app}/ip_assignments`), () => ({ ips: [] })],
  [
    'POST',
    at(`${app}/ip_assignments`),
    () => ({ ip: '66.241.124.1', region: 'global', created_at: '2026-01-04T00:00:00Z', shared: true }),
  ],
  ['GET', at(`${app}/machines/[^/]+/wait`), () => ({ ok: true })],
  ['GET', at(`${app}/machines/[^/]+/lease`), ({ releasing }) => releasing.lease()],
  ['POST', at(`${app}/machines/[^/]+/lease`), ({ releasing }) => releasing.lease()],
  ['DELETE', at(`${app}/machines/[^/]+/lease`), () => ({ ok: true })],
  ['POST', at(`${app}/machines/[^/]+/exec`), ({ body }) => executed(String(body['cmd']))],
  ['GET', at(`${app}/volumes`), ({ world }) => world.volumes],
  ['POST', at(`${app}/volumes`), ({ body }) => createdVolume(body)],
  ['GET', at(`${app}/secrets`), ({ world }) => ({ secrets: world.secrets })],
  ['POST', at(`${app}/secrets`), () => ({ secrets: [], version: 3 })],
  ['GET', at('/api/v1/organizations/[^/]+'), ({ world }) => ({ organization: world.organization })],
  ['GET', at('/api/v1/apps/[^/]+/releases'), ({ world }) => ({ releases: world.releases })],
  ['GET', at('/api/v1/apps/[^/]+/releases/current'), ({ world }) => world.releases[0] ?? null],
  ['POST', at('/api/v1/releases'), ({ releasing, body }) => ({ release: releasing.createRelease(body) })],
  [
    'PATCH',
    at('/api/v1/releases/([^/]+)'),
    ({ releasing, id, body }) => ({ release: releasing.updateRelease(id, body) }),
  ],
  ['GET', at('/api/v1/apps/[^/]+/logs'), () => ({ data: logLines, meta: { next_token: '' } })],
  ['POST', at('/api/v1/builds'), () => ({ id: 1, status: 'started', wallclock_time_ms: 0 })],
  ['POST', at('/api/v1/builds/finish'), () => ({ id: 1, status: 'completed', wallclock_time_ms: 1 })],
];

/** Undefined when nothing was prepared for this request. */
export function answerFrom(
  { world, releasing }: AnswererState,
  { method, target, body }: ApiRequest,
): ApiAnswer | undefined {
  const path = target.split('?')[0] ?? '';
  if (path === '/graphql') return answerGraphql(world, body);
  const route = routes.find(([verb, pattern]) => verb === method && pattern.test(path));
  if (route === undefined) return undefined;
  const id = route[1].exec(path)?.[1] ?? '';
  return { status: 200, json: route[2]({ world, releasing, body: parsed(body), id }) };
}

function answerGraphql(world: World, body: string): ApiAnswer | undefined {
  const { query, variables } = parsed(body) as { query?: string; variables?: { imageRef?: string } | null };
  const isNoImage = variables?.imageRef?.endsWith(':none') === true;
  const data = isNoImage
    ? { ...world.graphql, app: { ...(world.graphql['app'] as Fields), image: null } }
    : world.graphql;
  try {
    return { status: 200, json: { data: project(parseSelections(String(query)), data) } };
  } catch {
    return undefined;
  }
}

/** A word for each way in which a command in a machine ends. */
function executed(command: string): Fields {
  return command === 'false' ? { exit_code: 1, stderr: 'no\n' } : { stdout: 'yes\n' };
}

function createdVolume(body: Fields): Fields {
  return { ...body, id: 'vol_new', state: 'created', zone: 'abcd', created_at: '2026-01-02T03:04:05Z' };
}

function parsed(body: string): Fields {
  return body === '' ? {} : JSON.parse(body);
}
