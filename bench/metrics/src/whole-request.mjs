// node src/whole-request.mjs [rounds] [requests per chunk] [subjects, separated by ";"]
import { inTurn, serve } from './app.mjs';
import { run } from './in-process.mjs';
import { median, pairedRatios, quantile, shuffled } from './statistics.mjs';
import { SUBJECTS } from './subjects.mjs';

const WARM_UP_REQUESTS = 10_000;
const [rounds = 200, requests = 400] = process.argv.slice(2, 4).map(Number);
const names = process.argv[4]?.split(';') ?? Object.keys(SUBJECTS);

// Who is made and warmed up first is what the compiler knows first: that is drawn as well.
const servers = Object.fromEntries(shuffled(names).map((name) => [name, serve(SUBJECTS[name]())]));
const next = inTurn();

async function microsecondsPerRequest(name, total) {
  const start = process.hrtime.bigint();
  await run(servers[name], total, next);
  return Number(process.hrtime.bigint() - start) / 1000 / total;
}

for (const name of shuffled(names)) await microsecondsPerRequest(name, WARM_UP_REQUESTS);
const measured = [];
for (let round = 0; round < rounds; round++) {
  const times = {};
  for (const name of shuffled(names)) times[name] = await microsecondsPerRequest(name, requests);
  measured.push(times);
}
const quiet = (name) =>
  quantile(
    measured.map((times) => times[name]),
    0.1,
  );
const ratios = pairedRatios(measured, names);
const rows = names.map((name) => ({
  name,
  ratio: ratios[name],
  // What the machine does beside this only ever adds: the quiet tenth of the rounds says the same with less noise.
  quiet: quiet(name) / quiet(names[0]),
  microseconds: median(measured.map((times) => times[name])),
}));
console.log(JSON.stringify({ node: process.version, rows }));
process.exit(0);
