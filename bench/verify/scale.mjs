// One verification of 10,000 healthy targets against the naive fetch of the whole list: bytes on the wire, bytes decoded,
// time and peak memory, each in a process of its own.
import { fork } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startExporter, startPrometheus } from './real-prometheus.mjs';

const count = Number(process.argv[2] ?? 10_000);
const exporter = await startExporter();
const prometheus = await startPrometheus(configOf(count));
await writeFile(
  join(prometheus.folder, 'targets.json'),
  JSON.stringify([
    { targets: Array.from({ length: count }, (_, n) => `machine-${n}`), labels: { region: 'fra', fly_app: 'shop' } },
  ]),
);
console.log(`${count} targets on Prometheus ${prometheus.version}; waiting until each was scraped`);
await untilScraped();

const rows = [];
for (const kind of ['empty', 'naive', 'verify']) {
  const meter = await startMeter(prometheus.url);
  const result = await inChild(kind, meter.url);
  rows.push({ kind, wireBytes: meter.bytes(), ...result });
  meter.stop();
}
const [empty, naive, verify] = rows;
for (const { kind, verdict, wireBytes, decodedBytes, requests, ms, peakMiB } of [naive, verify]) {
  console.log(
    `${kind}: ${verdict}, ${requests} requests, ${kib(wireBytes)} on the wire, ${kib(decodedBytes)} decoded, ${ms} ms, peak ${peakMiB} MiB (${peakMiB - empty.peakMiB} above an idle process)`,
  );
}
console.log(
  `verify / naive: wire ${ratio(verify.wireBytes, naive.wireBytes)}, decoded ${ratio(verify.decodedBytes, naive.decodedBytes)}`,
);
await prometheus.stop();
exporter.stop();

function configOf() {
  return `global: { scrape_interval: 30s, scrape_timeout: 10s }
scrape_configs:
  - job_name: fleet
    file_sd_configs: [{ files: [targets.json], refresh_interval: 5s }]
    relabel_configs:
      - { source_labels: [__address__], target_label: instance }
      - { source_labels: [__address__], target_label: __param_machine }
      - { target_label: __address__, replacement: '${exporter.address}' }
`;
}

async function untilScraped() {
  for (;;) {
    const body = new URLSearchParams({ query: 'count(up == 1)' });
    const { data } = await (await fetch(`${prometheus.url}/api/v1/query`, { method: 'POST', body })).json();
    if (Number(data.result[0]?.value[1] ?? 0) === count) return;
    await delay(1_000);
  }
}

/** Counts what comes back through a plain TCP relay. */
async function startMeter(url) {
  const { port } = new URL(url);
  let bytes = 0;
  const relay = createServer((client) => {
    const server = connect(Number(port), '127.0.0.1');
    client.pipe(server);
    server.on('data', (chunk) => (bytes += chunk.length));
    server.pipe(client);
    for (const end of [client, server])
      end.on('error', () => {
        client.destroy();
        server.destroy();
      });
  });
  await new Promise((resolve) => relay.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${relay.address().port}`, bytes: () => bytes, stop: () => relay.close() };
}

function inChild(kind, url) {
  const child = fork(new URL('./scale-child.mjs', import.meta.url), [kind, url, prometheus.folder, String(count)]);
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => code !== 0 && reject(new Error(`${kind} ended with ${code}`)));
  });
}

function kib(bytes) {
  return `${(bytes / 1024).toFixed(0)} KiB`;
}

function ratio(one, other) {
  return `${(one / other).toFixed(3)}`;
}
