import { setTimeout as delay } from 'node:timers/promises';
import { connect, type NatsConnection, type Subscription } from '@nats-io/transport-node';
import type { Log } from '../service/log.js';
import { type ChatEvent, parseEvent } from './event.js';
import type { BusState, EventBus, EventSubscription } from './event-bus.js';

export interface NatsOptions {
  readonly url: string;
  /** How the connection is called in the server's own lists. */
  readonly name: string;
  readonly log: Log;
}

const SUBJECT = 'fechatter.events';
const CONNECT_TIMEOUT_MS = 2_000;
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 2_000;
/** A machine that vanishes says no goodbye: after two pings without an answer the connection counts as lost. */
const PING_INTERVAL_MS = 10_000;
/** Draining waits for the server; a server that is gone must not hold up a shutdown. */
const DRAIN_TIMEOUT_MS = 3_000;
/** Events published before the first connection. Beyond it the oldest are dropped: at most once is the promise. */
const BACKLOG_LIMIT = 1_000;

/**
 * Events over core NATS. It returns at once and connects in the background, because a service has to answer its
 * health check even where NATS starts later; from the first connection on the client reconnects by itself, for ever.
 */
export class NatsEventBus implements EventBus {
  readonly #options: NatsOptions;
  readonly #stop = new AbortController();
  readonly #subscriptions: EventSubscription[] = [];
  readonly #consuming: Promise<void>[] = [];
  readonly #backlog: ChatEvent[] = [];
  readonly #running: Promise<void>;
  #connection: NatsConnection | undefined;
  #state: BusState = 'connecting';

  constructor(options: NatsOptions) {
    this.#options = options;
    this.#running = this.#run();
  }

  get state(): BusState {
    return this.#state;
  }

  publish(event: ChatEvent): void {
    if (this.#state === 'closed') return;
    if (this.#connection) {
      this.#connection.publish(`${SUBJECT}.${event.type}`, JSON.stringify(event));
      return;
    }
    this.#backlog.push(event);
    if (this.#backlog.length > BACKLOG_LIMIT) this.#backlog.shift();
  }

  subscribe(subscription: EventSubscription): void {
    this.#subscriptions.push(subscription);
    if (this.#connection) this.#listen(this.#connection, subscription);
  }

  async close(): Promise<void> {
    this.#stop.abort();
    if (this.#connection) await this.#disconnect(this.#connection);
    await this.#running;
    this.#state = 'closed';
  }

  /** Dials until it is connected, and again should the client ever give a connection up. */
  async #run(): Promise<void> {
    const { signal } = this.#stop;
    for (let wait = FIRST_RETRY_MS; !signal.aborted; wait = Math.min(wait * 2, LAST_RETRY_MS)) {
      const connection = await this.#dial();
      if (!connection) await delay(wait, undefined, { signal }).catch(() => undefined);
      else if (signal.aborted) await connection.close();
      else await this.#use(connection);
    }
  }

  async #use(connection: NatsConnection): Promise<void> {
    this.#start(connection);
    await connection.closed();
    this.#connection = undefined;
    this.#state = 'connecting';
  }

  async #disconnect(connection: NatsConnection): Promise<void> {
    const drained = connection.drain().then(() => Promise.all(this.#consuming));
    await Promise.race([drained, delay(DRAIN_TIMEOUT_MS, undefined, { ref: false })]).catch(() => undefined);
    await connection.close();
  }

  async #dial(): Promise<NatsConnection | undefined> {
    const { url, name, log } = this.#options;
    try {
      return await connect({
        servers: url,
        name,
        timeout: CONNECT_TIMEOUT_MS,
        maxReconnectAttempts: -1,
        reconnectTimeWait: LAST_RETRY_MS / 2,
        pingInterval: PING_INTERVAL_MS,
      });
    } catch (error) {
      log(`NATS is not there yet: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  /**
   * Connected is said once the server has answered, and so has the subscriptions: what others publish from then on
   * arrives. A connection lost before that fails the flush, and is told by #watch when it is back.
   */
  #start(connection: NatsConnection): void {
    this.#connection = connection;
    for (const subscription of this.#subscriptions) this.#listen(connection, subscription);
    for (const event of this.#backlog.splice(0)) this.publish(event);
    void this.#watch(connection);
    const connected = () => {
      this.#state = 'connected';
      this.#options.log('connected to NATS');
    };
    void connection.flush().then(connected, () => undefined);
  }

  async #watch(connection: NatsConnection): Promise<void> {
    for await (const { type } of connection.status()) {
      if (type === 'disconnect') this.#state = 'connecting';
      if (type === 'reconnect') this.#state = 'connected';
      if (type === 'disconnect' || type === 'reconnect') this.#options.log(`NATS: ${type}`);
    }
  }

  #listen(connection: NatsConnection, subscription: EventSubscription): void {
    const queue = subscription.group ? { queue: subscription.group } : {};
    const messages = connection.subscribe(`${SUBJECT}.${subscription.type}`, queue);
    this.#consuming.push(receiveAll(messages, subscription));
  }
}

async function receiveAll(messages: Subscription, subscription: EventSubscription): Promise<void> {
  for await (const message of messages) await subscription.receive(parseEvent(subscription.type, message.string()));
}
