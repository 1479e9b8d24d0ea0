import { type ChatEvent, type EventType, parseEvent } from '../src/events/event.js';
import type { BusState, EventBus, EventSubscription } from '../src/events/event-bus.js';

/** An event bus within one process, for tests. Like the real one it carries text and shares events within a group. */
export class MemoryEventBus implements EventBus {
  readonly published: ChatEvent[] = [];
  readonly #subscriptions: EventSubscription[] = [];
  #state: BusState = 'connected';
  #work: Promise<void> = Promise.resolve();

  get state(): BusState {
    return this.#state;
  }

  publish(event: ChatEvent): void {
    this.published.push(event);
    this.publishText(event.type, JSON.stringify(event));
  }

  publishText(type: EventType, text: string): void {
    const wanted = this.#subscriptions.filter((subscription) => subscription.type === type);
    const first = wanted.filter(
      (one, index) => !one.group || wanted.findIndex(({ group }) => group === one.group) === index,
    );
    this.#work = this.#work.then(async () => {
      for (const subscription of first) await subscription.receive(parseEvent(type, text));
    });
  }

  subscribe(subscription: EventSubscription): void {
    this.#subscriptions.push(subscription);
  }

  /** Until everything published so far, and what that led to, was worked on. */
  async settle(): Promise<void> {
    for (let last: Promise<void> | undefined; last !== this.#work; ) {
      last = this.#work;
      await last;
    }
  }

  async close(): Promise<void> {
    await this.settle();
    this.#state = 'closed';
  }
}
