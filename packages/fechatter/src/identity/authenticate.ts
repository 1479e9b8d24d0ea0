import type { IncomingMessage } from 'node:http';
import type { RequestHandler, Response } from 'express';
import { HttpError } from '../service/http-error.js';
import { verifyToken } from './tokens.js';

export interface Identity {
  readonly secret: string;
  now(): number;
}

/** Lets a request through when it carries a valid token; the handler asks `userOf` who it is. */
export function authenticate(identity: Identity): RequestHandler {
  return (request, response, next) => {
    const userId = identify(identity, request);
    if (!userId) throw new HttpError(401, 'Sign in first: the token is missing, damaged or too old');
    response.locals['userId'] = userId;
    next();
  };
}

export function userOf(response: Response): string {
  const userId: unknown = response.locals['userId'];
  if (typeof userId !== 'string') throw new Error('This route is not behind authenticate()');
  return userId;
}

/** `Authorization: Bearer`, or `?token=` because a browser's EventSource and WebSocket cannot send headers. */
export function identify(identity: Identity, request: IncomingMessage): string | undefined {
  const [, bearer] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  const token = bearer ?? new URL(request.url ?? '/', 'http://service').searchParams.get('token');
  return token ? verifyToken(identity.secret, token, identity.now()) : undefined;
}
