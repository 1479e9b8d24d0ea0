import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { fieldsOf, textOf } from '../config/fields.js';

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

/** Looked up by presence: an empty FLY_ACCESS_TOKEN hides a good FLY_API_TOKEN. The session comes last. */
export function tokenText(given: string | undefined, env: Environment): string {
  return given ?? env['FLY_ACCESS_TOKEN'] ?? env['FLY_API_TOKEN'] ?? sessionToken(env) ?? '';
}

function sessionToken(env: Environment): string | undefined {
  const folder = env['FLY_CONFIG_DIR'] ?? path.join(env['HOME'] ?? '/', '.fly');
  const file = path.join(folder, 'config.yml');
  if (!existsSync(file)) return undefined;
  return textOf(fieldsOf(parse(readFileSync(file, 'utf8')))['access_token']);
}

export function mayUse(access: Access, app: string): boolean {
  return access.kind === 'known' && access.scopes.some((scope) => scope === 'org' || scope.app === app);
}

export function mayUseOrganisation(access: Access): boolean {
  return access.kind === 'known' && access.scopes.includes('org');
}
