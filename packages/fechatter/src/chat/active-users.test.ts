import { expect, test } from '@jest/globals';
import { ACTIVE_WINDOW_MS, ActiveUsers } from './active-users.js';

test('a user counts once, from what they do until the window has passed without anything', () => {
  let nowMs = 0;
  const users = new ActiveUsers(() => nowMs);
  users.see('ada');
  users.see('ada');
  users.see('grace');
  expect(users.count()).toBe(2);
  nowMs = ACTIVE_WINDOW_MS - 1;
  users.see('grace');
  nowMs = ACTIVE_WINDOW_MS;
  expect(users.count()).toBe(1);
});

test('a user who signs out is not active any more', () => {
  const users = new ActiveUsers(() => 0);
  users.see('ada');
  users.leave('ada');
  expect(users.count()).toBe(0);
});
