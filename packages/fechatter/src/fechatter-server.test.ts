import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { afterTest, ask, eventually, SECRET, sample, start, tokenFor } from '../test/harness.js';
import { MemoryEventBus } from '../test/memory-event-bus.js';
import { chatSchema, messageSchema } from './events/event.js';
import { startFechatterServer } from './fechatter-server.js';
import { verifyToken } from './identity/tokens.js';

const ada = tokenFor('ada');
const grace = tokenFor('grace');

async function createChat(url: string, members: readonly string[] = ['grace']) {
  const { status, body } = await ask(`${url}/api/chats`, {
    method: 'POST',
    token: ada,
    body: { name: 'plans', members },
  });
  expect(status).toBe(201);
  return chatSchema.parse(body);
}

function connect(url: string, token: string) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/ws?token=${token}`);
  afterTest(async () => socket.terminate());
  const heard: unknown[] = [];
  socket.on('message', (raw) => heard.push(JSON.parse(String(raw))));
  const opened = new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  return { socket, heard, opened };
}

describe('signing in', () => {
  test('gives a token that every service with the secret accepts', async () => {
    const { url, bus } = await start(startFechatterServer);
    const { status, body } = await ask(`${url}/api/sign-in`, { method: 'POST', body: { name: 'ada' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ userId: 'ada', token: expect.any(String) });
    expect(verifyToken(SECRET, (body as { token: string }).token, Date.now())).toBe('ada');
    expect(bus.published).toMatchObject([{ type: 'user_signed_in', userId: 'ada' }]);
  });

  test.each([
    ['no name', {}, 400],
    ['a name that is none', { name: 'Ada Lovelace' }, 400],
    ["the bot's name", { name: 'bot' }, 403],
    ['broken JSON', '{"name":', 400],
    ['far too much', { name: 'x'.repeat(64_000) }, 413],
  ])('refuses %s', async (_, body, status) => {
    const { url, log } = await start(startFechatterServer);
    expect((await ask(`${url}/api/sign-in`, { method: 'POST', body })).status).toBe(status);
    expect(log.filter((line) => line.includes('failed'))).toEqual([]);
  });

  test('needs the passcode where there is one', async () => {
    const { url } = await start(startFechatterServer, { environment: { SIGN_IN_PASSCODE: 'open sesame' } });
    const signIn = (passcode: string) => ask(`${url}/api/sign-in`, { method: 'POST', body: { name: 'ada', passcode } });
    expect((await signIn('wrong')).status).toBe(401);
    expect((await signIn('open sesame')).status).toBe(200);
  });

  test('everything else needs the token', async () => {
    const { url } = await start(startFechatterServer);
    for (const token of [undefined, 'nonsense', `${ada}x`]) {
      expect((await ask(`${url}/api/chats`, token === undefined ? {} : { token })).status).toBe(401);
    }
    expect((await ask(`${url}/api/chats`, { token: ada })).status).toBe(200);
  });

  test('counts users as active until they sign out or go quiet', async () => {
    let nowMs = Date.now();
    const { url, bus } = await start(startFechatterServer, { now: () => nowMs });
    for (const name of ['ada', 'grace', 'alan']) await ask(`${url}/api/sign-in`, { method: 'POST', body: { name } });
    expect(await sample(url, 'fechatter_active_users')).toBe(3);
    expect((await ask(`${url}/api/sign-out`, { method: 'POST', token: grace })).status).toBe(204);
    expect(bus.published.at(-1)).toMatchObject({ type: 'user_signed_out', userId: 'grace' });
    expect(await sample(url, 'fechatter_active_users')).toBe(2);
    nowMs += 6 * 60_000;
    await ask(`${url}/api/sign-in`, { method: 'POST', body: { name: 'radia' } });
    expect(await sample(url, 'fechatter_active_users')).toBe(1);
  });
});

describe('chats and messages', () => {
  test('members read what members write', async () => {
    const { url, bus } = await start(startFechatterServer);
    const chat = await createChat(url);
    const path = `${url}/api/chats/${chat.id}/messages`;
    const { body } = await ask(path, { method: 'POST', token: grace, body: { body: ' hello ' } });
    const message = messageSchema.parse(body);
    expect(message).toMatchObject({ senderId: 'grace', body: 'hello' });
    expect((await ask(path, { token: ada })).body).toEqual({ messages: [message] });
    expect((await ask(`${url}/api/chats`, { token: grace })).body).toEqual({ chats: [chat] });
    expect(bus.published.map(({ type }) => type)).toEqual(['chat_created', 'message_sent']);
  });

  test('a chat of others looks like one that does not exist', async () => {
    const { url } = await start(startFechatterServer);
    const chat = await createChat(url);
    const alan = tokenFor('alan');
    const others = await ask(`${url}/api/chats/${chat.id}/messages`, { token: alan });
    const nobodys = await ask(`${url}/api/chats/${randomUUID()}/messages`, { token: alan });
    expect(others).toEqual(nobodys);
    expect(others.status).toBe(404);
  });

  test('says which part of a request is wrong', async () => {
    const { url } = await start(startFechatterServer);
    const chat = await createChat(url);
    const empty = await ask(`${url}/api/chats/${chat.id}/messages`, {
      method: 'POST',
      token: ada,
      body: { body: ' ' },
    });
    expect(empty).toMatchObject({ status: 400, body: { issues: [{ path: 'body' }] } });
    const alone = await ask(`${url}/api/chats`, { method: 'POST', token: ada, body: { name: 'me', members: ['ada'] } });
    expect(alone.status).toBe(400);
    expect((await ask(`${url}/api/chats/not-an-id/messages`, { token: ada })).status).toBe(400);
  });

  test('counts messages by who sent them and to what kind of chat', async () => {
    const { url, bus } = await start(startFechatterServer);
    const chat = await createChat(url, ['grace', 'alan']);
    await ask(`${url}/api/chats/${chat.id}/messages`, { method: 'POST', token: ada, body: { body: 'hi' } });
    const answer = { id: randomUUID(), chatId: chat.id, senderId: 'bot', body: 'hello', sentAtMs: 2 };
    const stamp = { id: randomUUID(), occurredAtMs: 2, userId: 'bot' };
    bus.publish({ ...stamp, type: 'bot_answered', message: answer, inReplyTo: randomUUID() });
    await bus.settle();
    expect(await sample(url, 'fechatter_messages_sent_total{sender="user",chat="group"}')).toBe(1);
    expect(await sample(url, 'fechatter_messages_sent_total{sender="bot",chat="group"}')).toBe(1);
    expect(await sample(url, 'fechatter_messages_sent_total{sender="user",chat="direct"}')).toBe(0);
  });

  test('reads twice from the database only when something was written in between', async () => {
    const { url } = await start(startFechatterServer);
    const chat = await createChat(url);
    const path = `${url}/api/chats/${chat.id}/messages`;
    const write = () => ask(path, { method: 'POST', token: ada, body: { body: 'hi' } });
    const read = () => ask(path, { token: ada });
    for (const step of [write, read, read, read, write, read]) await step();
    expect(await sample(url, 'fechatter_cache_operations_total{cache="messages",operation="get"}')).toBe(4);
    expect(await sample(url, 'fechatter_cache_operations_total{cache="messages",operation="set"}')).toBe(2);
    expect(await sample(url, 'fechatter_cache_hits_total{cache="messages"}')).toBe(2);
  });

  test('two machines hold the same chats, and each message is counted on one of them', async () => {
    const bus = new MemoryEventBus();
    const one = await start(startFechatterServer, { bus });
    const other = await start(startFechatterServer, { bus });
    const chat = await createChat(one.url);
    await bus.settle();
    const path = `/api/chats/${chat.id}/messages`;
    await ask(`${other.url}${path}`, { method: 'POST', token: grace, body: { body: 'from the other side' } });
    await bus.settle();
    expect((await ask(`${one.url}${path}`, { token: ada })).body).toMatchObject({ messages: [{ senderId: 'grace' }] });
    const series = 'fechatter_messages_sent_total{sender="user",chat="direct"}';
    expect([await sample(one.url, series), await sample(other.url, series)]).toEqual([0, 1]);
  });
});

describe('the WebSocket', () => {
  test('tells members what happens and takes their messages', async () => {
    const { url } = await start(startFechatterServer);
    const members = connect(url, grace);
    const stranger = connect(url, tokenFor('alan'));
    await Promise.all([members.opened, stranger.opened]);
    expect(await sample(url, 'fechatter_websocket_connections')).toBe(2);
    const chat = await createChat(url);
    members.socket.send(JSON.stringify({ type: 'send', chatId: chat.id, body: 'over the socket' }));
    await eventually(() => members.heard.length === 2);
    expect(members.heard).toMatchObject([
      { type: 'event', event: { type: 'chat_created' } },
      { type: 'event', event: { type: 'message_sent', message: { senderId: 'grace', body: 'over the socket' } } },
    ]);
    expect(stranger.heard).toEqual([]);
  });

  test('answers what it does not understand and stays open', async () => {
    const { url } = await start(startFechatterServer);
    const { socket, heard, opened } = connect(url, grace);
    await opened;
    socket.send('{');
    socket.send(JSON.stringify({ type: 'send', chatId: randomUUID(), body: 'into the void' }));
    await eventually(() => heard.length === 2);
    expect(heard).toMatchObject([{ type: 'error' }, { type: 'error' }]);
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });

  test('lets nobody in without a token', async () => {
    const { url } = await start(startFechatterServer);
    await expect(connect(url, 'nonsense').opened).rejects.toThrow('401');
    expect(await sample(url, 'fechatter_websocket_connections')).toBe(0);
  });

  test('closes with "going away" when the service stops', async () => {
    const { url, service } = await start(startFechatterServer);
    const { socket, opened } = connect(url, grace);
    await opened;
    const code = new Promise((resolve) => socket.once('close', resolve));
    await service.close();
    expect(await code).toBe(1001);
  });
});

test('/health answers whatever the state of NATS, and tells it', async () => {
  const { url } = await start(startFechatterServer, { environment: { FECHATTER_SECRET: '' } });
  expect(await ask(`${url}/health`)).toEqual({
    status: 200,
    body: { status: 'ok', service: 'fechatter_server', nats: 'connected', secret: 'public-default' },
  });
});

test('an unknown path is a 404 with an explanation', async () => {
  const { url } = await start(startFechatterServer);
  expect(await ask(`${url}/nowhere`)).toEqual({ status: 404, body: { error: 'There is no GET /nowhere' } });
});
