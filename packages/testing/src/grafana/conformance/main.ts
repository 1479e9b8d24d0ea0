import { randomBytes } from 'node:crypto';
import { GRAFANA_VERSIONS } from '../options.js';
import { type GrafanaArguments, parseGrafanaArguments, usage } from './arguments.js';
import { askServer } from './conformance.js';
import type { Server } from './probe.js';
import { probes } from './probes/index.js';
import { realServer } from './real-server.js';
import { renderCount, renderJson, renderList, renderVerdict } from './report.js';
import { standInServer } from './stand-in-server.js';
import type { Verdict } from './verdict.js';

const prefix = `conformance-${randomBytes(3).toString('hex')}-`;
let isStopped = false;

async function main(): Promise<number> {
  const chosen = readOptions();
  if (chosen === undefined) return 2;
  const wanted = probes.filter(({ id }) => id.includes(chosen.only));
  if (chosen.shows === 'help') return say(usage);
  if (chosen.shows === 'list') return say(renderList(wanted));
  // What was made has to be deleted, so the probe that runs is brought to its end.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      isStopped = true;
    });
  }
  const verdicts: Verdict[] = [];
  for (const start of starters(chosen)) {
    const server = await start();
    const told = chosen.shows === 'json' ? () => {} : (one: Verdict) => void say(renderVerdict(one));
    const own = await askServer(server, { probes: wanted, prefix, told, isStopped: () => isStopped });
    if (chosen.shows === 'lines') say(renderCount(server.name, server.version, own));
    verdicts.push(...own);
  }
  if (chosen.shows === 'json') say(renderJson(verdicts));
  if (isStopped) return 130;
  const asked = verdicts.filter(({ kind }) => kind !== 'skipped');
  return asked.length === 0 || asked.some(({ kind }) => kind === 'failed') ? 1 : 0;
}

function starters({ target, prometheusUrl }: GrafanaArguments): readonly (() => Promise<Server>)[] {
  if (target === 'stand-in') return GRAFANA_VERSIONS.map((version) => () => standInServer(version));
  return [() => realServer({ ...target, prometheusUrl, prefix })];
}

function readOptions(): GrafanaArguments | undefined {
  try {
    return parseGrafanaArguments(process.argv.slice(2), process.env);
  } catch (thrown) {
    process.stderr.write(`${sentence(thrown)}\n\n${usage}`);
    return undefined;
  }
}

function sentence(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}

try {
  process.exitCode = await main();
} catch (thrown) {
  process.stderr.write(`The probes could not go on: ${sentence(thrown)}\n`);
  process.exitCode = 2;
}
