import { posix } from 'node:path';
import { renderFlyToml } from '@fly-monitoring/fly';
import { readableHost } from '@fly-monitoring/kit';
import type { BuildSource } from './build-source.js';
import type { Access, DeployMonitoringInputs } from './settings.js';

export interface EnvironmentFacts {
  readonly inputs: DeployMonitoringInputs;
  readonly access: Access;
  readonly source: BuildSource | undefined;
}

/** What the image's entrypoint is told besides secrets. */
export function machineEnvironment({ inputs, access, source }: EnvironmentFacts): Readonly<Record<string, string>> {
  const path = posix.normalize(inputs.prometheusConfig);
  const config = source?.kind === 'files' ? source.files.find((file) => file.path === path) : undefined;
  const insecureHost = inputs.remoteWriteUrl === undefined ? undefined : readableHost(inputs.remoteWriteUrl);
  return {
    PROMETHEUS_ACCESS: access,
    ...(config === undefined ? {} : { PROMETHEUS_CONFIG: config.imagePath }),
    // Was checked against allow-insecure-http; the entrypoint refuses plain http as well.
    ...(insecureHost === undefined ? {} : { ALLOW_INSECURE_HTTP: insecureHost }),
    // Links in alerts lead there.
    ...(access === 'private' ? {} : { PROMETHEUS_EXTERNAL_URL: `https://${inputs.monitoringApp}.fly.dev` }),
  };
}

export interface RenderFacts {
  readonly inputs: DeployMonitoringInputs;
  readonly access: Access;
  readonly env: Readonly<Record<string, string>>;
  readonly text: string;
}

export function renderConfig({ inputs, access, env, text }: RenderFacts): string {
  return renderFlyToml(text, {
    file: inputs.config,
    app: inputs.monitoringApp,
    publicServices: access === 'private' ? 'none' : 'kept',
    env,
    ...(inputs.region === undefined ? {} : { primaryRegion: inputs.region }),
  });
}
