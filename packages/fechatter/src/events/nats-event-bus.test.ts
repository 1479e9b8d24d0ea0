import { randomUUID } from 'node:crypto';
import { engineOrSkip, freePort } from '@fly-monitoring/testing/engines';
import { expect, test } from '@jest/globals';
import { connect } from '@nats-io/transport-node';
import { afterTest, eventually } from '../../test/harness.js';
import { startNats } from '../../test/nats-server.js';
import type { ChatEvent, ParsedEvent } from './event.js';
import { NatsEventBus } from './nats-event-bus.js';

const withNats = engineOrSkip(test, ['nats-server']);

function createBus(url: string): NatsEventBus {
  const bus = new NatsEventBus({ url, name: 'test', log: () => undefined });
  afterTest(() => bus.close());
  return bus;
}

async function startServer(executable: string, port: number) {
  const server = await startNats(executable, port);
  afterTest(() => server.stop());
  return server;
}

function collect(bus: NatsEventBus, group?: string): ParsedEvent[] {
  const received: ParsedEvent[] = [];
  const receive = async (delivery: ParsedEvent) => {
    received.push(delivery);
  };
  bus.subscribe({ type: 'user_signed_in', ...(group === undefined ? {} : { group }), receive });
  return received;
}

function signedIn(userId = 'ada'): ChatEvent {
  return { type: 'user_signed_in', id: randomUUID(), occurredAtMs: 1, userId };
}

withNats(
  'connects when the server appears, and sends what was published before',
  async ({ 'nats-server': executable }) => {
    const port = await freePort();
    const bus = createBus(`nats://127.0.0.1:${port}`);
    const received = collect(bus);
    const event = signedIn();
    bus.publish(event);
    expect(bus.state).toBe('connecting');
    await startServer(executable, port);
    await eventually(() => received.length === 1);
    expect(bus.state).toBe('connected');
    expect(received).toEqual([{ kind: 'event', event }]);
  },
);

withNats('connects again after the server was away', async ({ 'nats-server': executable }) => {
  const port = await freePort();
  const server = await startServer(executable, port);
  const bus = createBus(server.url);
  const received = collect(bus);
  await eventually(() => bus.state === 'connected');
  await server.stop();
  await eventually(() => bus.state === 'connecting');
  await startServer(executable, port);
  await eventually(() => bus.state === 'connected');
  bus.publish(signedIn());
  await eventually(() => received.length === 1);
});

withNats('a group shares the events, without one everybody gets them', async ({ 'nats-server': executable }) => {
  const { url } = await startServer(executable, await freePort());
  const buses = [createBus(url), createBus(url)];
  const shared = buses.map((bus) => collect(bus, 'workers'));
  const everything = buses.map((bus) => collect(bus));
  for (const bus of buses) await eventually(() => bus.state === 'connected');
  for (let count = 0; count < 40; count += 1) buses[0]?.publish(signedIn(`user-${count}`));
  await eventually(() => everything.every((received) => received.length === 40));
  await eventually(() => shared.flat().length === 40);
});

withNats('hands on what it cannot read as invalid', async ({ 'nats-server': executable }) => {
  const { url } = await startServer(executable, await freePort());
  const bus = createBus(url);
  const received = collect(bus);
  await eventually(() => bus.state === 'connected');
  const stranger = await connect({ servers: url });
  stranger.publish('fechatter.events.user_signed_in', '{"half":');
  await stranger.drain();
  await eventually(() => received.length === 1);
  expect(received).toEqual([{ kind: 'invalid', reason: 'not JSON' }]);
});

withNats('closing lets received events be worked off', async ({ 'nats-server': executable }) => {
  const { url } = await startServer(executable, await freePort());
  const bus = createBus(url);
  let worked = 0;
  const work = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    worked += 1;
  };
  bus.subscribe({ type: 'user_signed_in', receive: work });
  await eventually(() => bus.state === 'connected');
  for (let count = 0; count < 50; count += 1) bus.publish(signedIn());
  await eventually(() => worked > 0);
  await bus.close();
  expect(worked).toBe(50);
  expect(bus.state).toBe('closed');
});

test('closing does not wait for a server that never came', async () => {
  const bus = createBus(`nats://127.0.0.1:${await freePort()}`);
  await bus.close();
  expect(bus.state).toBe('closed');
});
