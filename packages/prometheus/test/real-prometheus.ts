import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { diskFiles } from '@fly-monitoring/kit';

export interface RealPrometheus {
  readonly url: string;
  /** Of the configuration, of rules and of the data. */
  readonly folder: string;
  stop(): Promise<void>;
}

export interface PrometheusStart {
  /** The executable. */
  readonly path: string;
  readonly config: string;
  /** web.config.file: users with their bcrypt lines. */
  readonly webConfig?: string;
  readonly args?: readonly string[];
  /** An agent keeps its samples elsewhere; `args` make it one. */
  readonly storage?: 'agent';
  /** Where the samples are kept beyond this start; in the folder, and gone with it, unless told. */
  readonly data?: string;
  /** What it writes beyond this length of a file is refused by the system, as on a full disk; works without a mount. */
  readonly mostFileBytes?: number;
  /** Other files of the folder, by name. */
  readonly files?: Readonly<Record<string, string>>;
}

const startBudgetMs = 20_000;

/** A real Prometheus on a free port of the loopback, with a folder of its own; returns once it listens. */
export async function startPrometheus(start: PrometheusStart): Promise<RealPrometheus> {
  const folder = await mkdtemp(join(tmpdir(), 'real-prometheus-'));
  const files = { 'prometheus.yml': start.config, ...start.files };
  const withWeb = start.webConfig === undefined ? files : { ...files, 'web.yml': start.webConfig };
  for (const [name, text] of Object.entries(withWeb)) await writeFile(join(folder, name), text);
  const port = await diskFiles.freePort();
  const args = [
    `--config.file=${folder}/prometheus.yml`,
    `--storage.${start.storage ?? 'tsdb'}.path=${start.data ?? join(folder, 'data')}`,
    `--web.listen-address=127.0.0.1:${port}`,
    ...(start.webConfig === undefined ? [] : [`--web.config.file=${folder}/web.yml`]),
    ...(start.args ?? []),
  ];
  const child = spawnLimited(start, args);
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await ended(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilListening(child, url);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, folder, stop };
}

/** POSIX counts the size of a file in blocks of 512 bytes. */
const blockBytes = 512;

function spawnLimited({ path, mostFileBytes }: PrometheusStart, args: readonly string[]) {
  const stdio: ['ignore', 'ignore', 'pipe'] = ['ignore', 'ignore', 'pipe'];
  if (mostFileBytes === undefined) return spawn(path, args, { stdio });
  const limit = 'ulimit -f "$1" && shift && exec "$@"';
  return spawn('sh', ['-c', limit, 'sh', String(Math.floor(mostFileBytes / blockBytes)), path, ...args], { stdio });
}

async function untilListening(child: ChildProcess, url: string): Promise<void> {
  let log = '';
  let isListening = false;
  child.stderr?.on('data', (chunk: Buffer) => {
    log = `${log}${chunk.toString()}`.slice(-4_000);
    isListening ||= log.includes('msg="Listening on"');
  });
  const deadline = Date.now() + startBudgetMs;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`Prometheus ended with ${child.exitCode}:\n${log}`);
    const status = await fetch(`${url}/-/ready`).then(
      (response) => response.status,
      () => 0,
    );
    // 401 is an answer too: with a web configuration nothing is open. Only its own log tells this server from another one
    // that took the port in the meantime.
    if (isListening && (status === 200 || status === 401)) return;
    await delay(50);
  }
  throw new Error(`Prometheus did not listen within ${startBudgetMs} ms:\n${log}`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await exit;
  clearTimeout(timer);
}
