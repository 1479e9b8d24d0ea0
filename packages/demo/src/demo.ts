import { randomBytes } from 'node:crypto';
import { systemClock } from '@fly-monitoring/kit';
import { type CommandResult, runCommand } from './command-line.js';
import type { LocalPlatform } from './local-platform.js';
import { loopbackProofFlags } from './loopback-proof.js';
import type { Screen } from './screen.js';
import { markStandIn } from './stand-in-mark.js';
import { type RunningTraffic, startTraffic } from './traffic.js';
import { openTunnel, type Tunnel } from './tunnels.js';
import { waitForSamples } from './wait-for-samples.js';

export interface Demo {
  readonly root: string;
  readonly platform: LocalPlatform;
  readonly screen: Screen;
  /** Own Grafana of the person, or undefined for the stand-in. */
  readonly ownGrafana: { readonly url: string; readonly token: string } | undefined;
}

export interface DemoResult {
  readonly succeeded: boolean;
  /** Still running, so that there is something to look at while the demo stays up. */
  readonly traffic: RunningTraffic | undefined;
}

/** The chain as the workflow runs it, with people using the app meanwhile. */
export async function runDemo(demo: Demo): Promise<DemoResult> {
  const { screen } = demo;
  const deployed = await deployBoth(demo);
  if (!deployed) return { succeeded: false, traffic: undefined };

  screen.step('People use the app: they sign in, chat, listen live, mention the bot, make mistakes');
  let tellUntilMs = Number.POSITIVE_INFINITY;
  let lastTold = 0;
  const traffic = await startTraffic({
    environment: demo.platform.environment,
    onProgress: ({ requests, messagesSent, streamEvents, socketEvents }) => {
      if (systemClock.now() > tellUntilMs || systemClock.now() - lastTold < 10_000) return;
      lastTold = systemClock.now();
      screen.say(`${requests} requests, ${messagesSent} messages, ${streamEvents + socketEvents} live events so far`);
    },
  });
  const door = await openPrometheus(demo);
  await waitForSamples({ ...demo.platform.prometheus, url: door.url });
  tellUntilMs = systemClock.now();
  screen.done('Prometheus has scraped every service at work');

  const imported = await importDashboards(demo, door.url);
  const proved = await prove(demo);
  await door.stop();
  return { succeeded: imported && proved, traffic };
}

async function deployBoth(demo: Demo): Promise<boolean> {
  const { screen } = demo;
  screen.step('Deploying Prometheus and, beside it, the app (four services and NATS)');
  const create = ['--create', '--org', 'personal'];
  const deploys = await Promise.all([
    command(demo, { label: 'monitoring', args: ['deploy-monitoring', ...create] }),
    command(demo, { label: 'app', args: ['deploy-app', ...create, '--secrets', 'env:DEMO_APP_SECRETS'] }),
  ]);
  for (const deploy of deploys) tell(screen, deploy);
  return deploys.every(({ succeeded }) => succeeded);
}

async function importDashboards(demo: Demo, prometheusUrl: string): Promise<boolean> {
  const { screen, ownGrafana, platform } = demo;
  const where = ownGrafana === undefined ? `the Grafana stand-in at ${platform.grafana.url}` : ownGrafana.url;
  screen.step(`Importing the dashboards into ${where}`);
  if (ownGrafana === undefined) screen.say('Set GRAFANA_URL and GRAFANA_API_KEY to import into your own Grafana.');
  // A Grafana of one's own does not know the stand-in's https://….fly.dev, which may be somebody else's out there.
  const datasource = ownGrafana === undefined ? [] : ['--datasource-url', prometheusUrl];
  const imported = await command(demo, { label: 'dashboards', args: ['import-dashboards', ...datasource] });
  tell(screen, imported);
  return imported.succeeded;
}

async function prove(demo: Demo): Promise<boolean> {
  const { screen } = demo;
  screen.step('Proving it: every machine a healthy target, every panel with an answer');
  const proof = await command(demo, { label: 'verify', args: ['verify-targets', ...(await proofFlags(demo))] });
  for (const line of proof.lines) screen.say(line);
  return proof.succeeded;
}

async function proofFlags(demo: Demo): Promise<readonly string[]> {
  // No image is pulled here: the Prometheus of this computer runs, and not the one that Dockerfile.monitoring pins.
  const version = ['--prometheus-version', demo.platform.prometheus.version];
  if (demo.platform.fly.network === 'namespaces') return version;
  const door = await openPrometheus(demo);
  const flags = await loopbackProofFlags(demo.platform, door.url);
  await door.stop();
  return [...version, ...flags];
}

interface LabelledCommand {
  readonly label: string;
  readonly args: readonly string[];
}

function command(
  { root, platform, screen, ownGrafana }: Demo,
  { label, args }: LabelledCommand,
): Promise<CommandResult> {
  const grafana = ownGrafana && { GRAFANA_URL: ownGrafana.url, GRAFANA_API_KEY: ownGrafana.token };
  const environment = { ...platform.environment, ...grafana, DEMO_APP_SECRETS: appSecrets };
  const standIns = { grafana: ownGrafana === undefined };
  const onProgress = (line: string) => screen.quote(`${label.padEnd(10)} ${markStandIn(line, standIns)}`);
  return runCommand({ root, environment }, { args, onProgress });
}

/** Without it sign-in tokens would be signed with a value that everybody knows. */
const appSecrets = `FECHATTER_SECRET=${randomBytes(24).toString('base64url')}`;

function tell(screen: Screen, { succeeded, lines }: CommandResult): void {
  const [first = '', ...rest] = lines;
  if (succeeded) screen.done(first.replace(/^✔ /, ''));
  else screen.failed(first || 'failed; the lines above say why');
  for (const line of rest) screen.say(`  ${line}`);
}

/** Addresses that a browser on this computer can open, for as long as the demo stays up. */
export async function openDoors(demo: Demo): Promise<readonly string[]> {
  const { platform } = demo;
  const door = await openPrometheus(demo);
  return [
    `Dashboard   ${platform.grafana.url}/d/fechatter-overview`,
    `Prometheus  ${door.url}/targets   (user ${platform.prometheus.user}, password ${platform.prometheus.password})`,
  ];
}

function openPrometheus({ platform }: Demo): Promise<Tunnel> {
  const app = 'fechatter-monitoring';
  return openTunnel({ app, host: `${app}.internal`, port: 9090 }, platform.environment);
}
