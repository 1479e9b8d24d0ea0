import { grafanaOrganisationInput } from '@fly-monitoring/grafana';
import { list, secret, text, url } from '@fly-monitoring/kit';

/** Inputs that several checks read; each names those it needs. */

export const metricsInput = {
  metrics: list({
    help: 'Metrics that must be fresh, beside those that dashboards and rules use: names, and catalogue files (metrics-catalogue.json) or patterns of them.',
  }),
};

export const rulesInput = {
  rules: list({
    help: 'Rule files, in place of those that the Prometheus configuration names: files or patterns such as monitoring/rules/*.yml.',
  }),
};

export const allowEmptyPanelsInput = {
  'allow-empty-panels': text({
    help: 'Panels that may ask for series that do not exist, one a line: "Panel" or "Dashboard / Panel"; * stands for any text.',
  }),
};

export const grafanaInputs = {
  'grafana-url': url({
    help: 'Address of Grafana: panels are asked through it. Empty: Prometheus is asked itself.',
    environment: 'GRAFANA_URL',
  }),
  'grafana-token': secret({
    help: 'Grafana service account token (glsa_…) that may query data sources; the role Viewer is enough.',
    environment: 'GRAFANA_API_KEY',
  }),
  ...grafanaOrganisationInput,
  datasource: text({
    help: 'Uid or name of the Prometheus data source that the dashboards show. Empty: the one of this Prometheus.',
  }),
};
