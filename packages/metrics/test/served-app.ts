import { createServer, type IncomingMessage, type RequestListener, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';

export type UpgradeListener = (req: IncomingMessage, socket: Duplex) => void;

/** A real server on a free local port. */
export interface Served {
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}

export async function serve(listener: RequestListener, onUpgrade?: UpgradeListener): Promise<Served> {
  const server = createServer(listener);
  if (onUpgrade !== undefined) server.on('upgrade', onUpgrade);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Sends a request as it is written (any method, any target) and returns the status. */
export function send(port: number, method: string, target: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const req = request({ port, host: '127.0.0.1', method, path: target, agent: false }, (res) => {
      res.resume();
      res.on('end', () => resolve(res.statusCode ?? 0));
    });
    req.on('error', reject);
    req.end();
  });
}

/** A client that sends a GET and can leave before the answer is complete. */
export interface Leaver {
  /** Resolves with the first bytes of the answer. */
  readonly answered: Promise<string>;
  leave(): void;
}

export function openRequest(port: number, target: string): Leaver {
  const socket = connect(port, '127.0.0.1', () => socket.write(`GET ${target} HTTP/1.1\r\nHost: test\r\n\r\n`));
  socket.on('error', () => {});
  return {
    answered: new Promise((resolve) => socket.once('data', (chunk) => resolve(String(chunk)))),
    leave: () => socket.destroy(),
  };
}

export type Scrape = ReadonlyMap<string, number>;

/** The samples of an exposition, keyed as they are written. */
export function parseScrape(text: string): Scrape {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );
}

/** Scrapes until a condition holds: a response's last event comes after its client has it. */
export async function scrapeUntil(url: string, holds: (scrape: Scrape) => boolean): Promise<Scrape> {
  const deadlineMs = Date.now() + 5000;
  for (;;) {
    const scrape = parseScrape(await (await fetch(url)).text());
    if (holds(scrape)) return scrape;
    if (Date.now() > deadlineMs) throw new Error(`Not within 5 s; last scrape:\n${[...scrape].join('\n')}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The sum of all samples whose key starts with a text. */
export function sumOf(scrape: Scrape, start: string): number {
  return [...scrape].filter(([key]) => key.startsWith(start)).reduce((sum, [, value]) => sum + value, 0);
}
