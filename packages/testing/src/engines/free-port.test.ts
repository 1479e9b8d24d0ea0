import { createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { freePort } from './free-port.js';

test('ports that are found at the same time are not the same', async () => {
  const ports = await Promise.all(Array.from({ length: 500 }, () => freePort()));
  expect(new Set(ports).size).toBe(500);
});

test('a port that is listened on is passed over', async () => {
  const first = await freePort();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(first + 1, '127.0.0.1', resolve));
  try {
    expect(await freePort()).not.toBe(first + 1);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});
