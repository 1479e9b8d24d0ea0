// node src/request-process.mjs <subject> — told a number, answers so many requests and says how long each took.
import { inTurn, serve } from './app.mjs';
import { run } from './in-process.mjs';
import { PATCHING_SUBJECTS, SUBJECTS } from './subjects.mjs';

const name = process.argv[2];
const subject = { ...SUBJECTS, ...PATCHING_SUBJECTS }[name]();
const server = serve(subject);
const next = inTurn();
let answered = 0;

process.on('message', async (total) => {
  const start = process.hrtime.bigint();
  await run(server, total, next);
  const microseconds = Number(process.hrtime.bigint() - start) / 1000 / total;
  if (answered === 0) await refuseUnmeasured(total);
  answered += total;
  process.send({ microseconds });
});

/** What rewrites modules can miss them, and would then look free of charge. */
async function refuseUnmeasured(total) {
  const recorded = (await subject.recorded?.()) ?? total;
  if (recorded !== total) throw new Error(`${name} has measured ${recorded} of ${total} requests.`);
}

process.send('ready');
