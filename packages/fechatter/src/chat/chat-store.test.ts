import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Chat, Message } from '../events/event.js';
import { ChatStore } from './chat-store.js';

const folder = await mkdtemp(join(tmpdir(), 'chat-store-'));
afterAll(() => rm(folder, { recursive: true }));

function chatOf(...members: string[]): Chat {
  return { id: randomUUID(), name: 'a chat', members, createdAtMs: 1 };
}

function messageIn(chat: Chat, sentAtMs: number): Message {
  return { id: randomUUID(), chatId: chat.id, senderId: 'ada', body: `at ${sentAtMs}`, sentAtMs };
}

describe.each([
  ['in memory', () => ':memory:'],
  ['in a file', () => join(folder, `${randomUUID()}.db`)],
])('ChatStore %s', (_, place) => {
  test('finds a chat by its id and by its members', async () => {
    const store = await ChatStore.open(place());
    const chat = chatOf('ada', 'grace');
    await store.addChat(chat);
    expect(await store.findChat(chat.id)).toEqual(chat);
    expect(await store.chatsOf('grace')).toEqual([chat]);
    expect(await store.chatsOf('alan')).toEqual([]);
    store.close();
  });

  test('lists messages in the order they were sent, however they arrived', async () => {
    const store = await ChatStore.open(place());
    const chat = chatOf('ada', 'grace');
    for (const sentAtMs of [3, 1, 2]) await store.addMessage(messageIn(chat, sentAtMs));
    expect((await store.messagesOf(chat.id)).map(({ body }) => body)).toEqual(['at 1', 'at 2', 'at 3']);
    store.close();
  });

  test('tells the second time that it had it already', async () => {
    const store = await ChatStore.open(place());
    const chat = chatOf('ada', 'grace');
    const message = messageIn(chat, 1);
    expect([await store.addChat(chat), await store.addChat(chat)]).toEqual([true, false]);
    expect([await store.addMessage(message), await store.addMessage(message)]).toEqual([true, false]);
    expect(await store.messagesOf(chat.id)).toEqual([message]);
    store.close();
  });
});

test('a file keeps chats over a restart', async () => {
  const file = join(folder, 'kept.db');
  const chat = chatOf('ada', 'grace');
  const before = await ChatStore.open(file);
  await before.addChat(chat);
  before.close();
  const after = await ChatStore.open(file);
  expect(await after.findChat(chat.id)).toEqual(chat);
  after.close();
});
