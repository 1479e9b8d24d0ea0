import { secret, text, url } from '@fly-monitoring/kit';

/** Where Prometheus answers, and what it wants to see. */
export const prometheusAccessInputs = {
  'prometheus-url': url({
    help: 'Address of Prometheus. Empty: https://<monitoring-app>.fly.dev when a password or token is given, else its private one.',
    environment: 'PROMETHEUS_URL',
  }),
  'prometheus-user': text({
    help: 'User of its basic auth.',
    default: 'admin',
    environment: 'PROMETHEUS_USER',
    pattern: /^[^:\s]+$/,
    expects: 'a name without blanks and colons',
  }),
  'prometheus-password': secret({ help: 'Password of its basic auth.', environment: 'PROMETHEUS_PASSWORD' }),
  'prometheus-token': secret({
    help: 'Bearer token, for a Prometheus behind another kind of door.',
    environment: 'PROMETHEUS_TOKEN',
  }),
};

export const twofoldAuth =
  'Inputs "prometheus-password" and "prometheus-token" are both given; only one of them can be shown.';
