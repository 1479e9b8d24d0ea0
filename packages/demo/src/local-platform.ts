import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EngineLookup, type EngineName, findEngine, upstreamVersion } from '@fly-monitoring/testing/engines';
import { type Fly, type FlyOptions, type ImageTable, startFly } from '@fly-monitoring/testing/fly';
import { type GrafanaOptions, type GrafanaStandIn, startGrafana } from '@fly-monitoring/testing/grafana';

/** The addresses and the password that Prometheus gets on the local platform. */
export interface PrometheusAccess {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** Of the engine that stands in for every image of Prometheus, whatever its tag says. */
  readonly version: string;
}

export interface LocalPlatform {
  readonly fly: Fly;
  readonly grafana: GrafanaStandIn;
  readonly grafanaToken: string;
  readonly prometheus: PrometheusAccess;
  /** What a person would have set before deploying: the way to Fly and every secret. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export interface LocalPlatformOptions {
  /** The repository's root: what is deployed is this checkout. */
  readonly root: string;
  readonly network?: FlyOptions['network'];
  readonly outside?: FlyOptions['outside'];
  readonly tokens?: FlyOptions['tokens'];
  readonly prometheus?: 'prometheus-2' | 'prometheus-3';
  readonly grafana?: Partial<GrafanaOptions>;
}

const monitoringApp = 'fechatter-monitoring';

/** A Fly and a Grafana of one's own, for the reference app and its Prometheus as they stand in this checkout. */
export async function startLocalPlatform(options: LocalPlatformOptions): Promise<LocalPlatform> {
  const secret = () => randomBytes(18).toString('base64url');
  const engineName = options.prometheus ?? 'prometheus-3';
  const images = fechatterImages(options.root, engineName);
  const { network, outside, tokens } = options;
  const fly = await startFly({
    images,
    ...(network && { network }),
    ...(outside && { outside }),
    ...(tokens && { tokens }),
  });
  const version = versionOf(engineName);
  const prometheus = { url: `https://${monitoringApp}.fly.dev`, user: 'admin', password: secret(), version };
  const grafanaToken = `glsa_${randomBytes(16).toString('hex')}_0f0f0f0f`;
  const grafana = await startGrafana({
    tokens: { admin: grafanaToken },
    outbound: { proxyUrl: fly.edge.url, caPem: readFileSync(fly.edge.certificateFile, 'utf8') },
    ...options.grafana,
  });
  return {
    fly,
    grafana,
    grafanaToken,
    prometheus,
    environment: {
      ...fly.environment,
      PROMETHEUS_PASSWORD: prometheus.password,
      METRICS_TOKEN: secret(),
      GRAFANA_URL: grafana.url,
      GRAFANA_API_KEY: grafanaToken,
    },
    stop: async () => {
      await grafana.stop();
      await fly.stop();
    },
  };
}

/** What FROM and RUN make of the two Dockerfiles: the engines of this computer and this checkout's packages. */
export function fechatterImages(root: string, prometheus: 'prometheus-2' | 'prometheus-3'): ImageTable {
  const promtool = prometheus === 'prometheus-2' ? 'promtool-2' : 'promtool-3';
  return {
    'from:prom/prometheus': {
      paths: { '/bin/prometheus': engine(prometheus), '/bin/promtool': engine(promtool) },
      folders: { '/prometheus': {}, '/run/prometheus': { mode: 0o777 } },
      // Where machines share the computer's root folder, the entrypoint has to be told where its own is.
      loopbackEnv: {
        PROMETHEUS_CONFIG: '/etc/prometheus/prometheus-fly.yml',
        PROMETHEUS_DATA_DIR: '/prometheus',
        PROMETHEUS_RUN_DIR: '/run/prometheus',
      },
    },
    'docker/Dockerfile.fly': {
      loopbackEnv: { NATS_URL: 'nats://nats.process.fechatter.internal:4222' },
      paths: {
        '/usr/local/bin/nats-server': engine('nats-server'),
        '/app/package.json': join(root, 'package.json'),
        '/app/node_modules': join(root, 'node_modules'),
        '/app/packages/metrics': join(root, 'packages/metrics'),
        '/app/packages/fechatter': built(join(root, 'packages/fechatter')),
      },
    },
  };
}

function engine(name: EngineName): string {
  return foundEngine(name).path;
}

function versionOf(name: EngineName): string {
  return upstreamVersion(foundEngine(name).version);
}

function foundEngine(name: EngineName): Extract<EngineLookup, { found: true }> {
  const found = findEngine(name);
  if (found.found) return found;
  throw new Error(`${name} is missing (${found.reason}). Get it with: node scripts/engines.mjs ${name}`);
}

function built(folder: string): string {
  if (existsSync(join(folder, 'lib/main.js'))) return folder;
  throw new Error('The reference app is not compiled. Run: npx tsc -b');
}
