import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { errorMessage, interruptChildren } from '@fly-monitoring/kit';
import { type Demo, openDoors, runDemo } from './demo.js';
import { startLocalPlatform } from './local-platform.js';
import { type Screen, terminalScreen } from './screen.js';
import { standInWords } from './stand-in-mark.js';

const help = `npm run demo [-- --keep] [-- --network loopback]

Deploys the reference app and its Prometheus onto a local stand-in of Fly.io, sends traffic, imports the dashboards and
proves that every service is scraped. Everything runs on this computer and is gone afterwards.

  --keep              Stay up at the end, to look at Prometheus and the dashboard; Ctrl+C ends it.
  --network loopback  Without network namespaces, as on a computer that does not allow them.
  --help              Print this.

GRAFANA_URL and GRAFANA_API_KEY import the dashboards into a Grafana of your own.`;

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { keep: { type: 'boolean' }, network: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help === true) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  const startMs = Date.now();
  const screen = terminalScreen(process.stdout, startMs);
  screen.step('Starting a stand-in of Fly.io on this computer');
  const platform = await startLocalPlatform({ root, network: parseNetwork(values.network) });
  const interrupted = untilInterrupted();
  try {
    const where = platform.fly.network === 'namespaces' ? 'each machine in a network namespace of its own' : undefined;
    screen.done(
      where ?? 'without network namespaces: machines are processes on 127.0.0.1, found by a file instead of DNS',
    );
    const standIns = { grafana: ownGrafana() === undefined, prometheusVersion: platform.prometheus.version };
    for (const line of standInWords(standIns)) screen.say(line);
    const demo: Demo = { root, platform, screen, ownGrafana: ownGrafana() };
    const work = run(demo, { keeps: values.keep === true, interrupted });
    return await Promise.race([work, interrupted.then(() => 130)]);
  } finally {
    // An interrupted deploy is still at work.
    await interruptChildren();
    await platform.stop();
    screen.say(`Stopped; nothing is left behind. ${Math.round((Date.now() - startMs) / 1_000)} s in all.`);
  }
}

interface Stay {
  readonly keeps: boolean;
  readonly interrupted: Promise<void>;
}

async function run(demo: Demo, { keeps, interrupted }: Stay): Promise<number> {
  const { screen } = demo;
  const { succeeded, traffic } = await runDemo(demo);
  screen.step(succeeded ? 'Green: every service is seen' : 'Red: the lines above say what, who and what next');
  if (keeps) {
    for (const door of await openDoors(demo)) screen.say(door);
    screen.say('Ctrl+C ends it.');
    await interrupted;
  } else screen.say('"npm run demo -- --keep" stays up to look at Prometheus and the dashboard.');
  await traffic?.stop();
  return succeeded ? 0 : 1;
}

function parseNetwork(word = 'auto'): 'auto' | 'namespaces' | 'loopback' {
  if (word === 'auto' || word === 'namespaces' || word === 'loopback') return word;
  throw new Error(`--network is "${word}"; it must be auto, namespaces or loopback.`);
}

function ownGrafana(): Demo['ownGrafana'] {
  const url = process.env['GRAFANA_URL'] ?? '';
  const token = process.env['GRAFANA_API_KEY'] ?? '';
  return url === '' ? undefined : { url, token };
}

function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

/** What stops the demo before it begins is a sentence; a stack would help nobody who only wants to see it. */
function tellFailure(screen: Screen, thrown: unknown): number {
  screen.failed(errorMessage(thrown));
  return 1;
}

process.exitCode = await main().catch((thrown: unknown) =>
  tellFailure(terminalScreen(process.stdout, Date.now()), thrown),
);
process.exit();
