import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type Fields, fieldsOf, textOf } from '../config/fields.js';

/** Environment variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What a token may do: everything in the organisation, or one app. */
export type TokenScope = 'org' | { readonly app: string };

export interface IssuedToken {
  readonly token: string;
  readonly scope: TokenScope;
}

export type Access =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'known'; readonly scopes: readonly TokenScope[] };

/** The tokens this platform has given out, told apart by their macaroons. */
export class Tokens {
  readonly #issued: IssuedToken[];

  constructor(issued: readonly IssuedToken[]) {
    this.#issued = [...issued];
  }

  issue(scope: TokenScope): string {
    const token = `FlyV1 fm2_${randomBytes(24).toString('base64url')}`;
    this.#issued.push({ token, scope });
    return token;
  }

  /** A text may carry a scheme and several tokens joined by commas; one known part is enough. */
  access(text: string): Access {
    if (text.trim() === '') return { kind: 'none' };
    const parts = macaroons(text);
    const scopes = this.#issued.filter(({ token }) => macaroons(token).some((part) => parts.includes(part)));
    return scopes.length === 0 ? { kind: 'unknown' } : { kind: 'known', scopes: scopes.map(({ scope }) => scope) };
  }
}

function macaroons(text: string): readonly string[] {
  return text.split(',').map((part) => part.trim().replace(/^((FlyV1|Bearer)\s+)+/i, ''));
}

/** The flag first, then the environment, then the session: an empty variable does not hide it (config.go:140). */
export function tokenText(given: string | undefined, env: Environment): string {
  return given ?? (presentToken(env) || textOf(session(env)['access_token']) || '');
}

/** A token of the environment, looked up by presence: an empty FLY_ACCESS_TOKEN hides a good FLY_API_TOKEN. */
export function externalToken(env: Environment): string {
  return presentToken(env) ?? '';
}

const SESSION_LIFE_MS = 30 * 24 * 60 * 60_000;

/** A session needs the moment of its login, and no older one than 30 days. */
export function isSessionFresh(env: Environment, now: number): boolean {
  const written = session(env)['last_login'];
  const at = written instanceof Date ? written.getTime() : Date.parse(String(written));
  return !Number.isNaN(at) && now - at <= SESSION_LIFE_MS;
}

function presentToken(env: Environment): string | undefined {
  return env['FLY_ACCESS_TOKEN'] ?? env['FLY_API_TOKEN'];
}

/** Where flyctl keeps the login, and where its agent listens. */
export function configFolder(env: Environment): string {
  return env['FLY_CONFIG_DIR'] ?? path.join(env['HOME'] ?? '/', '.fly');
}

function session(env: Environment): Fields {
  const file = path.join(configFolder(env), 'config.yml');
  return existsSync(file) ? fieldsOf(parse(readFileSync(file, 'utf8'))) : {};
}

export function mayUse(access: Access, app: string): boolean {
  return access.kind === 'known' && access.scopes.some((scope) => scope === 'org' || scope.app === app);
}

export function mayUseOrganisation(access: Access): boolean {
  return access.kind === 'known' && access.scopes.includes('org');
}
