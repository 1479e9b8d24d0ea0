import { Secret, SuiteError } from '@fly-monitoring/kit';
import { prometheusBasicAuth } from '@fly-monitoring/stages';

/**
 * The line `PROMETHEUS_BASIC_AUTH="user:hash"` for `flyctl secrets import`.
 * @throws SuiteError INPUT_INVALID without PROMETHEUS_PASSWORD
 */
export function hashPasswordLine(environment: NodeJS.ProcessEnv): string {
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
  return `PROMETHEUS_BASIC_AUTH="${prometheusBasicAuth({ app, user, password: new Secret(password) }).reveal()}"`;
}
