// node src/whole-request-processes.mjs [rounds] [requests per chunk] [subjects, separated by ";"]
// As whole-request.mjs, for subjects that change the process they are in: each has one of its own, and they take turns.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { median, pairedRatios, quantile, shuffled } from './statistics.mjs';
import { PATCHING_SUBJECTS, SHORT_SUBJECTS } from './subjects.mjs';

const WARM_UP_REQUESTS = 10_000;
const [rounds = 200, requests = 400] = process.argv.slice(2, 4).map(Number);
const names = process.argv[4]?.split(';') ?? [...SHORT_SUBJECTS, ...Object.keys(PATCHING_SUBJECTS)];

async function start(name) {
  const child = fork(new URL('./request-process.mjs', import.meta.url), [name], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  // One that ends early has measured nothing: no figure is better than a wrong one.
  child.once('exit', () => process.exit(1));
  await once(child, 'message');
  return child;
}

/** The others wait meanwhile: a process that is not asked does nothing. */
async function microsecondsPerRequest(child, total) {
  child.send(total);
  const [{ microseconds }] = await once(child, 'message');
  return microseconds;
}

const children = {};
for (const name of names) children[name] = await start(name);
for (const name of names) await microsecondsPerRequest(children[name], WARM_UP_REQUESTS);
const measured = [];
for (let round = 0; round < rounds; round++) {
  const times = {};
  for (const name of shuffled(names)) times[name] = await microsecondsPerRequest(children[name], requests);
  measured.push(times);
}
for (const child of Object.values(children)) child.removeAllListeners('exit').kill();

const timesOf = (name) => measured.map((times) => times[name]);
const quiet = (name) => quantile(timesOf(name), 0.1);
const ratios = pairedRatios(measured, names);
const rows = names.map((name) => ({
  name,
  ratio: ratios[name],
  quiet: quiet(name) / quiet(names[0]),
  microseconds: median(timesOf(name)),
}));
console.log(JSON.stringify({ node: process.version, rows }));
