import type { ServiceName } from '../service/names.js';
import type { Tally } from './tally.js';

export type ServiceUrls = Readonly<Record<ServiceName, string>>;

export interface Call {
  readonly service: ServiceName;
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  /** Sent instead of the visitor's own token; an empty one sends none. */
  readonly token?: string;
}

const TIMEOUT_MS = 10_000;

/** A visitor's HTTP client: every answer is counted, and none is an exception. */
export class Client {
  readonly #urls: ServiceUrls;
  readonly #tally: Tally;
  token = '';

  constructor(urls: ServiceUrls, tally: Tally) {
    this.#urls = urls;
    this.#tally = tally;
  }

  address(service: ServiceName, path: string): URL {
    return new URL(path, this.#urls[service]);
  }

  /** The parsed answer of a request that went well, or undefined. */
  async call(call: Call): Promise<unknown> {
    const token = call.token ?? this.token;
    try {
      const response = await fetch(this.address(call.service, call.path), {
        method: call.method ?? 'GET',
        headers: {
          'content-type': 'application/json',
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const text = await response.text();
      this.#tally.answer(response.status);
      return response.ok && text ? JSON.parse(text) : undefined;
    } catch {
      this.#tally.count('unreachable');
      return undefined;
    }
  }
}
