import { Secret, SuiteError } from '@fly-monitoring/kit';
import { prometheusBasicAuth, prometheusSelfAuth } from '@fly-monitoring/stages';

/**
 * The lines for `flyctl secrets import`: the hash of the password that people use, and a password of its own with which
 * Prometheus scrapes itself.
 * @throws SuiteError INPUT_INVALID without PROMETHEUS_PASSWORD
 */
export function hashPasswordLines(environment: NodeJS.ProcessEnv): string {
  const password = environment['PROMETHEUS_PASSWORD'] ?? '';
  if (password === '') {
    throw new SuiteError({
      code: 'INPUT_INVALID',
      message: 'PROMETHEUS_PASSWORD is not set; it is the password to hash.',
      hint: 'Read it without an echo: read -rs PROMETHEUS_PASSWORD && export PROMETHEUS_PASSWORD',
    });
  }
  const user = environment['PROMETHEUS_USER'] || 'admin';
  const app = environment['MONITORING_APP'] || 'fechatter-monitoring';
  const credentials = { app, user, password: new Secret(password) };
  return [
    `PROMETHEUS_BASIC_AUTH="${prometheusBasicAuth(credentials).reveal()}"`,
    `PROMETHEUS_SELF_AUTH="${prometheusSelfAuth(credentials).reveal()}"`,
  ].join('\n');
}
