import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface NatsServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** A real nats-server on 127.0.0.1, ready when this resolves. */
export async function startNats(executable: string, port: number): Promise<NatsServer> {
  const child = spawn(executable, ['--addr', '127.0.0.1', '--port', String(port)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = once(child, 'exit');
  let isReady = false;
  for await (const line of createInterface(child.stderr)) {
    isReady = line.includes('Server is ready');
    if (isReady) break;
  }
  if (!isReady) throw new Error('nats-server ended before it was ready');
  child.stderr.resume();
  const stop = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  return { url: `nats://127.0.0.1:${port}`, stop };
}
