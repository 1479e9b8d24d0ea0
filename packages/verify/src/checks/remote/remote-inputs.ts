import { secret, text, url } from '@fly-monitoring/kit';

/** The variable that holds the password for sending. */
export const writersPassword = 'GRAFANA_PROMETHEUS_API_KEY';

export const remoteQueryInputs = {
  'remote-query-url': url({
    help: 'Where the remote store answers queries: the address that /api/v1/query is below. Empty: derived for Grafana Cloud from what Prometheus sends to.',
  }),
  'remote-query-user': text({
    help: 'User of its basic auth; in Grafana Cloud the number of the metrics instance.',
    environment: 'GRAFANA_PROMETHEUS_USER',
  }),
  'remote-query-password': secret({
    help: 'Password or token that may read there. One that may only write is told, and fails nothing; a wrong one fails.',
    environment: writersPassword,
  }),
};
