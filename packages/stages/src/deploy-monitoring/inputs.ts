import {
  appConfig,
  boolean,
  choice,
  deadlineInput,
  duration,
  flyctlInputs,
  insecureHttpInput,
  monitoringConfig,
  secret,
  sharedInputs,
  text,
  url,
} from '@fly-monitoring/kit';

export const deployMonitoringInputs = {
  ...sharedInputs,
  ...flyctlInputs,
  deadline: deadlineInput('45m'),
  'app-config': appConfig,
  config: monitoringConfig,
  dockerfile: text({ help: 'Dockerfile of the monitoring app.', default: 'Dockerfile.monitoring' }),
  'prometheus-config': text({
    help: 'Prometheus configuration: the source of truth for what is scraped. The Dockerfile must copy it.',
    default: 'monitoring/prometheus-fly.yml',
  }),
  create: boolean({ help: 'Create the app when it does not exist.', default: 'false' }),
  org: text({ help: 'Fly organisation for an app that is created; "personal" is your own.' }),
  region: text({
    help: 'Fly region for what is created. Without it: primary_region of its fly.toml.',
    pattern: /^[a-z]{3}$/,
    expects: 'three letters, such as nrt',
  }),
  'remote-write-url': url({
    help: 'Address that Prometheus sends its samples to, such as https://prometheus-prod-01.grafana.net/api/prom/push.',
    environment: 'GRAFANA_PROMETHEUS_URL',
  }),
  'remote-write-user': text({
    help: 'User for it; in Grafana Cloud the number of the metrics instance.',
    environment: 'GRAFANA_PROMETHEUS_USER',
    pattern: /^[A-Za-z0-9._@+-]+$/,
    expects: 'letters, digits and . _ @ + -',
  }),
  'remote-write-password': secret({
    help: 'Password for it; in Grafana Cloud an access-policy token (glc_…) that may write metrics.',
    environment: 'GRAFANA_PROMETHEUS_API_KEY',
  }),
  ...insecureHttpInput,
  access: choice(['protected', 'private', 'open'], {
    help: 'protected: https://<monitoring-app>.fly.dev behind a password. private: no public address. open: public without a password. Without it: protected when a password is given, else private.',
  }),
  'prometheus-user': text({
    help: 'User for the protected address.',
    environment: 'PROMETHEUS_USER',
    default: 'admin',
    pattern: /^(?!self-scrape$)[A-Za-z0-9._@+-]+$/,
    expects: 'letters, digits and . _ @ + -, and not "self-scrape", which Prometheus itself uses',
  }),
  'prometheus-password': secret({
    help: 'Password for the protected address; Prometheus gets only its bcrypt hash.',
    environment: 'PROMETHEUS_PASSWORD',
  }),
  'metrics-token': secret({
    help: 'Token that Prometheus shows to the services; the same one as in deploy-app.',
    environment: 'METRICS_TOKEN',
  }),
  force: boolean({ help: 'Deploy even when nothing has changed.', default: 'false' }),
  'wait-timeout': duration({
    help: 'Budget for the machine to start and to pass its check. Without it: wait_timeout of the fly.toml, else 10m.',
  }),
  'ready-timeout': duration({
    help: 'Budget until Prometheus is ready; replaying a large write-ahead log takes minutes.',
    default: '5m',
  }),
};
