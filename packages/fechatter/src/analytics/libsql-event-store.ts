import { type Client, createClient } from '@libsql/client';
import type { EventCounts, EventStore, StoredEvent } from './event-store.js';

/** Events in an SQLite file: nothing to install, nothing to run, good for one machine. */
export class LibsqlEventStore implements EventStore {
  readonly engine = 'libsql';
  readonly #database: Client;

  constructor(file: string) {
    this.#database = createClient({ url: `file:${file}` });
  }

  async prepare(): Promise<void> {
    await this.#database.batch(
      [
        `CREATE TABLE IF NOT EXISTS events (
           id TEXT PRIMARY KEY, type TEXT NOT NULL, user_id TEXT NOT NULL,
           session_id TEXT NOT NULL, occurred_at_ms INTEGER NOT NULL)`,
        'CREATE INDEX IF NOT EXISTS events_by_time ON events (occurred_at_ms)',
      ],
      'write',
    );
  }

  async insert(batch: readonly StoredEvent[]): Promise<void> {
    const rows = batch.map((event) => ({
      sql: 'INSERT OR IGNORE INTO events VALUES (?, ?, ?, ?, ?)',
      args: [event.id, event.type, event.userId, event.sessionId, event.occurredAtMs],
    }));
    await this.#database.batch(rows, 'write');
  }

  async countByType(sinceMs: number): Promise<EventCounts> {
    const { rows } = await this.#database.execute({
      sql: 'SELECT type, count(*) AS count FROM events WHERE occurred_at_ms >= ? GROUP BY type',
      args: [sinceMs],
    });
    return Object.fromEntries(rows.map((row) => [String(row['type']), Number(row['count'])]));
  }

  async close(): Promise<void> {
    this.#database.close();
  }
}
