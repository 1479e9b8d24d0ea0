// node src/latency.mjs [seconds per phase] [rounds]
// p99.9 of requests while one client scrapes 100,000 lines again and again, over the p99.9 without.
import { fork, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { median, quantile } from './statistics.mjs';

const [seconds = 3, rounds = 5] = process.argv.slice(2).map(Number);
const server = fork(new URL('./latency-server.mjs', import.meta.url), { execArgv: [] });
const port = await new Promise((resolve) => server.once('message', resolve));

/** A client of one connection that asks again as soon as it was answered. */
async function connected() {
  const socket = connect(port, '127.0.0.1').setNoDelay(true);
  await new Promise((resolve) => socket.once('connect', resolve));
  let answered = () => {};
  // The answer is small: it comes in one piece.
  socket.on('data', () => answered());
  return {
    close: () => socket.destroy(),
    ask: () =>
      new Promise((resolve) => {
        const start = performance.now();
        answered = () => resolve(performance.now() - start);
        socket.write('GET / HTTP/1.1\r\nHost: bench\r\n\r\n');
      }),
  };
}

async function latencies() {
  const times = [];
  const until = performance.now() + seconds * 1000;
  const client = async () => {
    const { ask, close } = await connected();
    while (performance.now() < until) times.push(await ask());
    close();
  };
  await Promise.all([client(), client()]);
  return times;
}

/** One scrape per 250 ms: sixty times as often as Prometheus, so that one in a thousand requests meets it. */
async function whileScraping(path) {
  const code = `setInterval(async () => { for await (const _ of (await fetch('http://127.0.0.1:${port}${path}')).body); }, 250)`;
  const scraper = spawn(process.execPath, ['-e', code], { stdio: 'ignore' });
  const times = await latencies();
  scraper.kill();
  await new Promise((resolve) => scraper.once('exit', resolve));
  return times;
}

await latencies();
const measured = [];
for (let round = 0; round < rounds; round++) {
  const without = quantile(await latencies(), 0.999);
  const again = quantile(await latencies(), 0.999);
  const ours = quantile(await whileScraping('/metrics'), 0.999);
  const peer = quantile(await whileScraping('/peer'), 0.999);
  measured.push({ without, again: again / without, ours: ours / without, peer: peer / without });
}
server.kill();
const ratio = (key) => median(measured.map((round) => round[key]));
const rows = [
  { name: 'p99.9 without a scrape', ratio: 1, ms: median(measured.map(({ without }) => without)) },
  { name: 'p99.9 without a scrape again (A/A)', ratio: ratio('again') },
  { name: 'p99.9 during our scrapes', ratio: ratio('ours') },
  { name: 'p99.9 during scrapes by prom-client', ratio: ratio('peer') },
];
console.log(JSON.stringify({ node: process.version, rows }));
process.exit(0);
