import type { Secret } from '@fly-monitoring/kit';

interface GrafanaAccessGiven {
  readonly grafanaUrl?: string | undefined;
  readonly grafanaToken?: Secret | undefined;
}

/** What people paste with the address or the token of Grafana, and what to cut off. */
export function grafanaAccessProblems({ grafanaUrl, grafanaToken }: GrafanaAccessGiven): readonly string[] {
  return [
    ...(grafanaUrl === undefined ? [] : addressProblems(grafanaUrl)),
    ...(grafanaToken === undefined ? [] : tokenProblems(grafanaToken.reveal())),
  ];
}

/** Paths of Grafana's own pages; what comes before them may be the path that it is served below. */
const page = /\/(?:login|d|d-solo|dashboards?|explore|api|connections|datasources|admin)(?:\/.*)?$/;

function addressProblems(address: string): readonly string[] {
  const { origin, pathname, search, hash } = new URL(address);
  const path = pathname.replace(page, '').replace(/\/+$/, '');
  const surplus = `${pathname.slice(path.length).replace(/^\/$/, '')}${search}${hash}`;
  if (surplus === '') return [];
  return [`Input "grafana-url" is the address of a page; cut off "${surplus}" and give ${origin}${path}.`];
}

/** Of Grafana Cloud's two kinds of tokens the wrong one fails with a bare 401. */
const accessPolicyToken =
  'Input "grafana-token" (GRAFANA_API_KEY) begins with glc_: that is an access-policy token, which sends metrics and cannot ask Grafana; it belongs into GRAFANA_PROMETHEUS_API_KEY. Give a service account token (glsa_…), made in Grafana under Administration, Service accounts.';

function tokenProblems(token: string): readonly string[] {
  if (token.startsWith('glc_')) return [accessPolicyToken];
  if (/^bearer\s/i.test(token)) return ['Input "grafana-token" begins with "Bearer"; give the token (glsa_…) alone.'];
  if (/^[\x21-\x7e]+$/.test(token)) return [];
  return [
    'Input "grafana-token" holds a space, a line break or a letter outside ASCII, which no token has; copy it again.',
  ];
}
