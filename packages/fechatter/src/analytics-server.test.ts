import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@fly-monitoring/testing/engines';
import { expect, test } from '@jest/globals';
import { afterTest, ask, eventually, type Started, sample, start, tokenFor } from '../test/harness.js';
import { startAnalyticsServer } from './analytics-server.js';
import type { ChatEvent } from './events/event.js';

const token = tokenFor('ada');

async function startOnFile(environment = {}): Promise<Started & { file: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'analytics-'));
  afterTest(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'events.db');
  return { file, ...(await start(startAnalyticsServer, { environment: { ANALYTICS_DB: file, ...environment } })) };
}

function did(type: 'user_signed_in' | 'user_signed_out', userId: string): ChatEvent {
  return { type, id: randomUUID(), occurredAtMs: Date.now(), userId };
}

test('keeps sessions from the first thing a user does until they sign out', async () => {
  const { bus, url } = await startOnFile();
  for (const userId of ['ada', 'grace']) bus.publish(did('user_signed_in', userId));
  await bus.settle();
  expect(await sample(url, 'analytics_sessions_active')).toBe(2);
  bus.publish(did('user_signed_out', 'grace'));
  await bus.settle();
  expect(await sample(url, 'analytics_sessions_active')).toBe(1);
  expect(await sample(url, 'analytics_events_processed_total{event="user_signed_in",outcome="ok"}')).toBe(2);
  expect(await sample(url, 'analytics_processing_duration_seconds_count{stage="track"}')).toBe(3);
});

test('writes events in batches and sums them up', async () => {
  const { bus, url } = await startOnFile();
  for (let count = 0; count < 30; count += 1) bus.publish(did('user_signed_in', `user-${count}`));
  const summary = await eventually(async () => {
    const { body } = await ask(`${url}/api/summary`, { token });
    return JSON.stringify(body).includes('"user_signed_in":30') && body;
  });
  expect(summary).toEqual({ events: { user_signed_in: 30 }, activeSessions: 30 });
  const inserts = 'analytics_clickhouse_operations_total{store="libsql",operation="insert",outcome="ok"}';
  expect(await sample(url, inserts)).toBeLessThan(5);
  expect(await sample(url, 'analytics_processing_duration_seconds_count{stage="write"}')).toBeGreaterThan(0);
});

test('the bot is no visitor: its answers are counted, its sessions are not', async () => {
  const { bus, url } = await startOnFile();
  const message = { id: randomUUID(), chatId: randomUUID(), senderId: 'bot', body: 'hi', sentAtMs: 1 };
  const stamp = { id: randomUUID(), occurredAtMs: 1, userId: 'bot' };
  bus.publish({ ...stamp, type: 'bot_answered', message, inReplyTo: randomUUID() });
  await bus.settle();
  expect(await sample(url, 'analytics_sessions_active')).toBe(0);
  expect(await sample(url, 'analytics_events_processed_total{event="bot_answered",outcome="ok"}')).toBe(1);
});

test('loses no event when it stops', async () => {
  const { bus, service, file } = await startOnFile();
  bus.publish(did('user_signed_in', 'ada'));
  await service.close();
  const { url } = await start(startAnalyticsServer, { environment: { ANALYTICS_DB: file } });
  expect((await ask(`${url}/api/summary`, { token })).body).toMatchObject({ events: { user_signed_in: 1 } });
});

test('lives without its store: it answers, keeps the events and counts the failures', async () => {
  const { bus, url, service, log } = await startOnFile({ CLICKHOUSE_URL: `http://127.0.0.1:${await freePort()}` });
  bus.publish(did('user_signed_in', 'ada'));
  await bus.settle();
  expect(await ask(`${url}/health`)).toMatchObject({ status: 200, body: { store: 'clickhouse', waitingEvents: 1 } });
  expect((await ask(`${url}/api/summary`, { token })).status).toBe(503);
  const failed = 'analytics_clickhouse_operations_total{store="clickhouse",operation="query",outcome="error"}';
  expect(await sample(url, failed)).toBe(1);
  await service.close();
  expect(log).toContain('1 events could not be written and are lost');
});

test('checks what it is asked, and who asks', async () => {
  const { url } = await startOnFile();
  expect((await ask(`${url}/api/summary`)).status).toBe(401);
  expect((await ask(`${url}/api/summary?sinceMs=yesterday`, { token })).status).toBe(400);
});
