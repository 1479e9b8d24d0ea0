import { appNamed } from '@fly-monitoring/fly';
import { invalidInputs, Secret, SuiteError } from '@fly-monitoring/kit';
import { prometheusBasicAuth, prometheusSelfAuth } from '@fly-monitoring/stages';

export const hashPasswordConfig = 'fly.monitoring.toml';

export interface HashPasswordFacts {
  readonly environment: NodeJS.ProcessEnv;
  /** Text of fly.monitoring.toml in the current folder; undefined when there is none. */
  readonly config: string | undefined;
}

/**
 * The lines for `flyctl secrets import`: the hash of the password that people use, and a password of its own with which
 * Prometheus scrapes itself.
 * @throws SuiteError INPUT_INVALID without PROMETHEUS_PASSWORD, or without a name of the monitoring app
 */
export async function hashPasswordLines({ environment, config }: HashPasswordFacts): Promise<string> {
  const password = environment['PROMETHEUS_PASSWORD'] ?? '';
  if (password === '') {
    throw new SuiteError({
      code: 'INPUT_INVALID',
      message: 'PROMETHEUS_PASSWORD is not set; it is the password to hash.',
      hint: 'Read it without an echo: read -rs PROMETHEUS_PASSWORD && export PROMETHEUS_PASSWORD',
    });
  }
  const user = environment['PROMETHEUS_USER'] || 'admin';
  // The salt follows from the name, so that a deploy by the action gives the same line.
  const app =
    environment['MONITORING_APP'] || (config === undefined ? undefined : appNamed(config, hashPasswordConfig));
  if (app === undefined) throw invalidInputs([`Nothing names the monitoring app: ${whereToNameIt}.`]);
  const credentials = { app, user, password: new Secret(password) };
  return [
    `PROMETHEUS_BASIC_AUTH="${(await prometheusBasicAuth(credentials)).reveal()}"`,
    `PROMETHEUS_SELF_AUTH="${(await prometheusSelfAuth(credentials)).reveal()}"`,
  ].join('\n');
}

const whereToNameIt = `run this in the folder of ${hashPasswordConfig}, whose "app" is the name, or set MONITORING_APP`;
