// node src/latency.mjs [seconds per phase] [rounds]
// p99.9 of requests while one client scrapes 100,000 lines again and again, over the p99.9 without.
import { fork } from 'node:child_process';
import { connect } from 'node:net';
import { median, pairedRatios, quantile, shuffled } from './statistics.mjs';

const [seconds = 3, rounds = 5] = process.argv.slice(2).map(Number);

/** A server for each of the two: what one leaves on its heap is not for the other to collect. */
async function startServer(subject) {
  const server = fork(new URL('./scraped-server.mjs', import.meta.url), [subject], { execArgv: [] });
  const { port } = await new Promise((resolve) => server.once('message', resolve));
  return { port, stop: () => server.kill() };
}

/** A client of one connection that asks again as soon as it was answered. */
async function connected(port) {
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

async function latencies({ port }) {
  const times = [];
  const until = performance.now() + seconds * 1000;
  const client = async () => {
    const { ask, close } = await connected(port);
    while (performance.now() < until) times.push(await ask());
    close();
  };
  await Promise.all([client(), client()]);
  return times;
}

/** Four scrapes a second: sixty times as many as Prometheus makes, so that one in a thousand requests meets one. */
async function whileScraping(server, path) {
  const reader = fork(new URL('./scrape-reader.mjs', import.meta.url), [String(server.port), path], { execArgv: [] });
  const times = await latencies(server);
  reader.kill();
  await new Promise((resolve) => reader.once('exit', resolve));
  return times;
}

const ours = await startServer('ours');
const peer = await startServer('peer');

const PHASES = {
  'p99.9 without a scrape': () => latencies(ours),
  'p99.9 without a scrape again (A/A)': () => latencies(ours),
  'p99.9 during our scrapes': () => whileScraping(ours, '/metrics'),
  'p99.9 while as much is sent that was written before': () => whileScraping(ours, '/static'),
  'p99.9 during scrapes by prom-client': () => whileScraping(peer, '/metrics'),
};

for (const server of [ours, peer]) await latencies(server);
const names = Object.keys(PHASES);
const measured = [];
for (let round = 0; round < rounds; round++) {
  const times = {};
  for (const name of shuffled(names)) times[name] = quantile(await PHASES[name](), 0.999);
  measured.push(times);
}
ours.stop();
peer.stop();
const ratios = pairedRatios(measured, names);
const all = (name) => measured.map((times) => times[name]);
// What the machine does beside this only ever adds: the quiet fifth of the rounds says the same with less noise.
const quiet = (name) => quantile(all(name), 0.2) / quantile(all(names[0]), 0.2);
const rows = names.map((name) => ({ name, ratio: ratios[name], quiet: quiet(name), ms: median(all(name)) }));
console.log(JSON.stringify({ node: process.version, rows }));
process.exit(0);
