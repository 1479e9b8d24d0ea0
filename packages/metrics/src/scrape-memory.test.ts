import type { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Gauge, Registry } from 'prom-client';
import { collectGarbage } from '../test/collected-memory.js';
import { type Served, serve } from '../test/served-app.js';
import type { Chunk } from './exposition/chunk.js';
import { Exposition } from './exposition/exposition.js';
import type { RenderingReader } from './exposition/rendering-reader.js';
import { defineMetrics, metrics } from './index.js';

const served: Served[] = [];

afterEach(async () => {
  await Promise.all(served.splice(0).map((server) => server.close()));
});

/** Three megabytes of text: what a socket does not take at once. */
const LINES = 40_000;

function filledRegistry(): Registry {
  const registry = new Registry();
  const definition = { type: 'counter', help: 'Many.', labels: { id: null }, maxSeries: LINES } as const;
  const live = defineMetrics({ many_total: definition }, { service: 'many' }).register(registry);
  for (let i = 0; i < LINES; i++) live.many_total.inc({ id: `a series with a long name that is its own, number ${i}` });
  return registry;
}

/** @param prepare what other middleware does to a response before the metrics are sent */
async function serveMetrics(registry: Registry, prepare: (res: ServerResponse) => void = () => {}): Promise<Served> {
  const m = metrics({ registry, env: {} });
  const server = await serve((req, res) => {
    prepare(res);
    m.handler()(req, res);
  });
  served.push(server);
  return server;
}

/** The bodies of so many requests that are sent at once over one connection, which reads with pauses. */
async function readSlowly({ port }: Served, requests: number): Promise<string[]> {
  const request = 'GET /metrics HTTP/1.1\r\nHost: t\r\n';
  const last = `${request}Connection: close\r\n\r\n`;
  const socket = connect(port, '127.0.0.1', () => socket.write(`${request}\r\n`.repeat(requests - 1) + last));
  const chunks: Buffer[] = [];
  for await (const chunk of socket) {
    chunks.push(chunk);
    if (chunks.length % 20 === 0) await sleep(1);
  }
  return Buffer.concat(chunks).toString().split('HTTP/1.1 200 OK').slice(1).map(unchunked);
}

/** The body of an answer in chunks: https://www.rfc-editor.org/rfc/rfc9112#section-7.1 */
function unchunked(answer: string): string {
  let rest = answer.slice(answer.indexOf('\r\n\r\n') + 4);
  let body = '';
  for (let size = Number.parseInt(rest, 16); size > 0; size = Number.parseInt(rest, 16)) {
    const start = rest.indexOf('\r\n') + 2;
    body += rest.slice(start, start + size);
    rest = rest.slice(start + size + 2);
  }
  return body;
}

describe('the memory a scrape is written in', () => {
  test('is used again only when it was sent, to slow and fast clients alike', async () => {
    const server = await serveMetrics(filledRegistry());
    const expected = await (await fetch(server.url)).text();
    expect(expected.length).toBeGreaterThan(2.5e6);
    const fast = async () => {
      for (let i = 0; i < 5; i++) expect(await (await fetch(server.url)).text()).toBe(expected);
    };
    const [one, two] = await Promise.all([readSlowly(server, 3), readSlowly(server, 1), fast(), fast()]);
    expect([...one, ...two].map((body) => body === expected)).toEqual([true, true, true, true]);
  });

  test('is left to middleware that keeps what is written and calls nobody back', async () => {
    const kept: Buffer[] = [];
    const recording = (res: ServerResponse): void => {
      const write = res.write.bind(res);
      res.write = (chunk: Buffer) => {
        kept.push(chunk);
        return write(chunk);
      };
    };
    const server = await serveMetrics(filledRegistry(), recording);
    const body = await (await fetch(server.url, { headers: { 'accept-encoding': 'identity' } })).text();
    expect(Buffer.concat(kept).toString() === body).toBe(true);
  });

  test('is little, however many lines there are', async () => {
    const exposition = new Exposition(filledRegistry(), { unlabelled: 'none', collectTimeoutMs: 1000 });
    for (const gzip of [false, true]) {
      const reader = exposition.open({ format: 'text', gzip });
      const used = new Set<ArrayBufferLike>();
      let chunks = 0;
      for (let chunk = await reader.next(); chunk !== undefined; chunk = await reader.next(), chunks++) {
        used.add(chunk.bytes.buffer);
        chunk.giveBack();
      }
      reader.leave();
      expect(chunks).toBeGreaterThan(10);
      if (!gzip) expect(used.size).toBeLessThan(chunks / 2);
    }
  });

  test('is not given to others by a reader that keeps it', async () => {
    const exposition = new Exposition(filledRegistry(), { unlabelled: 'none', collectTimeoutMs: 1000 });
    const read = async (isKept: boolean): Promise<Buffer[]> => {
      const reader = exposition.open({ format: 'text', gzip: false });
      const pieces: Buffer[] = [];
      for (let chunk = await reader.next(); chunk !== undefined; chunk = await reader.next()) {
        pieces.push(isKept ? chunk.bytes : Buffer.from(chunk.bytes));
        if (!isKept) chunk.giveBack();
      }
      reader.leave();
      return pieces;
    };
    const [kept, copied] = await Promise.all([read(true), read(false)]);
    await read(false);
    expect(Buffer.concat(kept).equals(Buffer.concat(copied))).toBe(true);
  });
});

describe('a scrape that comes while another is written', () => {
  test('waits for it with all the others, and is collected anew once for them', async () => {
    const registry = filledRegistry();
    let collections = 0;
    const collect = () => void collections++;
    new Gauge({ name: 'depth', help: 'h', registers: [registry], collect });
    const exposition = new Exposition(registry, { unlabelled: 'none', collectTimeoutMs: 1000 });
    const readOn = async (reader: RenderingReader, bytes = 0): Promise<number> => {
      const chunk = await reader.next();
      if (chunk !== undefined) return await readOn(reader, bytes + chunk.bytes.length);
      reader.leave();
      return bytes;
    };
    const open = () => exposition.open({ format: 'text', gzip: false });
    const first = open();
    const begun = (await first.next())?.bytes.length;
    await sleep(5);
    const others = Array.from({ length: 50 }, () => readOn(open()));
    await sleep(5);
    expect(collections).toBe(1);
    const sizes = await Promise.all([readOn(first, begun), ...others]);
    expect(new Set(sizes).size).toBe(1);
    expect(collections).toBe(2);
  });

  test('does not hold what those before it have held', async () => {
    const exposition = new Exposition(filledRegistry(), { unlabelled: 'none', collectTimeoutMs: 1000 });
    const held: WeakRef<Chunk>[] = [];
    let previous: RenderingReader | undefined;
    for (let i = 0; i < 4; i++) {
      const reader = exposition.open({ format: 'text', gzip: false });
      previous?.leave();
      for (let read = 0; read < 2; read++) {
        const chunk = await reader.next();
        if (chunk !== undefined) held.push(new WeakRef(chunk));
        chunk?.giveBack();
      }
      previous = reader;
      await sleep(1);
    }
    await collectGarbage();
    expect(held.map((chunk) => chunk.deref() === undefined)).toEqual([true, true, true, true, true, true, true, false]);
  });

  test('does not wait long for one whose reader has stopped', async () => {
    const exposition = new Exposition(filledRegistry(), { unlabelled: 'none', collectTimeoutMs: 1000 });
    const stopped = exposition.open({ format: 'text', gzip: false });
    await stopped.next();
    await sleep(1);
    const waiting = exposition.open({ format: 'text', gzip: false });
    expect((await waiting.next())?.bytes.toString()).toMatch(/^# HELP many_total/);
  });

  test.each([false, true])('gets all of its own when the other was given up (gzip: %s)', async (gzip) => {
    const exposition = new Exposition(filledRegistry(), { unlabelled: 'none', collectTimeoutMs: 1000 });
    for (const chunksBefore of [0, 1, 2]) {
      const left = exposition.open({ format: 'text', gzip });
      for (let i = 0; i < chunksBefore; i++) await left.next();
      left.leave();
      const next = exposition.open({ format: 'text', gzip });
      const all: Buffer[] = [];
      for (let chunk = await next.next(); chunk !== undefined; chunk = await next.next()) all.push(chunk.bytes);
      const text = gzip ? gunzipSync(Buffer.concat(all)) : Buffer.concat(all);
      expect(text.toString().split('\n')).toHaveLength(LINES + 3);
      next.leave();
    }
  });
});
