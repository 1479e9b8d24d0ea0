import type { ChatEvent, EventType, ParsedEvent } from './event.js';

export interface EventSubscription {
  readonly type: EventType;
  /** Machines that name the same group share the events between them; without it every machine gets each one. */
  readonly group?: string;
  /** Called for one delivery after the other, in order of arrival. It must not reject. */
  receive(delivery: ParsedEvent): Promise<void>;
}

export type BusState = 'connected' | 'connecting' | 'closed';

/** Where events go and come from. Delivery is at most once: an event that nobody listens to is gone. */
export interface EventBus {
  readonly state: BusState;
  publish(event: ChatEvent): void;
  subscribe(subscription: EventSubscription): void;
  /** Lets what was received be worked off, sends what was published, then disconnects. */
  close(): Promise<void>;
}
