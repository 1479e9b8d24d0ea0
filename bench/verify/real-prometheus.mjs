import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findEngine, freePort } from '../../packages/testing/lib/engines/index.js';

/** The newest engine that is here, in a folder of its own. */
export async function startPrometheus(config) {
  const engine = ['prometheus-3', 'prometheus-2'].map(findEngine).find(({ found }) => found);
  if (engine === undefined) throw new Error('No Prometheus; "node scripts/engines.mjs prometheus-3" gets one.');
  const folder = await mkdtemp(join(tmpdir(), 'bench-verify-'));
  await writeFile(join(folder, 'prometheus.yml'), config);
  const port = await freePort();
  const args = [`--config.file=${folder}/prometheus.yml`, `--storage.tsdb.path=${folder}/data`];
  const child = spawn(engine.path, [...args, `--web.listen-address=127.0.0.1:${port}`], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  while (
    !(await fetch(`${url}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    await delay(20);
  const stop = async () => {
    const exit = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await exit;
    await rm(folder, { recursive: true, force: true });
  };
  return { url, folder, version: engine.version, stop };
}

/** Answers every scrape with a few samples. */
export async function startExporter() {
  const body = Array.from({ length: 5 }, (_, n) => `demo_${n}_total ${n}\n`).join('');
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/plain; version=0.0.4');
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `127.0.0.1:${server.address().port}`, stop };
}
