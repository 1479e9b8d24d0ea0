// node src/process-memory.mjs [lines] [scrapes]
// What a process takes more after it was scraped: garbage counts, unlike in what scrape.mjs says of the heap.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const [lines = 10_000, scrapes = 60] = process.argv.slice(2).map(Number);
const SUBJECTS = {
  'prom-client 15': ['peer', '/metrics'],
  'as many bytes that are there already': ['peer', '/static'],
  ours: ['ours', '/metrics'],
};

async function growth([subject, path]) {
  const server = fork(new URL('./scraped-server.mjs', import.meta.url), [subject, String(lines)], { execArgv: [] });
  const [{ port }] = await once(server, 'message');
  const rss = async () => {
    server.send('rss');
    return (await once(server, 'message'))[0].rss;
  };
  const before = await rss();
  for (let i = 0; i < scrapes; i++) {
    await (await fetch(`http://127.0.0.1:${port}${path}`)).arrayBuffer();
    await sleep(20);
  }
  const after = await rss();
  server.kill();
  return (after - before) / 1e6;
}

const rows = [];
for (const [name, subject] of Object.entries(SUBJECTS)) rows.push({ name, rssGrowthMb: await growth(subject) });
console.log(JSON.stringify({ node: process.version, rows }));
process.exit(0);
