import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { z } from 'zod';
import { BOT_USER_ID, type ChatEvent, userIdSchema } from '../events/event.js';
import { authenticate, type Identity, userOf } from '../identity/authenticate.js';
import { isSame, issueToken } from '../identity/tokens.js';
import { HttpError } from '../service/http-error.js';

const TOKEN_LIFETIME_MS = 24 * 60 * 60_000;

const signInSchema = z.object({ name: userIdSchema, passcode: z.string().max(200).optional() });

export interface SignInParts {
  readonly identity: Identity;
  readonly passcode: string | undefined;
  publish(event: ChatEvent): void;
  onSeen(userId: string): void;
  onLeft(userId: string): void;
}

/** `/api/sign-in` and, behind it, the check that everything else under /api needs. */
export function signInRoutes({ identity, passcode, publish, onSeen, onLeft }: SignInParts): Router {
  const router = Router();
  const stamp = (userId: string) => ({ id: randomUUID(), occurredAtMs: identity.now(), userId });

  router.post('/sign-in', (request, response) => {
    const wish = signInSchema.parse(request.body);
    if (wish.name === BOT_USER_ID) throw new HttpError(403, 'This name belongs to the bot');
    if (passcode && !isSame(wish.passcode ?? '', passcode)) throw new HttpError(401, 'Wrong passcode');
    onSeen(wish.name);
    publish({ ...stamp(wish.name), type: 'user_signed_in' });
    const claim = { userId: wish.name, expiresAtMs: identity.now() + TOKEN_LIFETIME_MS };
    response.json({ ...claim, token: issueToken(identity.secret, claim) });
  });
  router.use(authenticate(identity), (_, response, next) => {
    onSeen(userOf(response));
    next();
  });
  // A token carries its own proof, so it stays good until it expires; signing out ends streams and sessions.
  router.post('/sign-out', (_, response) => {
    onLeft(userOf(response));
    publish({ ...stamp(userOf(response)), type: 'user_signed_out' });
    response.status(204).end();
  });
  return router;
}
