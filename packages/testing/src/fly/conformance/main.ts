import { resolve } from 'node:path';
import { type ConformanceArguments, parseConformanceArguments, usage } from './arguments.js';
import { chosenProbes, renderList, runConformance } from './conformance.js';
import { renderJson, renderReport } from './report.js';

async function main(): Promise<number> {
  const options = readOptions();
  if (options === undefined) return 2;
  if (options.shows === 'help') return say(usage);
  if (options.shows === 'list') return say(renderList(chosenProbes(options)));
  const verdicts = await runConformance(options, process.env, ({ probe, judge, kind }) => {
    process.stderr.write(`${judge}: ${probe.id}: ${kind}\n`);
  });
  say(options.shows === 'json' ? renderJson(verdicts) : renderReport(verdicts));
  return verdicts.length === 0 || verdicts.some(({ kind }) => kind === 'failed') ? 1 : 0;
}

function readOptions(): ConformanceArguments | undefined {
  try {
    const options = parseConformanceArguments(process.argv.slice(2), process.env);
    return { ...options, flyctl: options.flyctl === undefined ? undefined : resolve(options.flyctl) };
  } catch (thrown) {
    process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n\n${usage}`);
    return undefined;
  }
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}

process.exitCode = await main();
