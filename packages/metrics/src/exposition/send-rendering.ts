import { type IncomingMessage, OutgoingMessage, type ServerResponse } from 'node:http';
import type { Chunk } from './chunk.js';
import type { RenderingReader } from './rendering-reader.js';

/** A scraper that takes nothing for so long is gone, or holds the exposition in memory on purpose. */
const STALL_TIMEOUT_MS = 30_000;

/** Sends a rendering as fast as the client takes it. A small one has a length; HEAD is answered alike, without body. */
export async function sendRendering(req: IncomingMessage, res: ServerResponse, reader: RenderingReader): Promise<void> {
  const first = await reader.next();
  const second = await reader.next();
  // The scraper may have gone while the values were collected.
  if (res.headersSent || res.destroyed) return;
  res.statusCode = 200;
  if (second === undefined) res.setHeader('content-length', first?.bytes.length ?? 0);
  if (req.method !== 'HEAD') {
    for (const chunk of [first, second]) await send(res, chunk);
    while (await send(res, await reader.next()));
  }
  res.end();
}

/** Resolves when it is time for the next chunk; with false where there is none to send, or nobody to take it. */
async function send(res: ServerResponse, chunk: Chunk | undefined): Promise<boolean> {
  if (chunk === undefined || res.destroyed) return false;
  if (!isPlain(res))
    return await unlessClosed(res, (done) => (res.write(chunk.bytes) ? done() : res.once('drain', done)));
  const isSent = await unlessClosed(res, (done) => res.write(chunk.bytes, done));
  if (isSent) chunk.giveBack();
  return isSent;
}

/**
 * Whether what is written goes to the socket and is seen by nobody else. Middleware that compresses or records
 * responses keeps what it is given, and calls nobody back.
 */
function isPlain(res: ServerResponse): boolean {
  return res.write === OutgoingMessage.prototype.write;
}

/** Resolves with true once it is called back, with false when the response is over before. */
function unlessClosed(res: ServerResponse, begin: (done: (error?: Error | null) => void) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const stalled = setTimeout(() => res.destroy(), STALL_TIMEOUT_MS);
    stalled.unref();
    const settle = (isDone: boolean): void => {
      clearTimeout(stalled);
      res.off('close', onClose);
      resolve(isDone);
    };
    const onClose = (): void => settle(false);
    res.on('close', onClose);
    begin((error) => settle(error === undefined || error === null));
  });
}
