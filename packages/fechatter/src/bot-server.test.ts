import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { ask, sample, start, tokenFor } from '../test/harness.js';
import { MemoryEventBus } from '../test/memory-event-bus.js';
import { startBotServer } from './bot-server.js';
import type { ChatEvent } from './events/event.js';

const chatId = randomUUID();

function said(body: string, senderId = 'ada'): ChatEvent {
  const message = { id: randomUUID(), chatId, senderId, body, sentAtMs: 1 };
  const stamp = { id: randomUUID(), occurredAtMs: 1, userId: senderId };
  return { ...stamp, type: 'message_sent', message, recipients: ['ada', 'grace'] };
}

async function talk(bus: MemoryEventBus, ...bodies: string[]): Promise<string[]> {
  for (const body of bodies) bus.publish(said(body));
  await bus.settle();
  return bus.published.flatMap((event) => (event.type === 'bot_answered' ? [event.message.body] : []));
}

test('answers a mention in its chat, and nothing else', async () => {
  const { bus, url } = await start(startBotServer);
  expect(await talk(bus, 'good morning', '@bot count one two three')).toEqual(['3 words']);
  const [, mention, answer] = bus.published;
  expect(answer).toMatchObject({ type: 'bot_answered', userId: 'bot', message: { chatId, senderId: 'bot' } });
  expect(mention?.type === 'message_sent' && answer).toMatchObject({
    inReplyTo: mention?.type === 'message_sent' ? mention.message.id : '',
  });
  expect(await sample(url, 'bot_ai_agent_requests_total{agent="local",outcome="ok"}')).toBe(1);
  expect(await sample(url, 'bot_nats_events_processed_total{event="message_sent",outcome="ok"}')).toBe(2);
});

test('recalls the message that is closest to the question, each time the same', async () => {
  const earlier = ['the release went out at noon', 'who brings the cake?', 'the graphs look fine'];
  const answers = await Promise.all(
    [1, 2].map(async () => talk((await start(startBotServer)).bus, ...earlier, '@bot recall the release')),
  );
  expect(answers[0]).toEqual(['The closest I remember: "the release went out at noon"']);
  expect(answers[1]).toEqual(answers[0]);
});

test('does not talk to itself', async () => {
  const { bus } = await start(startBotServer);
  bus.publish(said('@bot help', 'bot'));
  expect(await talk(bus)).toEqual([]);
});

test('two machines answer a mention once', async () => {
  const bus = new MemoryEventBus();
  await start(startBotServer, { bus });
  await start(startBotServer, { bus });
  expect(await talk(bus, '@bot help')).toHaveLength(1);
});

test('an agent that fails is counted, and the next question is answered', async () => {
  const { bus, url } = await start(startBotServer);
  expect(await talk(bus, '@bot fail', '@bot count me in')).toEqual(['2 words']);
  expect(await sample(url, 'bot_ai_agent_requests_total{agent="local",outcome="error"}')).toBe(1);
  expect(await sample(url, 'bot_nats_events_processed_total{event="message_sent",outcome="failed"}')).toBe(1);
  expect(await sample(url, 'bot_processing_duration_seconds_count{stage="answer"}')).toBe(2);
});

test('lets members search their chat', async () => {
  const { bus, url } = await start(startBotServer);
  await talk(bus, 'the release went out', 'lunch at noon');
  const search = (userId: string) =>
    ask(`${url}/api/search`, { method: 'POST', token: tokenFor(userId), body: { chatId, query: 'releases' } });
  expect(await search('grace')).toMatchObject({ status: 200, body: { matches: [{ body: 'the release went out' }] } });
  expect((await search('alan')).status).toBe(404);
  expect(await sample(url, 'bot_embeddings_generated_total{model="trigram-64",source="message"}')).toBe(2);
  expect(await sample(url, 'bot_embeddings_generated_total{model="trigram-64",source="query"}')).toBe(1);
  expect(await sample(url, 'bot_processing_duration_seconds_count{stage="embed"}')).toBe(3);
});

test.each([
  ['a question', { question: 'count one two' }, 200],
  ['no question', {}, 400],
  ['a question that makes the agent fail', { question: 'fail' }, 502],
])('answers %s over HTTP', async (_, body, status) => {
  const { url } = await start(startBotServer);
  expect((await ask(`${url}/api/ask`, { method: 'POST', token: tokenFor('ada'), body })).status).toBe(status);
  expect((await ask(`${url}/api/ask`, { method: 'POST', body })).status).toBe(401);
});
