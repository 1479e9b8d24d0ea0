import { createInterface } from 'node:readline';
import { openEdgeBridge, openOutsideBridge } from './host-bridge.js';

/** The one line the bridge's process reads; the end of its input ends it. */
export interface BridgeOrder {
  readonly folder: string;
  readonly outside: Readonly<Record<string, string>>;
}

/** A process of its own: a test that waits for a child with execFileSync must not wait for itself. */
function main(): void {
  const lines = createInterface({ input: process.stdin });
  lines.once('line', (line) => void open(JSON.parse(line)));
  lines.on('close', () => process.exit(0));
}

async function open(order: BridgeOrder): Promise<void> {
  await openOutsideBridge(order.folder, order.outside);
  process.stdout.write(`${await openEdgeBridge(order.folder)}\n`);
}

main();
