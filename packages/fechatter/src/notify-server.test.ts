import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { afterTest, ask, eventually, sample, start, tokenFor } from '../test/harness.js';
import type { ChatEvent } from './events/event.js';
import { startNotifyServer } from './notify-server.js';

async function listen(url: string, userId: string) {
  const abort = new AbortController();
  afterTest(async () => abort.abort());
  const response = await fetch(`${url}/api/events?token=${tokenFor(userId)}`, { signal: abort.signal });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const stream = { text: '', hasEnded: false, leave: () => abort.abort() };
  void (async () => {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) stream.text += chunk;
  })()
    .catch(() => undefined)
    .finally(() => {
      stream.hasEnded = true;
    });
  return stream;
}

function messageFor(...recipients: string[]): ChatEvent {
  const message = { id: randomUUID(), chatId: randomUUID(), senderId: 'ada', body: 'hello', sentAtMs: 1 };
  return { type: 'message_sent', id: randomUUID(), occurredAtMs: 1, userId: 'ada', message, recipients };
}

test('tells each recipient who is connected, on each of their streams', async () => {
  const { url, bus } = await start(startNotifyServer);
  const streams = [await listen(url, 'ada'), await listen(url, 'grace'), await listen(url, 'grace')];
  const stranger = await listen(url, 'alan');
  bus.publish(messageFor('ada', 'grace', 'away'));
  for (const stream of streams) await eventually(() => stream.text.includes('event: message\ndata: {'));
  expect(stranger.text).not.toContain('event: message');
  expect(await sample(url, 'notify_sse_messages_sent_total{event="message"}')).toBe(3);
  expect(await sample(url, 'notify_nats_events_processed_total{event="message_sent",outcome="ok"}')).toBe(1);
});

test('counts streams and users, and tells the others who comes and goes', async () => {
  const { url } = await start(startNotifyServer);
  const ada = await listen(url, 'ada');
  const streams = [await listen(url, 'grace'), await listen(url, 'grace')];
  expect(await sample(url, 'notify_sse_connections_active')).toBe(3);
  expect(await sample(url, 'notify_online_users_gauge')).toBe(2);
  expect((await ask(`${url}/api/online`, { token: tokenFor('ada') })).body).toEqual({ users: ['ada', 'grace'] });
  for (const stream of streams) stream.leave();
  await eventually(() => ada.text.includes('{"userId":"grace","state":"offline"}'));
  expect(ada.text).toContain('{"userId":"grace","state":"online"}');
  expect(await sample(url, 'notify_sse_connections_active')).toBe(1);
  expect(await sample(url, 'notify_online_users_gauge')).toBe(1);
  expect(await sample(url, 'notify_sse_connections_total')).toBe(3);
});

test('ends the streams of a user who signs out', async () => {
  const { url, bus } = await start(startNotifyServer);
  const stream = await listen(url, 'ada');
  bus.publish({ type: 'user_signed_out', id: randomUUID(), occurredAtMs: 1, userId: 'ada' });
  await eventually(() => stream.hasEnded);
});

test('ends every stream when it stops', async () => {
  const { url, service } = await start(startNotifyServer);
  const stream = await listen(url, 'ada');
  await service.close();
  await eventually(() => stream.hasEnded);
});

test('a stream does not count as a slow request', async () => {
  const { url } = await start(startNotifyServer);
  const stream = await listen(url, 'ada');
  stream.leave();
  const series = 'fechatter_http_long_lived_requests_total{method="GET",route="/api/events"}';
  await eventually(() => sample(url, series).catch(() => undefined));
  const metrics = await (await fetch(`${url}/metrics`)).text();
  expect(metrics).not.toMatch(/request_duration_seconds_count\{[^}]*route="\/api\/events"/);
});

test('refuses strangers, and a user who opens streams without an end', async () => {
  const { url } = await start(startNotifyServer);
  expect((await ask(`${url}/api/events`)).status).toBe(401);
  for (let count = 0; count < 20; count += 1) await listen(url, 'ada');
  expect((await ask(`${url}/api/events`, { token: tokenFor('ada') })).status).toBe(429);
});

test('counts an event it cannot read and goes on', async () => {
  const { url, bus, log } = await start(startNotifyServer);
  bus.publishText('message_sent', '{"type":"message_sent"}');
  bus.publish(messageFor('ada'));
  await bus.settle();
  expect(await sample(url, 'notify_nats_events_processed_total{event="message_sent",outcome="invalid"}')).toBe(1);
  expect(await sample(url, 'notify_nats_events_processed_total{event="message_sent",outcome="ok"}')).toBe(1);
  expect(log).toContainEqual(expect.stringContaining('left out a message_sent event'));
});
