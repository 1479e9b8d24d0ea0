import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { issueToken, verifyToken } from './tokens.js';

const SECRET = 'sixteen-characters';
const claim = { userId: 'ada', expiresAtMs: 1_000 };

describe('tokens', () => {
  test('a token names its user until it expires', () => {
    const token = issueToken(SECRET, claim);
    expect(verifyToken(SECRET, token, 999)).toBe('ada');
    expect(verifyToken(SECRET, token, 1_000)).toBeUndefined();
  });

  test('another secret does not accept it', () => {
    expect(verifyToken('another-secret-entirely', issueToken(SECRET, claim), 0)).toBeUndefined();
  });

  test('no change to a token is accepted', () => {
    const token = issueToken(SECRET, claim);
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.string({ minLength: 0, maxLength: 3 }), (at, put) => {
        const changed = token.slice(0, at) + put + token.slice(at + 1);
        fc.pre(changed !== token);
        expect(verifyToken(SECRET, changed, 0)).toBeUndefined();
      }),
    );
  });

  test('no text is a token by chance', () => {
    fc.assert(fc.property(fc.string(), (text) => verifyToken(SECRET, text, 0) === undefined));
  });
});
