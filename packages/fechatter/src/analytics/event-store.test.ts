import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineOrSkip, freePort } from '@fly-monitoring/testing/engines';
import { describe, expect, test } from '@jest/globals';
import { afterTest, eventually } from '../../test/harness.js';
import { ClickhouseEventStore } from './clickhouse-event-store.js';
import { type CountedOperation, countOperations } from './counted-event-store.js';
import type { EventStore, StoredEvent } from './event-store.js';
import { LibsqlEventStore } from './libsql-event-store.js';

async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'event-store-'));
  afterTest(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function event(change: Partial<StoredEvent> = {}): StoredEvent {
  const usual = { type: 'message_sent', userId: 'ada', sessionId: 'session', occurredAtMs: 1_700_000_000_000 } as const;
  return { ...usual, id: randomUUID(), ...change };
}

/** What both adapters promise, in one go: starting ClickHouse once is slow enough. */
async function checkContract(store: EventStore): Promise<void> {
  await store.prepare();
  await store.prepare();
  expect(await store.countByType(0)).toEqual({});

  const nasty = event({ userId: `o'brien "x" \\ \n é`, sessionId: '' });
  await store.insert([nasty, event(), event({ type: 'user_signed_in' })]);
  expect(await store.countByType(0)).toEqual({ message_sent: 2, user_signed_in: 1 });

  const again = [event({ id: nasty.id, userId: nasty.userId }), event()];
  await store.insert(again);
  await store.insert(again);
  expect(await store.countByType(0)).toEqual({ message_sent: 3, user_signed_in: 1 });

  await store.insert([]);
  await store.insert([event({ occurredAtMs: 1_800_000_000_000, type: 'chat_created' })]);
  expect(await store.countByType(1_800_000_000_000)).toEqual({ chat_created: 1 });
  expect(await store.countByType(1_800_000_000_001)).toEqual({});

  const many = Array.from({ length: 500 }, () => event({ type: 'user_signed_out' }));
  await store.insert(many);
  expect(await store.countByType(0)).toMatchObject({ user_signed_out: 500 });
  await store.close();
}

test('the libSQL adapter keeps the contract', async () => {
  await checkContract(new LibsqlEventStore(join(await scratchFolder(), 'events.db')));
});

test('a libSQL file keeps its events over a restart', async () => {
  const file = join(await scratchFolder(), 'events.db');
  const before = new LibsqlEventStore(file);
  await before.prepare();
  await before.insert([event()]);
  await before.close();
  const after = new LibsqlEventStore(file);
  await after.prepare();
  expect(await after.countByType(0)).toEqual({ message_sent: 1 });
  await after.close();
});

const withClickhouse = engineOrSkip(test, ['clickhouse-server']);

withClickhouse(
  'the ClickHouse adapter keeps the contract on a real ClickHouse',
  async ({ 'clickhouse-server': executable }) => {
    await checkContract(new ClickhouseEventStore(await startClickhouse(executable)));
  },
  60_000,
);

async function startClickhouse(executable: string): Promise<string> {
  const folder = await scratchFolder();
  const port = await freePort();
  await mkdir(join(folder, 'data'));
  await writeFile(join(folder, 'users.xml'), USERS);
  await writeFile(join(folder, 'config.xml'), serverConfiguration(folder, { http: port, tcp: await freePort() }));
  const child = spawn(executable, [`--config-file=${join(folder, 'config.xml')}`], { cwd: folder, stdio: 'ignore' });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  afterTest(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  const url = `http://reader:s%40cret@127.0.0.1:${port}`;
  const isUp = () =>
    fetch(`http://127.0.0.1:${port}/ping`).then(
      ({ ok }) => ok,
      () => false,
    );
  await eventually(isUp, 30_000);
  return url;
}

const USERS = `<yandex>
  <profiles><default/></profiles><quotas><default/></quotas>
  <users>
    <reader><password>s@cret</password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></reader>
    <default><password/><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default>
  </users>
</yandex>`;

function serverConfiguration(folder: string, ports: { http: number; tcp: number }): string {
  return `<yandex>
  <logger><level>error</level><console>1</console></logger>
  <http_port>${ports.http}</http_port><tcp_port>${ports.tcp}</tcp_port><listen_host>127.0.0.1</listen_host>
  <path>${folder}/data/</path><tmp_path>${folder}/data/tmp/</tmp_path><users_config>${folder}/users.xml</users_config>
  <default_profile>default</default_profile><default_database>default</default_database>
  <mark_cache_size>1000000</mark_cache_size>
</yandex>`;
}

describe('ClickhouseEventStore', () => {
  test('shows neither user nor password when ClickHouse is away', async () => {
    const store = new ClickhouseEventStore(`http://reader:s%40cret@127.0.0.1:${await freePort()}`);
    const failure: unknown = await store.prepare().catch((error: unknown) => error);
    const cause = typeof failure === 'object' && failure !== null && 'cause' in failure ? failure.cause : '';
    expect(`${String(failure)} ${String(cause)}`).toMatch(/fetch failed/);
    expect(`${String(failure)} ${String(cause)}`).not.toMatch(/s%40cret|s@cret|reader/);
  });
});

test('operations are counted by how they end', async () => {
  const done: CountedOperation[] = [];
  const store = countOperations(new LibsqlEventStore(join(await scratchFolder(), 'events.db')), (one) =>
    done.push(one),
  );
  await expect(store.insert([event()])).rejects.toThrow('no such table');
  await store.prepare();
  await store.insert([event()]);
  await store.countByType(0);
  await store.close();
  expect(done.map(({ operation, outcome }) => `${operation} ${outcome}`)).toEqual([
    'insert error',
    'prepare ok',
    'insert ok',
    'query ok',
  ]);
});
