import { createServer } from 'node:net';

/**
 * Below 32768, where Linux begins to take ports for outgoing connections: one from there is often taken again between
 * being found and being listened on.
 */
const lowestPort = 15_000;
const portRange = 17_000;

let next = Math.floor(Math.random() * portRange);

/**
 * A port of 127.0.0.1 that nobody listens on. One after the other: what is found at the same time is not there twice,
 * as random ports now and then are.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < portRange; attempt++) {
    const port = lowestPort + (next++ % portRange);
    if (await isFree(port)) return port;
  }
  throw new Error(`Every port from ${lowestPort} to ${lowestPort + portRange - 1} is taken.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
