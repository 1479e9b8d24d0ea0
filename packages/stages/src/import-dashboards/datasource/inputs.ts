import { appConfig, type CredentialAddress, type InputsOf, monitoringConfig, text, url } from '@fly-monitoring/kit';
import { prometheusAccessInputs } from '@fly-monitoring/prometheus';
import { deployMonitoringInputs } from '../../deploy-monitoring/inputs.js';

/** What tells which Prometheus the dashboards show, and how Grafana gets to it. */
export const datasourceInputs = {
  datasource: text({
    help: 'Uid or name of the Prometheus data source that the dashboards show. Empty: the one of this Prometheus, made when it is missing.',
  }),
  'datasource-url': url({
    help: 'Address at which Grafana reaches Prometheus, for the data source that is made. Empty: prometheus-url, else https://<monitoring-app>.fly.dev when a password or token is given, else http://<monitoring-app>.internal:9090.',
  }),
  ...prometheusAccessInputs,
  'prometheus-config': text({
    help: 'Prometheus configuration of the repository: its scrape interval is the smallest step of the graphs.',
    default: 'monitoring/prometheus-fly.yml',
  }),
  'app-config': appConfig,
  'monitoring-config': monitoringConfig,
  'remote-write-url': deployMonitoringInputs['remote-write-url'],
};

type Given = Partial<InputsOf<typeof datasourceInputs>>;

/** The addresses that get a secret. */
export function datasourceAddresses(values: Given): readonly CredentialAddress[] {
  const { datasourceUrl, prometheusUrl, prometheusPassword, prometheusToken } = values;
  const credential = prometheusToken ? 'prometheus-token' : prometheusPassword && 'prometheus-password';
  return [
    { input: 'datasource-url', url: datasourceUrl, credential },
    { input: 'prometheus-url', url: datasourceUrl === undefined ? prometheusUrl : undefined, credential },
  ];
}
