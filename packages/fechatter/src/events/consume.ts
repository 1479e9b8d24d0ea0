import type { Log } from '../service/log.js';
import type { ChatEvent, EventOf, EventType } from './event.js';
import type { EventBus } from './event-bus.js';

export type Outcome = 'ok' | 'invalid' | 'failed';

export interface Consumer<Type extends EventType> {
  readonly types: readonly Type[];
  /** See EventSubscription. */
  readonly group?: string;
  readonly log: Log;
  work(event: EventOf<Type>): Promise<void>;
  /** Called once for each delivery, when it is over. */
  count(type: Type, outcome: Outcome): void;
}

/** Has a service work on events: one bad event, or one that fails, is counted and does not stop the next. */
export function consume<Type extends EventType>(bus: EventBus, consumer: Consumer<Type>): void {
  for (const type of consumer.types) {
    bus.subscribe({
      type,
      ...(consumer.group === undefined ? {} : { group: consumer.group }),
      async receive(delivery) {
        if (delivery.kind === 'invalid') {
          consumer.log(`left out a ${type} event: ${delivery.reason}`);
          consumer.count(type, 'invalid');
          return;
        }
        if (isOf(delivery.event, type)) consumer.count(type, await attempt(consumer, delivery.event));
      },
    });
  }
}

async function attempt<Type extends EventType>(consumer: Consumer<Type>, event: EventOf<Type>): Promise<Outcome> {
  try {
    await consumer.work(event);
    return 'ok';
  } catch (error) {
    consumer.log(`a ${event.type} event failed: ${String(error)}`);
    return 'failed';
  }
}

function isOf<Type extends EventType>(event: ChatEvent, type: Type): event is EventOf<Type> {
  return event.type === type;
}
