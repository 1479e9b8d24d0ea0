import type { EventType } from '../events/event.js';

export interface StoredEvent {
  readonly id: string;
  readonly type: EventType;
  readonly userId: string;
  readonly sessionId: string;
  readonly occurredAtMs: number;
}

export type StoreEngine = 'clickhouse' | 'libsql';
export type EventCounts = Readonly<Partial<Record<string, number>>>;

/** Where events are kept. Both adapters obey one contract, which is a test suite both go through. */
export interface EventStore {
  readonly engine: StoreEngine;
  /** Makes the tables. Doing it again changes nothing. */
  prepare(): Promise<void>;
  /** Keeps a batch. An event that is there already counts once, so a batch may be written again after a failure. */
  insert(batch: readonly StoredEvent[]): Promise<void>;
  /** How many events of each type happened at `sinceMs` or later; a type without events is left out. */
  countByType(sinceMs: number): Promise<EventCounts>;
  close(): Promise<void>;
}
