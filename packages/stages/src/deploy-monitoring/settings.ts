import { resolve } from 'node:path';
import { type FlyToml, hasPublicServices, secretProblems } from '@fly-monitoring/fly';
import { type InputsOf, type Problems, plainHttpProblems, Secret } from '@fly-monitoring/kit';
import { longestPasswordBytes, prometheusBasicAuth, prometheusSelfAuth } from './basic-auth.js';
import type { deployMonitoringInputs } from './inputs.js';

export type GivenMonitoringInputs = InputsOf<typeof deployMonitoringInputs>;

export interface DeployMonitoringInputs extends Omit<GivenMonitoringInputs, 'monitoringApp'> {
  readonly monitoringApp: string;
}
export type Access = 'protected' | 'private' | 'open';

export function selectAccess({ access, prometheusPassword }: DeployMonitoringInputs): Access {
  return access ?? (prometheusPassword === undefined ? 'private' : 'protected');
}

/** Rules over several inputs. */
export function checkInputs(inputs: DeployMonitoringInputs, problems: Problems): void {
  if (inputs.create && inputs.org === undefined) {
    problems.input('Input "org" is missing; with create it must be a Fly organisation, "personal" for your own.');
  }
  checkRemoteWrite(inputs, problems);
  const password = inputs.prometheusPassword?.reveal();
  if (selectAccess(inputs) === 'protected' && password === undefined) {
    problems.input(
      'Input "prometheus-password" (or the environment variable PROMETHEUS_PASSWORD) is missing; access "protected" needs it.',
    );
  }
  if (password !== undefined && Buffer.byteLength(password) > longestPasswordBytes) {
    problems.input(
      `Input "prometheus-password" is longer than ${longestPasswordBytes} bytes; bcrypt ignores the rest.`,
    );
  }
}

function checkRemoteWrite(inputs: DeployMonitoringInputs, problems: Problems): void {
  const { remoteWriteUrl, remoteWriteUser, remoteWritePassword } = inputs;
  const parts = {
    'remote-write-url': remoteWriteUrl,
    'remote-write-user': remoteWriteUser,
    'remote-write-password': remoteWritePassword,
  };
  const missing = Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (missing.length > 0 && missing.length < 3) {
    problems.input(`Remote write needs all three or none of them; missing: ${missing.join(', ')}.`);
  }
  if (remoteWriteUrl !== undefined) {
    const problem = remoteWriteProblem(new URL(remoteWriteUrl));
    if (problem !== undefined) problems.input(`Input "remote-write-url" is "${remoteWriteUrl}"; ${problem}.`);
  }
  // Its password is asked for above, so the address is judged as if it were there.
  const address = { input: 'remote-write-url', url: remoteWriteUrl, credential: 'remote-write-password' };
  for (const problem of plainHttpProblems([address], inputs.allowInsecureHttp)) problems.input(problem);
  if (remoteWritePassword !== undefined && /\s/.test(remoteWritePassword.reveal())) {
    problems.input('Input "remote-write-password" has a blank or a line break inside; a token has none.');
  }
}

/** Prometheus itself accepts nearly everything, reports ready, and then tries for ever. */
function remoteWriteProblem(url: URL): string | undefined {
  if (url.pathname === '/') return 'it must have a path, such as /api/prom/push';
  if (url.search !== '' || url.hash !== '') return 'it must have no query: it is shown in logs and on status pages';
  return undefined;
}

/** Where the inputs and the fly.toml contradict each other. */
export function checkConfig(inputs: DeployMonitoringInputs, config: FlyToml, problems: Problems): void {
  const access = selectAccess(inputs);
  // A protected or open Prometheus is asked through its public service.
  if (access !== 'private' && !hasPublicServices(config)) {
    problems.input(
      `Access "${access}" needs a public service, and ${inputs.config} has no [http_service]; add one with internal_port = 9090, or use access "private".`,
    );
  }
  const named = config.build.dockerfile;
  if (named !== undefined && resolve(inputs.config, '..', named) !== resolve(inputs.dockerfile)) {
    problems.input(
      `Input "dockerfile" is "${inputs.dockerfile}", but [build] in ${inputs.config} names "${named}"; make them the same.`,
    );
  }
}

/** What the machine gets as secrets; the names are the contract with the image's entrypoint. */
export async function monitoringSecrets(
  inputs: DeployMonitoringInputs,
  problems: Problems,
): Promise<ReadonlyMap<string, Secret>> {
  const { remoteWriteUrl, remoteWriteUser, remoteWritePassword, metricsToken, prometheusPassword } = inputs;
  const wanted: readonly (readonly [string, Secret | undefined])[] = [
    // In one form: the entrypoint and Prometheus read addresses less freely than `URL` does.
    ['GRAFANA_PROMETHEUS_URL', asSecret(remoteWriteUrl && new URL(remoteWriteUrl).href)],
    ['GRAFANA_PROMETHEUS_USER', asSecret(remoteWriteUser)],
    ['GRAFANA_PROMETHEUS_API_KEY', remoteWritePassword],
    ['METRICS_TOKEN', metricsToken],
  ];
  const secrets = new Map(wanted.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
  if (selectAccess(inputs) === 'protected' && prometheusPassword !== undefined) {
    const credentials = { app: inputs.monitoringApp, user: inputs.prometheusUser, password: prometheusPassword };
    secrets.set('PROMETHEUS_BASIC_AUTH', await prometheusBasicAuth(credentials));
    secrets.set('PROMETHEUS_SELF_AUTH', await prometheusSelfAuth(credentials));
  }
  for (const problem of secretProblems(secrets)) problems.input(problem);
  return secrets;
}

function asSecret(value: string | undefined): Secret | undefined {
  return value === undefined ? undefined : new Secret(value);
}
