import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Rendering } from './rendering.js';

/** A scraper that takes nothing for so long is gone, or holds the exposition in memory on purpose. */
const STALL_TIMEOUT_MS = 30_000;

/** Sends a rendering as fast as the client takes it. A small one has a length; HEAD is answered alike, without body. */
export async function sendRendering(req: IncomingMessage, res: ServerResponse, rendering: Rendering): Promise<void> {
  const first = (await rendering.chunk(0)) ?? Buffer.alloc(0);
  const second = await rendering.chunk(1);
  // The scraper may have gone while the values were collected.
  if (res.headersSent || res.destroyed) return;
  res.statusCode = 200;
  if (second === undefined) res.setHeader('content-length', first.length);
  if (req.method === 'HEAD' || second === undefined) res.end(req.method === 'HEAD' ? undefined : first);
  else await sendChunks(res, rendering);
}

async function sendChunks(res: ServerResponse, rendering: Rendering): Promise<void> {
  for (let number = 0; ; number++) {
    const chunk = await rendering.chunk(number);
    if (res.destroyed) return;
    if (chunk === undefined) break;
    if (!res.write(chunk)) await drained(res);
  }
  res.end();
}

function drained(res: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const stalled = setTimeout(() => res.destroy(), STALL_TIMEOUT_MS);
    stalled.unref();
    const done = (): void => {
      clearTimeout(stalled);
      res.off('drain', done).off('close', done);
      resolve();
    };
    res.on('drain', done).on('close', done);
  });
}
