import { expect, test } from '@jest/globals';
import { ChatMemory } from './chat-memory.js';

const said = (messageId: string, vector: readonly number[]) => ({ messageId, body: messageId, vector });

test('finds the closest messages of one chat, the closest first, and nothing far away', () => {
  const memory = new ChatMemory();
  const chat = { id: 'c', members: ['ada'] };
  memory.remember(chat, said('near', [0.8, 0.6]));
  memory.remember(chat, said('nearest', [1, 0]));
  memory.remember(chat, said('far', [0, 1]));
  memory.remember({ id: 'other', members: ['ada'] }, said('elsewhere', [1, 0]));
  expect(memory.closest('c', [1, 0]).map(({ messageId }) => messageId)).toEqual(['nearest', 'near']);
});

test('forgets the oldest messages of a chat and the chats that are quiet the longest', () => {
  const memory = new ChatMemory();
  for (let count = 0; count <= 200; count += 1)
    memory.remember({ id: 'c', members: [] }, said(`m${count}`, [count === 0 ? 1 : 0]));
  expect(memory.closest('c', [1])).toEqual([]);
  memory.remember({ id: 'first', members: ['ada'] }, said('m', [1]));
  for (let count = 0; count < 1_000; count += 1) memory.remember({ id: `c${count}`, members: [] }, said('m', [1]));
  expect(memory.isMember('first', 'ada')).toBe(false);
});
