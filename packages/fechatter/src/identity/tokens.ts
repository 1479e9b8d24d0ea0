import { createHmac, timingSafeEqual } from 'node:crypto';

/** A token is `<user>.<expiry in ms>.<signature>`: every service that knows the secret can check it by itself. */
export function issueToken(secret: string, claim: { userId: string; expiresAtMs: number }): string {
  const payload = `${claim.userId}.${claim.expiresAtMs}`;
  return `${payload}.${signature(secret, payload)}`;
}

/** The user a token was issued for, or undefined when it is forged, damaged or too old. */
export function verifyToken(secret: string, token: string, nowMs: number): string | undefined {
  const [userId, expiry, given, ...rest] = token.split('.');
  if (!userId || !expiry || !given || rest.length > 0) return undefined;
  if (!isSame(given, signature(secret, `${userId}.${expiry}`))) return undefined;
  return Number(expiry) > nowMs ? userId : undefined;
}

/** Compares without telling by its duration how much was right. */
export function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

function signature(secret: string, payload: string): string {
  return createHmac('sha256', secret).update(payload).digest('base64url');
}
