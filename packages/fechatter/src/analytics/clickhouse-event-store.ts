import { z } from 'zod';
import type { EventCounts, EventStore, StoredEvent } from './event-store.js';

const TIMEOUT_MS = 10_000;
/** ClickHouse explains itself at length, and its explanation repeats the query. */
const REASON_LIMIT = 300;

/** 64-bit numbers come as text in ClickHouse's JSON, 32-bit ones as numbers. */
const countsSchema = z.object({
  data: z.array(z.object({ type: z.string(), count: z.coerce.number() })),
});

/**
 * Events in ClickHouse over its HTTP interface. The statements keep to what version 18.16 knows (no DateTime64, no
 * query parameters), and only whole numbers are put into their text; rows travel as JSON in the body.
 */
export class ClickhouseEventStore implements EventStore {
  readonly engine = 'clickhouse';
  readonly #url: string;
  readonly #headers: Record<string, string>;

  /** A user and a password in the address go into headers, so that no error message can show them. */
  constructor(address: string) {
    const url = new URL(address);
    this.#headers = url.username
      ? {
          'x-clickhouse-user': decodeURIComponent(url.username),
          'x-clickhouse-key': decodeURIComponent(url.password),
        }
      : {};
    url.username = '';
    url.password = '';
    this.#url = url.href;
  }

  async prepare(): Promise<void> {
    await this.#run(
      `CREATE TABLE IF NOT EXISTS fechatter_events (
         id String, type String, user_id String, session_id String, occurred_at_ms Int64, day Date
       ) ENGINE = ReplacingMergeTree PARTITION BY toYYYYMM(day) ORDER BY (occurred_at_ms, id)`,
    );
  }

  async insert(batch: readonly StoredEvent[]): Promise<void> {
    if (batch.length === 0) return;
    const rows = batch.map((event) =>
      JSON.stringify({
        id: event.id,
        type: event.type,
        user_id: event.userId,
        session_id: event.sessionId,
        occurred_at_ms: event.occurredAtMs,
        day: new Date(event.occurredAtMs).toISOString().slice(0, 10),
      }),
    );
    await this.#run('INSERT INTO fechatter_events FORMAT JSONEachRow', rows.join('\n'));
  }

  async countByType(sinceMs: number): Promise<EventCounts> {
    // Replaced rows disappear only when parts merge, so rows are not counted but different ids.
    const text = await this.#run(
      `SELECT type, uniqExact(id) AS count FROM fechatter_events
       WHERE occurred_at_ms >= ${Math.trunc(sinceMs)} GROUP BY type FORMAT JSON`,
    );
    const { data } = countsSchema.parse(JSON.parse(text));
    return Object.fromEntries(data.map(({ type, count }) => [type, count]));
  }

  async close(): Promise<void> {
    // Each statement is a request of its own: there is no connection to close.
  }

  async #run(statement: string, rows = ''): Promise<string> {
    const url = new URL(this.#url);
    url.searchParams.set('query', statement);
    const response = await fetch(url, {
      method: 'POST',
      headers: this.#headers,
      body: rows,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(
        `ClickHouse answered ${response.status} to "${statement.slice(0, 60)}": ${text.slice(0, REASON_LIMIT)}`,
      );
    }
    return text;
  }
}
