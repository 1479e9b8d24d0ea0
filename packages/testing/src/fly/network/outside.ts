import net from 'node:net';
import path from 'node:path';
import { OUTSIDE_SOCKET } from '../platform/start-order.js';
import { mustRun } from './run-tool.js';

/** Opens an address inside the private network for each server outside it; gives the addresses by name. */
export async function openOutside(folder: string, servers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const addresses = new Map<string, string>();
  for (const server of servers) {
    const [name = '', port = ''] = server.split(':');
    const address = addresses.get(name) ?? `172.19.254.${addresses.size + 1}`;
    if (!addresses.has(name)) await mustRun('ip', ['addr', 'add', `${address}/16`, 'dev', 'br0']);
    addresses.set(name, address);
    await listen({ folder, server, address, port: Number(port) });
  }
  return addresses;
}

function listen(at: { folder: string; server: string; address: string; port: number }): Promise<void> {
  const door = net.createServer((accepted) => {
    const out = net.connect(path.join(at.folder, OUTSIDE_SOCKET));
    out.write(`${at.server}\n`);
    accepted.pipe(out).pipe(accepted);
    accepted.on('error', () => out.destroy());
    out.on('error', () => accepted.destroy());
  });
  return new Promise((resolve) => door.listen(at.port, at.address, resolve));
}
