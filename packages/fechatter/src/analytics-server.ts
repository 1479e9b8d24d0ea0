import { Registry } from 'prom-client';
import { z } from 'zod';
import { BatchWriter } from './analytics/batch-writer.js';
import { ClickhouseEventStore } from './analytics/clickhouse-event-store.js';
import { countOperations } from './analytics/counted-event-store.js';
import type { EventStore } from './analytics/event-store.js';
import { LibsqlEventStore } from './analytics/libsql-event-store.js';
import { Sessions } from './analytics/sessions.js';
import { analyticsCatalogue } from './catalogue.js';
import { consume } from './events/consume.js';
import { BOT_USER_ID, type ChatEvent, eventTypes } from './events/event.js';
import { authenticate } from './identity/authenticate.js';
import { HttpError } from './service/http-error.js';
import type { Log } from './service/log.js';
import { type RunningService, runService, type ServiceContext } from './service/running-service.js';
import type { Settings } from './service/settings.js';

const COUNT_INTERVAL_MS = 5_000;

const summarySchema = z.object({ sinceMs: z.coerce.number().int().nonnegative().default(0) });

type Metrics = ReturnType<typeof analyticsCatalogue.register>;

/** Keeps who is in a session and writes down what happened, in batches. */
export async function startAnalyticsServer(context: ServiceContext): Promise<RunningService> {
  const { settings, bus, log, now } = context;
  const registry = new Registry();
  const metrics = analyticsCatalogue.register(registry);
  const store = countOperations(storeFor(settings), (done) => metrics.analytics_clickhouse_operations_total.inc(done));
  const sessions = new Sessions({ now, idleMs: settings.sessionIdleMs });
  const counting = setInterval(() => countSessions(metrics, sessions), COUNT_INTERVAL_MS).unref();
  const writer = createWriter(store, log, metrics);
  // Makes the tables, so that a summary can be asked for before the first event.
  void writer.flush();

  // The group shares the work, so that an event is stored once however many machines there are.
  consume(bus, {
    types: eventTypes,
    group: 'analytics_server',
    log,
    work: createTracker(sessions, writer, metrics),
    count: (event, outcome) => metrics.analytics_events_processed_total.inc({ event, outcome }),
  });

  return runService(context, {
    name: 'analytics_server',
    registry,
    describeHealth: () => ({ store: store.engine, waitingEvents: writer.waiting }),
    addRoutes(app) {
      app.use('/api', authenticate({ secret: settings.secret.value, now }));
      app.get('/api/summary', async (request, response) => {
        const { sinceMs } = summarySchema.parse(request.query);
        const events = await store.countByType(sinceMs).catch((error: unknown) => {
          log(`the summary failed: ${String(error)}`);
          throw new HttpError(503, 'The event store does not answer');
        });
        response.json({ events, activeSessions: sessions.count() });
      });
    },
    async release() {
      clearInterval(counting);
      await writer.close();
      await store.close();
    },
  });
}

function storeFor(settings: Settings): EventStore {
  return settings.clickhouseUrl
    ? new ClickhouseEventStore(settings.clickhouseUrl)
    : new LibsqlEventStore(settings.analyticsDatabase);
}

function createWriter(store: EventStore, log: Log, metrics: Metrics): BatchWriter {
  return new BatchWriter({
    store,
    log,
    async measure(write) {
      const stop = metrics.analytics_processing_duration_seconds.startTimer({ stage: 'write' });
      await write().finally(stop);
    },
  });
}

/** What is done with each event: it goes into its session and waits to be written. */
function createTracker(sessions: Sessions, writer: BatchWriter, metrics: Metrics) {
  return async (event: ChatEvent): Promise<void> => {
    const stop = metrics.analytics_processing_duration_seconds.startTimer({ stage: 'track' });
    // The bot is no visitor: its answers are stored, without a session.
    const sessionId = event.userId === BOT_USER_ID ? '' : sessions.track(event.userId);
    writer.add({ id: event.id, type: event.type, userId: event.userId, sessionId, occurredAtMs: event.occurredAtMs });
    if (event.type === 'user_signed_out') sessions.end(event.userId);
    countSessions(metrics, sessions);
    stop();
  };
}

function countSessions(metrics: Metrics, sessions: Sessions): void {
  metrics.analytics_sessions_active.set(sessions.count());
}
