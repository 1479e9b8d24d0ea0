import { expect, test } from '@jest/globals';
import { Sessions } from './sessions.js';

function create() {
  const clock = { nowMs: 0 };
  return { clock, sessions: new Sessions({ now: () => clock.nowMs, idleMs: 100 }) };
}

test('what a user does belongs to one session as long as the pauses are short', () => {
  const { clock, sessions } = create();
  const first = sessions.track('ada');
  clock.nowMs = 99;
  expect(sessions.track('ada')).toBe(first);
  clock.nowMs = 198;
  expect(sessions.track('ada')).toBe(first);
  clock.nowMs = 298;
  expect(sessions.track('ada')).not.toBe(first);
});

test('counts the sessions that are open', () => {
  const { clock, sessions } = create();
  sessions.track('ada');
  sessions.track('grace');
  expect(sessions.count()).toBe(2);
  sessions.end('ada');
  expect(sessions.count()).toBe(1);
  clock.nowMs = 100;
  expect(sessions.count()).toBe(0);
});
