import { describe, expect, test } from '@jest/globals';
import { restartDelay } from './restart-plan.js';

const now = 1_000_000;
const onFailure = { policy: 'on-failure', max_retries: 10 } as const;

describe('restarts', () => {
  test('on-failure starts a crashed machine again, and leaves one that ended well', () => {
    expect(restartDelay({ code: 1, at: now }, { restart: onFailure, failures: [] })).toBeGreaterThan(0);
    expect(restartDelay({ code: 0, at: now }, { restart: onFailure, failures: [] })).toBeUndefined();
  });

  test('on-failure gives up after ten tries in five minutes, and forgets older ones', () => {
    const failures = Array.from({ length: 10 }, () => now - 1000);
    expect(restartDelay({ code: 1, at: now }, { restart: onFailure, failures })).toBeUndefined();
    expect(restartDelay({ code: 1, at: now + 6 * 60_000 }, { restart: onFailure, failures })).toBeGreaterThan(0);
  });

  test('always never gives up, no never begins', () => {
    const failures = Array.from({ length: 50 }, () => now);
    expect(
      restartDelay({ code: 0, at: now }, { restart: { policy: 'always', max_retries: 10 }, failures }),
    ).toBeGreaterThan(0);
    expect(
      restartDelay({ code: 1, at: now }, { restart: { policy: 'no', max_retries: 10 }, failures: [] }),
    ).toBeUndefined();
  });
});
