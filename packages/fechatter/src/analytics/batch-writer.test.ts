import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { afterTest } from '../../test/harness.js';
import { BatchWriter, BufferFullError } from './batch-writer.js';
import type { EventStore, StoredEvent } from './event-store.js';

/** A store that can be told to fail. */
class FlakyStore implements EventStore {
  readonly engine = 'libsql';
  readonly batches: (readonly StoredEvent[])[] = [];
  failure: string | undefined;

  async prepare(): Promise<void> {
    if (this.failure) throw new Error(this.failure);
  }

  async insert(batch: readonly StoredEvent[]): Promise<void> {
    if (this.failure) throw new Error(this.failure);
    this.batches.push(batch);
  }

  async countByType() {
    return {};
  }

  async close(): Promise<void> {
    this.failure = 'closed';
  }
}

function create() {
  const store = new FlakyStore();
  const log: string[] = [];
  const writer = new BatchWriter({ store, log: (line) => log.push(line), measure: (write) => write() });
  afterTest(() => writer.close());
  return { store, log, writer };
}

function event(): StoredEvent {
  return { id: randomUUID(), type: 'user_signed_in', userId: 'ada', sessionId: 's', occurredAtMs: 1 };
}

describe('BatchWriter', () => {
  test('writes everything that waits, in order, in batches of at most 200', async () => {
    const { store, writer } = create();
    const events = Array.from({ length: 450 }, event);
    for (const one of events) writer.add(one);
    await writer.flush();
    expect(store.batches.map((batch) => batch.length)).toEqual([200, 200, 50]);
    expect(store.batches.flat()).toEqual(events);
  });

  test('keeps what could not be written and writes it once the store is back', async () => {
    const { store, log, writer } = create();
    store.failure = 'the store is away';
    writer.add(event());
    await writer.flush();
    expect(writer.waiting).toBe(1);
    expect(log).toEqual(['1 events wait: the store is away']);
    store.failure = undefined;
    await writer.flush();
    expect(writer.waiting).toBe(0);
    expect(store.batches.flat()).toHaveLength(1);
  });

  test('refuses more than it can keep', () => {
    const { store, writer } = create();
    store.failure = 'the store is away';
    for (let count = 0; count < 10_000; count += 1) writer.add(event());
    expect(() => writer.add(event())).toThrow(BufferFullError);
  });

  test('writes what waits before it closes, and says what is lost', async () => {
    const good = create();
    good.writer.add(event());
    await good.writer.close();
    expect(good.store.batches.flat()).toHaveLength(1);
    const bad = create();
    bad.store.failure = 'the store is away';
    bad.writer.add(event());
    await bad.writer.close();
    expect(bad.log).toContain('1 events could not be written and are lost');
  });
});
