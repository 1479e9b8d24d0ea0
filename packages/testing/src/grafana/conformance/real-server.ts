import { numberIn, parseRecord, recordIn, textIn } from '../json.js';
import { type Credentials, exchangeWith, wrongToken } from './exchange.js';
import type { Answer, Server } from './probe.js';

export interface RealServer {
  /** Without a slash at the end. */
  readonly url: string;
  readonly prometheusUrl: string | undefined;
  /** What is sent as Authorization: a service account's token, or the user and password of a test server. */
  readonly authorization: string;
  /** Begins the names of the service accounts that are made. */
  readonly prefix: string;
}

/** Asks a server that is there. It makes service accounts for the callers it has no token of, and deletes them. */
export async function realServer(options: RealServer): Promise<Server> {
  const { url, authorization, prometheusUrl, prefix } = options;
  const owner: Credentials = { admin: authorization };
  const version = await readVersion(url, owner);
  const accounts = new Accounts(url, owner);
  const isBasic = authorization.startsWith('Basic ');
  try {
    const admin = isBasic ? await accounts.make(`${prefix}admin`, 'Admin') : undefined;
    const viewer = await accounts.make(`${prefix}viewer`, 'Viewer');
    const credentials: Credentials = {
      admin: admin ?? authorization,
      'wrong-token': wrongToken,
      ...(viewer === undefined ? {} : { viewer }),
    };
    return {
      name: url,
      url,
      version,
      isStandIn: false,
      prometheusUrl,
      ask: (exchange) => exchangeWith(url, credentials, exchange),
      missing: (caller) =>
        caller === 'viewer' && viewer === undefined ? 'the token may make no service account for a viewer' : undefined,
      prepare: (scene) => `only the stand-in can be brought into this state (${scene})`,
      close: () => accounts.remove(),
    };
  } catch (thrown) {
    await accounts.remove();
    throw thrown;
  }
}

/** Where the version is hidden, who is signed in may see it in the settings of the page. */
async function readVersion(url: string, credentials: Credentials): Promise<string | undefined> {
  const health = await exchangeWith(url, credentials, { method: 'GET', path: '/api/health', by: 'nobody' });
  if (health.status === 0) throw new Error(`${url} gives no answer: ${health.text}.`);
  if (textIn(parseRecord(health.text), 'database') === undefined) {
    throw new Error(`${url} is not Grafana: GET /api/health answered ${health.status}.`);
  }
  const told = textIn(parseRecord(health.text), 'version');
  if (told !== undefined) return told;
  const settings = await exchangeWith(url, credentials, { method: 'GET', path: '/api/frontend/settings', by: 'admin' });
  const version = textIn(recordIn(parseRecord(settings.text), 'buildInfo'), 'version') ?? '';
  return /^\d+\./.test(version) ? version : undefined;
}

class Accounts {
  readonly #url: string;
  readonly #owner: Credentials;
  readonly #ids: number[] = [];

  constructor(url: string, owner: Credentials) {
    this.#url = url;
    this.#owner = owner;
  }

  /** What its token makes of Authorization; undefined where the owner may not make one. */
  async make(name: string, role: 'Admin' | 'Viewer'): Promise<string | undefined> {
    const made = await this.#ask('POST', '/api/serviceaccounts', { name, role });
    const id = numberIn(parseRecord(made.text), 'id');
    if (id === undefined) return undefined;
    this.#ids.push(id);
    const token = await this.#ask('POST', `/api/serviceaccounts/${id}/tokens`, { name });
    const key = textIn(parseRecord(token.text), 'key');
    return key === undefined ? undefined : `Bearer ${key}`;
  }

  async remove(): Promise<void> {
    for (const id of this.#ids.splice(0)) await this.#ask('DELETE', `/api/serviceaccounts/${id}`);
  }

  #ask(method: string, path: string, body?: object): Promise<Answer> {
    return exchangeWith(this.#url, this.#owner, { method, path, by: 'admin', ...(body === undefined ? {} : { body }) });
  }
}
