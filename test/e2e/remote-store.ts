import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskFiles } from '@fly-monitoring/kit';
import { accepts } from './app-traffic.js';
import { eventually } from './eventually.js';

export interface RemoteStore {
  readonly user: string;
  readonly password: string;
  /** host:port on this computer. */
  readonly authority: string;
  /** The series a selector finds in what has arrived. */
  series(selector: string): Promise<readonly Readonly<Record<string, string>>[]>;
  stop(): Promise<void>;
}

/** A real VictoriaMetrics behind a password: what Grafana Cloud is to somebody without an account. */
export async function startRemoteStore(executable: string, password: string): Promise<RemoteStore> {
  const folder = mkdtempSync(join(tmpdir(), 'e2e-store-'));
  const authority = `127.0.0.1:${await diskFiles.freePort()}`;
  const user = '123456';
  // Its own way to keep a password out of its arguments.
  const env = { PATH: process.env['PATH'] ?? '', httpAuth_username: user, httpAuth_password: password };
  const args = ['-envflag.enable', `-storageDataPath=${folder}`, `-httpListenAddr=${authority}`];
  const child = spawn(executable, args, { env, stdio: 'ignore' });
  const exited = once(child, 'exit');
  await eventually({ budgetMs: 15_000, what: 'VictoriaMetrics' }, () => accepts(Number(authority.split(':')[1])));
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  return {
    user,
    password,
    authority,
    series: async (selector) => {
      const address = `http://${authority}/api/v1/series?match[]=${encodeURIComponent(selector)}`;
      const answer = await fetch(address, { headers: { authorization } });
      const { data } = (await answer.json()) as { data: readonly Record<string, string>[] };
      return data;
    },
    stop: async () => {
      child.kill('SIGKILL');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
