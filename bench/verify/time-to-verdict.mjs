// From the first good scrape of the last of four targets to the verdict, on a real Prometheus.
import { setTimeout as delay } from 'node:timers/promises';
import { systemClock } from '../../packages/kit/lib/index.js';
import { startExporter, startPrometheus } from './real-prometheus.mjs';
import { runStage } from './run-stage.mjs';

const rounds = Number(process.argv[2] ?? 3);
const names = ['one', 'two', 'three', 'four'];

async function measure(stableFor) {
  const exporter = await startExporter();
  const jobs = names.map((name) => `  - job_name: ${name}\n    static_configs: [{ targets: ['${exporter.address}'] }]`);
  const config = ['global: { scrape_interval: 5s, scrape_timeout: 4s }', 'scrape_configs:', ...jobs].join('\n');
  const prometheus = await startPrometheus(config);
  const sleeps = [];
  const clock = {
    now: systemClock.now,
    sleep: async (ms) => {
      await systemClock.sleep(ms);
      sleeps.push({ ms, endedMs: Date.now() });
    },
  };
  const given = { 'prometheus-url': prometheus.url, 'prometheus-config': 'prometheus.yml', 'stable-for': stableFor };
  const verified = runStage(given, prometheus.folder, { clock }).then((report) => ({ report, atMs: Date.now() }));
  const lastGoodMs = await untilAllUp(prometheus.url);
  const { report, atMs } = await verified;
  await prometheus.stop();
  exporter.stop();
  const last = sleeps.at(-1);
  return {
    verdict: report.outputs.verdict,
    afterMs: atMs - lastGoodMs,
    pauseMs: last.ms,
    roundMs: atMs - last.endedMs,
  };
}

/** When the last target was first seen up, by a watcher that asks far more often. */
async function untilAllUp(url) {
  for (;;) {
    const { data } = await (await fetch(`${url}/api/v1/targets?state=active`)).json();
    const up = data.activeTargets.filter(({ health }) => health === 'up');
    if (up.length === names.length) return Date.now();
    await delay(10);
  }
}

console.log(`4 targets, scrape interval 5 s, poll 1 s; ${rounds} starts each`);
for (const stableFor of ['0s', '5s']) {
  for (let round = 0; round < rounds; round++) {
    const { verdict, afterMs, pauseMs, roundMs } = await measure(stableFor);
    const bound = pauseMs + roundMs;
    const within =
      stableFor === '0s'
        ? `; one poll + one round = ${pauseMs} + ${roundMs} = ${bound} ms: ${afterMs <= bound ? 'within' : 'MISSED'}`
        : '';
    console.log(`stable-for ${stableFor}: ${verdict} ${afterMs} ms after the last target's first good scrape${within}`);
  }
}
