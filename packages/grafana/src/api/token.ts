import { type Secret, SuiteError } from '@fly-monitoring/kit';

/**
 * Grafana Cloud has two kinds of tokens that people confuse; the wrong one fails with a bare 401, so it is told apart
 * by its prefix before anything is sent.
 * @throws SuiteError GRAFANA_TOKEN_REFUSED
 */
export function checkGrafanaToken(token: Secret): void {
  if (!token.reveal().startsWith('glc_')) return;
  throw new SuiteError({
    code: 'GRAFANA_TOKEN_REFUSED',
    message:
      'Input "grafana-token" (GRAFANA_API_KEY) begins with glc_: that is an access-policy token, which sends metrics but cannot import dashboards.',
    hint: 'Make a service account token (glsa_…) with the role Editor in Grafana under Administration, Service accounts; the glc_ token belongs into GRAFANA_PROMETHEUS_API_KEY.',
  });
}
