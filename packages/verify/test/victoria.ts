import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { diskFiles } from '@fly-monitoring/kit';

export interface Victoria {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  stop(): Promise<void>;
}

const startBudgetMs = 20_000;

/** A real VictoriaMetrics behind basic auth, which shows samples one second after they came. */
export async function startVictoria(path: string): Promise<Victoria> {
  const folder = await mkdtemp(join(tmpdir(), 'victoria-'));
  const [user, password] = ['12345', 'glc_write_and_read'];
  const address = `127.0.0.1:${await diskFiles.freePort()}`;
  const args = [
    `-httpListenAddr=${address}`,
    `-storageDataPath=${folder}`,
    `-httpAuth.username=${user}`,
    `-httpAuth.password=${password}`,
    '-search.latencyOffset=1s',
    '-memory.allowedBytes=64MB',
  ];
  const child = spawn(path, args, { stdio: 'ignore' });
  const stop = async () => {
    await ended(child);
    await rm(folder, { recursive: true, force: true });
  };
  const url = `http://${address}`;
  for (const deadline = Date.now() + startBudgetMs; Date.now() < deadline; await delay(100)) {
    const status = await fetch(`${url}/health`).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200 || status === 401) return { url, user, password, stop };
  }
  await stop();
  throw new Error(`VictoriaMetrics did not listen within ${startBudgetMs} ms`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exit;
}

export interface Door {
  readonly url: string;
  stop(): Promise<void>;
}

/** A proxy before a server: what `refuse` gives a status to does not get through. */
export async function startDoor(target: string, refuse: (path: string) => number | undefined): Promise<Door> {
  const server = createServer((incoming, response) => {
    const path = incoming.url ?? '/';
    const status = refuse(path);
    if (status !== undefined) {
      incoming.resume();
      response.writeHead(status).end('no');
      return;
    }
    const { method = 'GET', headers } = incoming;
    const outgoing = request(`${target}${path}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    outgoing.on('error', () => response.destroy());
    incoming.pipe(outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
