// What an unchanged import costs beside the same reads by a bare client: README.md says how to read it.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { quietRatio, ratio } from '../start/rounds.mjs';
import { readBare, runStage, writeDashboards } from './work.mjs';

const usage = `node bench/import/main.mjs [options]

An unchanged run of import-dashboards against a Grafana that takes its time for each answer, over the same reads by a
bare client with as many of them under way at once.

  --dashboards N   500 unless given
  --latency MS     of each answer; 20 unless given
  --rounds N       7 unless given
  --short          100 dashboards and 3 rounds; the limit is 3
  --help           this text

Ends with 1 when the stage takes more than 1.5 times as long as the bare client in the quietest rounds.
`;

const { values } = parseArgs({
  options: {
    dashboards: { type: 'string' },
    latency: { type: 'string', default: '20' },
    rounds: { type: 'string' },
    short: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** With few dashboards the requests that wait for each other weigh more. */
const limit = values.short ? 3 : 1.5;
/** parallelReads in packages/grafana/src/import/read-existing.ts. */
const atOnce = 4;

async function callsOf(server) {
  server.send('calls');
  return (await once(server, 'message'))[0];
}

async function timed(work) {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}

async function measure(server, { url, count, rounds, workspace }) {
  const access = { url, token, workspace };
  const first = await timed(() => runStage(access));
  const written = (await callsOf(server)).filter(({ method }) => method === 'POST').length;
  console.log(`first run: ${first.ms.toFixed(0)} ms, ${written} writes`);
  await runStage(access);
  const calls = await callsOf(server);
  const writes = calls.filter(({ method }) => method !== 'GET');
  if (writes.length > 0) throw new Error(`The second run wrote: ${JSON.stringify(writes[0])}`);
  const paths = calls.map(({ path, query }) => (query === '' ? path : `${path}?${query}`));
  console.log(`unchanged run: ${paths.length} reads for ${count} dashboards`);
  const subjects = { stage: () => runStage(access), bare: () => readBare(access, paths, atOnce) };
  const times = { stage: [], bare: [] };
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? ['stage', 'bare'] : ['bare', 'stage'];
    for (const name of order) times[name].push((await timed(subjects[name])).ms);
    const [stage, bare] = [times.stage.at(-1), times.bare.at(-1)];
    console.log(
      `round ${round + 1}: stage ${stage.toFixed(0)} ms, bare ${bare.toFixed(0)} ms, ratio ${(stage / bare).toFixed(2)}`,
    );
  }
  return times;
}

const token = 'token-of-the-bench';

async function main() {
  const count = Number(values.dashboards ?? (values.short ? 100 : 500));
  const rounds = Number(values.rounds ?? (values.short ? 3 : 7));
  const workspace = mkdtempSync(join(tmpdir(), 'bench-import-'));
  const server = fork(fileURLToPath(new URL('server.mjs', import.meta.url)), [token, values.latency]);
  try {
    writeDashboards(workspace, count);
    const [url] = await once(server, 'message');
    const { stage, bare } = await measure(server, { url, count, rounds, workspace });
    const quiet = quietRatio(stage, bare);
    console.log(`stage / bare: ${ratio(stage, bare).toFixed(2)} (median), ${quiet.toFixed(2)} quiet, at most ${limit}`);
    return quiet <= limit ? 0 : 1;
  } finally {
    server.disconnect();
    rmSync(workspace, { recursive: true, force: true });
  }
}

if (values.help) process.stdout.write(usage);
else process.exitCode = await main();
