import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ChatEvent, eventTypes, parseEvent } from './event.js';

const signedIn: ChatEvent = {
  type: 'user_signed_in',
  id: '5f0c3f57-9a1c-4b0e-8a43-3a3f6f6f0c11',
  occurredAtMs: 1,
  userId: 'ada',
};

describe('parseEvent', () => {
  test('gives back what was written', () => {
    expect(parseEvent('user_signed_in', JSON.stringify(signedIn))).toEqual({ kind: 'event', event: signedIn });
  });

  test('never throws, whatever comes over the wire', () => {
    fc.assert(
      fc.property(fc.constantFrom(...eventTypes), fc.oneof(fc.string(), fc.json()), (type, text) => {
        expect(parseEvent(type, text).kind).toBe('invalid');
      }),
    );
  });

  test('names the field that is wrong', () => {
    const parsed = parseEvent('user_signed_in', JSON.stringify({ ...signedIn, userId: 'Not A User' }));
    expect(parsed).toMatchObject({ kind: 'invalid', reason: expect.stringContaining('userId') });
  });

  test('refuses an event on the subject of another type', () => {
    expect(parseEvent('user_signed_out', JSON.stringify(signedIn))).toEqual({
      kind: 'invalid',
      reason: 'a user_signed_in on the subject of user_signed_out',
    });
  });
});
