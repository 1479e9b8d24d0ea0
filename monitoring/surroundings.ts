import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { type EntrypointRun, findFreePort, poll } from './entrypoint-run.js';
import { apiKey } from './test-machine.js';

export interface RunningService {
  readonly port: number;
  readonly stop: () => void;
}

/** A service with one metric that remembers what it was shown as authorization. */
export function startService(shown: Set<string>): Promise<RunningService> {
  const server = createServer((request, response) => {
    shown.add(request.headers.authorization ?? 'nothing');
    response.setHeader('content-type', 'text/plain; version=0.0.4').end('service_works 1\n');
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address ? address.port : 0,
        stop: () => {
          server.closeAllConnections();
          server.close();
        },
      });
    });
  });
}

/** A VictoriaMetrics that takes samples only from the user 12345 with the API key. */
export async function startRemoteStore(binary: string, folder: string) {
  const port = await findFreePort();
  const child = spawn(
    binary,
    [
      `-httpListenAddr=127.0.0.1:${port}`,
      `-storageDataPath=${join(folder, 'store')}`,
      '-httpAuth.username=12345',
      '-envflag.enable',
    ],
    { env: { PATH: process.env['PATH'], httpAuth_password: apiKey }, stdio: 'ignore' },
  );
  const ask = (path: string) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      headers: { authorization: `Basic ${Buffer.from(`12345:${apiKey}`).toString('base64')}` },
    });
  await poll('VictoriaMetrics', async () => (await ask('/health')).ok);
  return {
    port,
    holds: async (selector: string) => {
      const found = await ask(`/api/v1/export?match[]=${encodeURIComponent(selector)}`);
      return found.ok && (await found.text()) !== '';
    },
    stop: async () => {
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('close', resolve));
    },
  };
}

async function targetsOf(run: EntrypointRun, login?: string): Promise<{ job: string; health: string }[]> {
  const answer = await (await run.get('/api/v1/targets?state=active', login)).json();
  const { activeTargets } = (answer as { data: { activeTargets: Target[] } }).data;
  return activeTargets.map(({ labels, health }) => ({ job: labels.job, health }));
}

interface Target {
  readonly labels: { readonly job: string };
  readonly health: string;
}

export async function waitForUp(run: EntrypointRun, job: string, login?: string): Promise<void> {
  await poll(
    `${job} up`,
    async () => (await targetsOf(run, login)).some((target) => target.job === job && target.health === 'up'),
    () => run.output,
  );
}
