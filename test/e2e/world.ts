import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type LocalPlatform, type LocalPlatformOptions, startLocalPlatform } from '@fly-monitoring/demo';
import { fetch, ProxyAgent } from 'undici';
import { type ActionRun, runAction } from './run-action.js';
import { type JobFolders, makeJobFolders, pinPrometheus, removeJobFolders, root } from './workspace.js';

export type Stage = 'deploy-monitoring' | 'deploy-app' | 'import-dashboards' | 'verify-targets';

export interface Asked {
  readonly status: number;
  readonly text: string;
}

/** A platform, a checkout on a runner, and the ways of a person who looks at the result. */
export interface World {
  readonly platform: LocalPlatform;
  readonly folders: JobFolders;
  /** Every secret of this world, by what it is. */
  readonly secrets: Readonly<Record<string, string>>;
  /** What the computer of the runner has: PATH and the way to the internet, no secret. */
  readonly machine: Readonly<Record<string, string>>;
  /** Runs a stage's action with the secrets a workflow gives it. */
  run(stage: Stage, more?: Readonly<Record<string, string>>): Promise<ActionRun>;
  /** Asks https://<app>.fly.dev, as everybody may. */
  ask(address: string, authorization?: string): Promise<Asked>;
  /** The JSON of Prometheus' own API. */
  prometheus(path: string): Promise<unknown>;
  stop(): Promise<void>;
}

export async function openWorld(options: Omit<LocalPlatformOptions, 'root'> = {}): Promise<World> {
  const folders = makeJobFolders();
  const platform = await startLocalPlatform({ root, network: 'namespaces', ...options });
  pinPrometheus(folders.workspace, platform.prometheus.version);
  const {
    FLY_API_TOKEN: flyToken = '',
    PROMETHEUS_PASSWORD: _password,
    METRICS_TOKEN: metricsToken = '',
  } = platform.environment;
  const secrets = {
    flyToken,
    metricsToken,
    prometheusPassword: platform.prometheus.password,
    grafanaToken: platform.grafanaToken,
    fechatterSecret: randomBytes(24).toString('base64url'),
  };
  const machine = machineEnvironment(platform);
  const ask = askThroughEdge(platform);
  const login = basicAuth(`${platform.prometheus.user}:${platform.prometheus.password}`);
  return {
    platform,
    folders,
    secrets,
    machine,
    ask,
    run: (stage, more) =>
      runAction({
        action: `actions/${stage}`,
        inputs: { ...stageInputs(stage, platform, secrets), ...more },
        folders,
        machine,
      }),
    prometheus: async (path) => JSON.parse((await ask(`${platform.prometheus.url}${path}`, login)).text),
    stop: async () => {
      await platform.stop();
      removeJobFolders(folders);
    },
  };
}

export function basicAuth(login: string): string {
  return `Basic ${Buffer.from(login).toString('base64')}`;
}

function machineEnvironment({ environment }: LocalPlatform): Record<string, string> {
  const names = ['PATH', 'HTTPS_PROXY', 'NO_PROXY', 'NODE_EXTRA_CA_CERTS', 'FLY_CONFIG_DIR'];
  return Object.fromEntries(names.map((name) => [name, environment[name] ?? '']));
}

function stageInputs(
  stage: Stage,
  platform: LocalPlatform,
  secrets: Readonly<Record<string, string>>,
): Record<string, string> {
  const { flyToken = '', prometheusPassword = '', metricsToken = '', grafanaToken = '' } = secrets;
  const fly = { 'fly-api-token': flyToken };
  const create = { create: 'true', org: 'personal' };
  switch (stage) {
    case 'deploy-monitoring':
      return { ...fly, ...create, 'prometheus-password': prometheusPassword, 'metrics-token': metricsToken };
    case 'deploy-app':
      return {
        ...fly,
        ...create,
        'metrics-token': metricsToken,
        secrets: `FECHATTER_SECRET=${secrets['fechatterSecret']}`,
      };
    case 'import-dashboards':
      return {
        'grafana-url': platform.grafana.url,
        'grafana-token': grafanaToken,
        'prometheus-password': prometheusPassword,
      };
    case 'verify-targets':
      return { ...fly, 'prometheus-password': prometheusPassword };
  }
}

function askThroughEdge({ fly }: LocalPlatform): World['ask'] {
  const ca = readFileSync(fly.edge.certificateFile, 'utf8');
  return async (address, authorization) => {
    const dispatcher = new ProxyAgent({ uri: fly.edge.url, requestTls: { ca } });
    const headers = authorization === undefined ? {} : { authorization };
    try {
      const answer = await fetch(address, { dispatcher, headers, redirect: 'manual' });
      return { status: answer.status, text: await answer.text() };
    } finally {
      await dispatcher.close();
    }
  };
}
