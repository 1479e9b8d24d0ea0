import { defineMetrics } from '@fly-monitoring/metrics';

/** All four services share one HTTP family, `fechatter_http_*`; Prometheus tells them apart by the label `service`. */
export const HTTP_PREFIX = 'fechatter_';

/** `invalid`: not what the subject promises, so it was left out. `failed`: understood, but the work went wrong. */
const outcomes = ['ok', 'invalid', 'failed'] as const;

/**
 * Handling one event takes well under a millisecond, writing a batch to a far database up to seconds; a store that
 * needs 10 s has timed out.
 */
const analyticsBucketsSeconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The local model and agent need a few milliseconds; agents behind an API need seconds, and time out at 30 s. */
const botBucketsSeconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export const fechatterCatalogue = defineMetrics(
  {
    fechatter_active_users: {
      type: 'gauge',
      help: 'Users who did something on this machine within the last five minutes.',
    },
    fechatter_messages_sent_total: {
      type: 'counter',
      help: 'Messages stored and announced, counted on the one machine that took them in.',
      labels: {
        /** Who wrote it. */
        sender: ['user', 'bot'],
        /** Two members make a direct chat, more a group. */
        chat: ['direct', 'group'],
      },
    },
    fechatter_websocket_connections: {
      type: 'gauge',
      help: 'WebSocket connections open now.',
    },
    fechatter_cache_operations_total: {
      type: 'counter',
      help: 'Operations on the read cache. The hit rate is hits over operations with operation="get".',
      labels: { cache: ['chats', 'messages'], operation: ['get', 'set', 'invalidate'] },
    },
    fechatter_cache_hits_total: {
      type: 'counter',
      help: 'Reads answered from the cache, without asking the database.',
      labels: { cache: ['chats', 'messages'] },
    },
  },
  { service: 'fechatter_server' },
);

export const notifyCatalogue = defineMetrics(
  {
    notify_sse_connections_active: {
      type: 'gauge',
      help: 'Server-sent-event streams open now.',
    },
    notify_sse_connections_total: {
      type: 'counter',
      help: 'Server-sent-event streams opened.',
    },
    notify_sse_messages_sent_total: {
      type: 'counter',
      help: 'Events written to streams, one for each stream that gets it; heartbeats are not counted.',
      labels: { event: ['chat', 'message', 'presence'] },
    },
    notify_nats_events_processed_total: {
      type: 'counter',
      help: 'Events received over NATS, by what became of them.',
      labels: { event: ['chat_created', 'message_sent', 'user_signed_out'], outcome: outcomes },
    },
    notify_online_users_gauge: {
      type: 'gauge',
      help: 'Users with at least one stream open on this machine.',
      // The name is what existing dashboards ask for.
      allow: ['type-in-name'],
    },
  },
  { service: 'notify_server' },
);

export const botCatalogue = defineMetrics(
  {
    bot_nats_events_processed_total: {
      type: 'counter',
      help: 'Events received over NATS, by what became of them.',
      labels: { event: ['message_sent'], outcome: outcomes },
    },
    bot_ai_agent_requests_total: {
      type: 'counter',
      help: 'Questions put to the agent, by its name and how it ended.',
      labels: { agent: ['local'], outcome: ['ok', 'error'] },
    },
    bot_embeddings_generated_total: {
      type: 'counter',
      help: 'Texts turned into vectors: messages to remember, queries to find them by.',
      labels: { model: ['trigram-64'], source: ['message', 'query'] },
    },
    bot_processing_duration_seconds: {
      type: 'histogram',
      help: 'Time to embed one text, and to have one question answered by the agent.',
      labels: { stage: ['embed', 'answer'] },
      buckets: botBucketsSeconds,
    },
  },
  { service: 'bot_server' },
);

export const analyticsCatalogue = defineMetrics(
  {
    analytics_events_processed_total: {
      type: 'counter',
      help: 'Events received over NATS, by what became of them; ok means put into its session and queued for the store.',
      labels: {
        event: ['user_signed_in', 'user_signed_out', 'chat_created', 'message_sent', 'bot_answered'],
        outcome: outcomes,
      },
    },
    analytics_clickhouse_operations_total: {
      type: 'counter',
      help: 'Operations on the event store. The store is ClickHouse, or a libSQL file where no CLICKHOUSE_URL is set.',
      labels: {
        store: ['clickhouse', 'libsql'],
        operation: ['prepare', 'insert', 'query'],
        outcome: ['ok', 'error'],
      },
    },
    analytics_sessions_active: {
      type: 'gauge',
      help: 'Users in a session: they did something lately and have not signed out.',
    },
    analytics_processing_duration_seconds: {
      type: 'histogram',
      help: 'Time to take in one event (track) and to write one batch to the store (write).',
      labels: { stage: ['track', 'write'] },
      buckets: analyticsBucketsSeconds,
    },
  },
  { service: 'analytics_server' },
);
