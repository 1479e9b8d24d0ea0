import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { serveEdge } from '../edge/edge.js';
import { serveDns } from '../network/dns-server.js';
import { prepareLinks } from '../network/host-links.js';
import { serveTargets, translateForLoopback } from '../network/loopback-names.js';
import { LoopbackRuntime } from '../network/loopback-runtime.js';
import { DNS_ADDRESS, NamespaceRuntime } from '../network/namespace-runtime.js';
import { openOutside } from '../network/outside.js';
import { PROMETHEUS_SHIM } from '../places.js';
import { serveControl } from './control-server.js';
import { Platform } from './platform.js';
import { CONTROL_SOCKET, EDGE_SOCKET, type StartOrder } from './start-order.js';

/** The platform's process: lives as long as its standard input stays open. */
function main(): void {
  const lines = createInterface({ input: process.stdin });
  lines.once('line', (line) => {
    const order: StartOrder = JSON.parse(line);
    open(order).then(
      (platform) => {
        process.stdout.write('ready\n');
        lines.on('close', () => void close(platform, order));
      },
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
        process.exit(1);
      },
    );
  });
}

async function open(order: StartOrder): Promise<Platform> {
  for (const folder of ['images', 'volumes', 'machines'])
    mkdirSync(path.join(order.folder, folder), { recursive: true });
  const platform =
    order.isolation === 'none' ? await openLoopback(order) : await openNamespaces(order, order.isolation);
  await serveEdge(path.join(order.folder, EDGE_SOCKET), platform, order.certificate);
  await serveControl(path.join(order.folder, CONTROL_SOCKET), platform);
  return platform;
}

async function openNamespaces(order: StartOrder, isolation: 'root' | 'user'): Promise<Platform> {
  prepareLinks(path.join(order.folder, 'links'));
  const runtime = await NamespaceRuntime.open({ folder: order.folder, honoursUsers: isolation === 'root' });
  const platform = new Platform({ ...order, runtime });
  await openDns(platform, order);
  return platform;
}

async function openLoopback(order: StartOrder): Promise<Platform> {
  const shims = path.join(order.folder, 'shims');
  const source = {
    machines: () => platform.namedMachines(),
    portOf: (machine: string, port: number) => runtime.portOf(machine, port),
  };
  const translate = (text: string, root: string) => translateForLoopback(text, { root, source });
  const runtime = new LoopbackRuntime({ folder: order.folder, shims, translate });
  const platform = new Platform({ ...order, runtime });
  const targets = await serveTargets(source);
  mkdirSync(shims, { recursive: true });
  const command = `#!/bin/sh\nexec '${process.execPath}' '${PROMETHEUS_SHIM}' '${targets}' "$@"\n`;
  writeFileSync(path.join(shims, 'prometheus'), command, { mode: 0o755 });
  return platform;
}

async function openDns(platform: Platform, order: StartOrder): Promise<void> {
  const outside = await openOutside(order.folder, order.outside);
  const networkOf = (asker: string) => platform.namedMachines().find(({ six }) => six === asker)?.network ?? 'default';
  await serveDns(DNS_ADDRESS, {
    machines: (asker) => platform.namedMachines().filter(({ network }) => network === networkOf(asker)),
    outside: (name) => outside.get(name),
    isFailing: () => platform.misbehaviours.isOn('dns-fails', ''),
  });
}

async function close(platform: Platform, order: StartOrder): Promise<void> {
  await platform.close();
  if (order.removesFolder) rmSync(order.folder, { recursive: true, force: true });
  process.exit(0);
}

main();
