import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { engineOrSkip, freePort } from '../engines/index.js';
import { type Client, grafanaClient } from './client-for-tests.js';
import { listIn, recordIn } from './json.js';

let grafana: Client | undefined;
let prometheus: ChildProcess | undefined;
let folder = '';
afterEach(async () => {
  await grafana?.stop();
  const ended = new Promise((resolve) => prometheus?.once('exit', resolve));
  if (prometheus?.kill('SIGKILL')) {
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
});

/** A Prometheus that watches itself every second. */
async function startPrometheus(binary: string): Promise<string> {
  const address = `127.0.0.1:${await freePort()}`;
  folder = await mkdtemp(path.join(tmpdir(), 'prometheus-'));
  const job = `{ job_name: self, static_configs: [{ targets: ['${address}'] }] }`;
  await writeFile(path.join(folder, 'p.yml'), `global: { scrape_interval: 1s }\nscrape_configs: [${job}]\n`);
  const args = ['--config.file=p.yml', `--storage.tsdb.path=${folder}/data`, `--web.listen-address=${address}`];
  prometheus = spawn(binary, args, { cwd: folder, stdio: 'ignore' });
  return `http://${address}`;
}

const ask = async (expr: string) =>
  await grafana?.send('POST', '/api/ds/query', {
    from: 'now-1m',
    to: 'now',
    queries: [{ refId: 'A', expr, instant: true, datasource: { uid: 'prometheus' } }],
  });

/** Prometheus needs a moment to start and to scrape itself. */
async function firstFrame(expr: string): Promise<unknown> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await delay(100)) {
    const answer = await ask(expr);
    const [frame] = listIn(recordIn(recordIn(answer?.body, 'results'), 'A'), 'frames');
    if (listIn(recordIn(frame, 'data'), 'values').length > 0) {
      return frame;
    }
  }
  throw new Error(`There was no value of ${expr} within 20 s.`);
}

for (const name of ['prometheus-2', 'prometheus-3'] as const) {
  engineOrSkip(test, [name])(
    `asks a real ${name} and shows what it said, errors in its own words`,
    async (engines) => {
      const url = await startPrometheus(engines[name]);
      grafana = await grafanaClient({ prometheusUrl: url });
      expect(await firstFrame('up')).toMatchObject({
        schema: {
          meta: { custom: { resultType: 'vector' } },
          fields: [{}, { labels: { __name__: 'up', job: 'self' } }],
        },
        data: { values: [[expect.any(Number)], [1]] },
      });
      const wrong = await ask('sum(');
      expect(wrong?.status).toBe(400);
      expect(wrong?.text).toContain('parse error');
      expect((await grafana.get('/api/datasources/uid/prometheus/health')).body).toMatchObject({ status: 'OK' });
    },
    60_000,
  );
}
