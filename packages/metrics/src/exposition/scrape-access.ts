import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/**
 * Headers that Fly's proxy sets on every request it lets in (https://fly.io/docs/networking/request-headers/) and
 * that a request over the private network does not have. A client can add one and so refuse itself; it cannot take
 * one away.
 */
const PROXY_HEADERS = [
  'fly-client-ip',
  'fly-forwarded-port',
  'fly-region',
  'fly-request-id',
  'fly-forwarded-proto',
] as const;

/** Names the proxy in `Via`, for example `2 fly.io`. */
const PROXY_VIA = /\bfly\.io\b/i;

export type ScrapeAccess = 'granted' | 'no-token-set' | 'token-needed';

export interface AccessRule {
  readonly tokens: readonly string[];
  /** Who needs a token: whoever comes through Fly's proxy, or everybody. */
  readonly needsToken: 'public' | 'everybody';
}

/** Who may scrape: whoever has one of the tokens, and everybody on the private network unless the rule says otherwise. */
export class ScrapeAccessRule {
  readonly #digests: readonly Buffer[];
  readonly #needsToken: AccessRule['needsToken'];

  constructor({ tokens, needsToken }: AccessRule) {
    this.#digests = tokens.map(digest);
    this.#needsToken = needsToken;
  }

  decide(headers: IncomingHttpHeaders): ScrapeAccess {
    if (this.#needsToken === 'public' && !cameThroughFlyProxy(headers)) return 'granted';
    if (this.#digests.length === 0) return 'no-token-set';
    return this.#accepts(bearerToken(headers.authorization)) ? 'granted' : 'token-needed';
  }

  /** Compares digests of equal length, and all of them, so that time tells nothing about any token. */
  #accepts(token: string): boolean {
    const given = digest(token);
    return this.#digests.filter((known) => timingSafeEqual(known, given)).length > 0;
  }
}

export function cameThroughFlyProxy(headers: IncomingHttpHeaders): boolean {
  return PROXY_HEADERS.some((name) => headers[name] !== undefined) || PROXY_VIA.test(headers.via ?? '');
}

/** Tokens from an option or from `METRICS_TOKEN`: comma separated, several while one is being replaced. */
export function parseTokens(raw: string | readonly string[] | undefined): string[] {
  return [raw ?? []]
    .flat()
    .flatMap((text) => text.split(','))
    .map((token) => token.trim())
    .filter((token) => token !== '');
}

function bearerToken(authorization: string | undefined): string {
  return /^Bearer +(.+)$/i.exec(authorization ?? '')?.[1]?.trim() ?? '';
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
