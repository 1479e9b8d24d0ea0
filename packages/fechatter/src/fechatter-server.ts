import { Registry } from 'prom-client';
import { fechatterCatalogue } from './catalogue.js';
import { ActiveUsers } from './chat/active-users.js';
import { chatRoutes } from './chat/chat-routes.js';
import { ChatStore } from './chat/chat-store.js';
import { Conversations } from './chat/conversations.js';
import { LiveSockets } from './chat/live-sockets.js';
import { ReadCache } from './chat/read-cache.js';
import { signInRoutes } from './chat/sign-in-routes.js';
import { consume } from './events/consume.js';
import { BOT_USER_ID, type Chat, type ChatEvent, type Message } from './events/event.js';
import { identify } from './identity/authenticate.js';
import { type RunningService, runService, type ServiceContext } from './service/running-service.js';

const CACHE_CAPACITY = 1_000;
/** A quiet machine has no request that would tell it that its users went quiet. */
const COUNT_INTERVAL_MS = 5_000;

type Metrics = ReturnType<typeof fechatterCatalogue.register>;

/** Sign-in, chats and messages: over HTTP, and live over the WebSocket at /ws. */
export async function startFechatterServer(context: ServiceContext): Promise<RunningService> {
  const { settings, bus, now } = context;
  const registry = new Registry();
  const metrics = fechatterCatalogue.register(registry);
  const identity = { secret: settings.secret.value, now };
  const publish = (event: ChatEvent) => bus.publish(event);
  const activity = countActivity(metrics, now);
  const store = await ChatStore.open(settings.chatDatabase);
  const conversations = new Conversations({
    store,
    now,
    publish,
    chats: createCache<readonly Chat[]>(metrics, 'chats'),
    messages: createCache<readonly Message[]>(metrics, 'messages'),
    announce: (event, recipients) => sockets.announce(event, recipients),
    onMessageSent: (message, chat) =>
      metrics.fechatter_messages_sent_total.inc({
        sender: message.senderId === BOT_USER_ID ? 'bot' : 'user',
        chat: chat.members.length === 2 ? 'direct' : 'group',
      }),
  });
  const sockets = new LiveSockets({
    identify: (request) => identify(identity, request),
    async send(userId, { chatId, body }) {
      activity.onSeen(userId);
      await conversations.send(userId, chatId, body);
    },
    onCount: (connections) => metrics.fechatter_websocket_connections.set(connections),
  });
  followOthers(context, conversations);

  return runService(context, {
    name: 'fechatter_server',
    registry,
    addRoutes(app) {
      app.use('/api', signInRoutes({ identity, passcode: settings.passcode, publish, ...activity }));
      app.use('/api/chats', chatRoutes(conversations));
    },
    attach: (server) => sockets.attach(server),
    dismissClients: () => sockets.close(),
    dropClients: () => sockets.terminate(),
    release() {
      activity.stop();
      store.close();
    },
  });
}

/** Takes over what the other machines and the bot do. */
function followOthers({ bus, log }: ServiceContext, conversations: Conversations): void {
  const consumer = { log, work: (event: ChatEvent) => conversations.takeOver(event), count: () => undefined };
  consume(bus, { ...consumer, types: ['chat_created', 'message_sent'] });
  // One machine posts the bot's answer; the others hear of it as a message.
  consume(bus, { ...consumer, types: ['bot_answered'], group: 'fechatter_server' });
}

function countActivity(metrics: Metrics, now: () => number) {
  const users = new ActiveUsers(now);
  const count = () => metrics.fechatter_active_users.set(users.count());
  const counting = setInterval(count, COUNT_INTERVAL_MS).unref();
  return {
    onSeen(userId: string) {
      users.see(userId);
      count();
    },
    onLeft(userId: string) {
      users.leave(userId);
      count();
    },
    stop: () => clearInterval(counting),
  };
}

function createCache<Value>(metrics: Metrics, cache: 'chats' | 'messages'): ReadCache<Value> {
  return new ReadCache<Value>({
    capacity: CACHE_CAPACITY,
    onOperation: (operation) => metrics.fechatter_cache_operations_total.inc({ cache, operation }),
    onHit: () => metrics.fechatter_cache_hits_total.inc({ cache }),
  });
}
