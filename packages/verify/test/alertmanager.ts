import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { diskFiles } from '@fly-monitoring/kit';

export interface Alertmanager {
  /** host:port, as it stands in static_configs. */
  readonly address: string;
  /** As if somebody else had sent it. */
  take(labels: Readonly<Record<string, string>>): Promise<void>;
  /** By its own clock, which is read in whole seconds. */
  untilAlertsAgeMs(ms: number): Promise<void>;
  stop(): Promise<void>;
}

const startBudgetMs = 20_000;
const config = 'route: { receiver: nobody }\nreceivers: [{ name: nobody }]\n';

/** A real Alertmanager that tells nobody. */
export async function startAlertmanager(path: string): Promise<Alertmanager> {
  const folder = await mkdtemp(join(tmpdir(), 'alertmanager-'));
  await writeFile(join(folder, 'alertmanager.yml'), config);
  const address = `127.0.0.1:${await diskFiles.freePort()}`;
  const args = [
    `--config.file=${folder}/alertmanager.yml`,
    `--storage.path=${folder}/data`,
    `--web.listen-address=${address}`,
    '--cluster.listen-address=',
  ];
  const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const stop = async () => {
    await ended(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(child, address);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, take: (labels) => send(address, labels), untilAlertsAgeMs: (ms) => untilAge(address, ms), stop };
}

async function untilReady(child: ChildProcess, address: string): Promise<void> {
  let log = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    log = `${log}${chunk.toString()}`.slice(-4_000);
  });
  for (const deadline = Date.now() + startBudgetMs; Date.now() < deadline; await delay(50)) {
    if (child.exitCode !== null) throw new Error(`Alertmanager ended with ${child.exitCode}:\n${log}`);
    const isReady = await fetch(`http://${address}/-/ready`).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (isReady) return;
  }
  throw new Error(`Alertmanager was not ready within ${startBudgetMs} ms:\n${log}`);
}

async function send(address: string, labels: Readonly<Record<string, string>>): Promise<void> {
  const endsAt = new Date(Date.now() + 5 * 60_000).toISOString();
  const { status } = await fetch(`http://${address}/api/v2/alerts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([{ labels, endsAt }]),
  });
  if (status !== 200) throw new Error(`Alertmanager took no alert: ${status}`);
}

async function untilAge(address: string, ageMs: number): Promise<void> {
  for (const deadline = Date.now() + startBudgetMs; Date.now() < deadline; await delay(50)) {
    const answer = await fetch(`http://${address}/api/v2/alerts`);
    const alerts = (await answer.json()) as { updatedAt: string }[];
    const nowMs = Date.parse(answer.headers.get('date') ?? '');
    if (alerts.every(({ updatedAt }) => nowMs - Date.parse(updatedAt) >= ageMs)) return;
  }
  throw new Error(`the alerts of ${address} did not age`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exit;
}
