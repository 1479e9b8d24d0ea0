import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Clock } from './ports.js';
import { type Attempt, waitUntil } from './wait-until.js';

function fakeClock(): Clock & { readonly slept: number[] } {
  let now = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep: async (ms) => {
      slept.push(ms);
      now += ms;
    },
  };
}

const plan = { budgetMs: 1_000, firstDelayMs: 100, maxDelayMs: 400, factor: 2 };

describe('waitUntil', () => {
  test('grows the pause up to its limit and stops inside the budget', async () => {
    const clock = fakeClock();
    const outcome = await waitUntil(clock, plan, async () => ({ kind: 'retry', observed: '503' }));
    expect(outcome).toEqual({ kind: 'timed-out', attempts: 4, budgetMs: 1_000, last: '503' });
    expect(clock.slept).toEqual([100, 200, 400]);
  });

  test('stops at once at a final observation', async () => {
    const clock = fakeClock();
    const outcome = await waitUntil(clock, plan, async () => ({ kind: 'final', observed: '401' }));
    expect(outcome).toEqual({ kind: 'final', attempts: 1, last: '401' });
    expect(clock.slept).toEqual([]);
  });

  test('tells attempts and time of a success', async () => {
    const attempts: Attempt<string>[] = [
      { kind: 'retry', observed: 'not yet' },
      { kind: 'done', value: 'ready' },
    ];
    const outcome = await waitUntil(fakeClock(), plan, async (n) => attempts[n - 1] ?? { kind: 'final', observed: '' });
    expect(outcome).toEqual({ kind: 'done', value: 'ready', attempts: 2, elapsedMs: 100 });
  });

  test('never sleeps beyond the budget, and tries at least once', async () => {
    const delays = fc.record({
      budgetMs: fc.nat(5_000),
      firstDelayMs: fc.integer({ min: 1, max: 500 }),
      maxDelayMs: fc.integer({ min: 1, max: 2_000 }),
      factor: fc.integer({ min: 1, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(delays, async (random) => {
        const clock = fakeClock();
        const outcome = await waitUntil(clock, random, async () => ({ kind: 'retry', observed: '' }));
        expect(outcome.attempts).toBe(clock.slept.length + 1);
        expect(clock.now()).toBeLessThanOrEqual(random.budgetMs);
      }),
    );
  });
});
