// node src/whole-request-alone.mjs [processes] [rounds] [requests per chunk] [subjects, separated by ";"]
// Each subject alone beside bare Express, in several processes: how a process happens to be compiled and where its code
// lies is worth a percent, which is what is looked for here.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median, shuffled } from './statistics.mjs';
import { ALONE_SUBJECTS } from './subjects.mjs';

const [processes = 9, rounds = 150, requests = 400] = process.argv.slice(2, 5).map(Number);
const subjects = process.argv[5]?.split(';') ?? ALONE_SUBJECTS;
const CONTROL = 'bare again (A/A)';
const script = fileURLToPath(new URL('./whole-request.mjs', import.meta.url));

function measure(subject) {
  const args = [script, String(rounds), String(requests), `bare;${CONTROL};${subject}`];
  const { rows } = JSON.parse(execFileSync(process.execPath, [...process.execArgv, ...args], { encoding: 'utf8' }));
  return rows.filter(({ name }) => name !== 'bare');
}

const measured = [];
for (let i = 0; i < processes; i++) measured.push(...shuffled(subjects).flatMap(measure));

const rows = [CONTROL, ...subjects].map((subject) => {
  const own = measured.filter(({ name }) => name === subject);
  const ratios = own.map(({ ratio }) => ratio);
  const quiet = median(own.map((row) => row.quiet));
  return {
    name: subject,
    ratio: median(ratios),
    quiet,
    lowest: Math.min(...ratios),
    highest: Math.max(...ratios),
    processes: own.length,
  };
});
console.log(JSON.stringify({ node: process.version, rows }));
