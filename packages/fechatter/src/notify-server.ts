import { Registry } from 'prom-client';
import { notifyCatalogue } from './catalogue.js';
import { consume } from './events/consume.js';
import type { EventOf } from './events/event.js';
import { authenticate, userOf } from './identity/authenticate.js';
import { EventStreams } from './notify/event-streams.js';
import { HttpError } from './service/http-error.js';
import { type RunningService, runService, type ServiceContext } from './service/running-service.js';

/** Enough for a person's devices and tabs, too few to fill a machine with. */
const STREAMS_PER_USER = 20;

/** Tells people what happens in their chats while it happens: one server-sent-event stream for each client. */
export async function startNotifyServer(context: ServiceContext): Promise<RunningService> {
  const { settings, bus, log, now } = context;
  const registry = new Registry();
  const metrics = notifyCatalogue.register(registry);
  const streams = new EventStreams({
    onOpened: () => metrics.notify_sse_connections_total.inc(),
    onSent: (event) => metrics.notify_sse_messages_sent_total.inc({ event }),
    onCount({ connections, users }) {
      metrics.notify_sse_connections_active.set(connections);
      metrics.notify_online_users_gauge.set(users);
    },
  });

  // No group: each machine has clients of its own, so each needs every event.
  consume(bus, {
    types: ['chat_created', 'message_sent', 'user_signed_out'],
    log,
    work: async (event) => forward(streams, event),
    count: (event, outcome) => metrics.notify_nats_events_processed_total.inc({ event, outcome }),
  });

  return runService(context, {
    name: 'notify_server',
    registry,
    addRoutes(app) {
      app.use('/api', authenticate({ secret: settings.secret.value, now }));
      app.get('/api/events', (_, response) => {
        const userId = userOf(response);
        if (streams.streamsOf(userId) >= STREAMS_PER_USER) throw new HttpError(429, 'You have too many streams open');
        streams.open(userId, response);
      });
      app.get('/api/online', (_, response) => {
        response.json({ users: streams.onlineUsers() });
      });
    },
    dismissClients: () => streams.close(),
  });
}

type Forwarded = EventOf<'chat_created' | 'message_sent' | 'user_signed_out'>;

function forward(streams: EventStreams, event: Forwarded): void {
  switch (event.type) {
    case 'chat_created':
      streams.send('chat', event, event.chat.members);
      return;
    case 'message_sent':
      streams.send('message', event, event.recipients);
      return;
    case 'user_signed_out':
      streams.end(event.userId);
  }
}
