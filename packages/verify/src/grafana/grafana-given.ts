import { addressesOfApp } from '@fly-monitoring/fly';
import { grafanaAccessProblems, knownPrometheus } from '@fly-monitoring/grafana';
import type { InputsOf } from '@fly-monitoring/kit';
import type { PrepareContext } from '../check-module.js';
import { prometheusPort } from '../plan.js';
import type { grafanaInputs } from '../repository/repository-inputs.js';
import type { GrafanaGiven } from './grafana-queries.js';

type Own = InputsOf<typeof grafanaInputs>;

export function grafanaProblems(own: Own): readonly string[] {
  const { grafanaUrl, grafanaToken } = own;
  const access = grafanaAccessProblems(own);
  if ((grafanaUrl === undefined) === (grafanaToken === undefined)) return access;
  const half =
    'Inputs "grafana-url" and "grafana-token" belong together; give both, or neither to ask Prometheus itself.';
  return [half, ...access];
}

/** The Grafana to ask, and the data source that the import has chosen or made there. */
export function grafanaGiven(own: Own, { inputs, repository }: PrepareContext): GrafanaGiven | undefined {
  const { grafanaUrl: url, grafanaToken: token, orgId, datasource: named } = own;
  if (url === undefined || token === undefined) return undefined;
  const app = inputs.monitoringApp;
  const shows = knownPrometheus({
    app,
    addresses: [inputs.prometheusUrl, ...(app === undefined ? [] : addressesOfApp(app, prometheusPort))],
    remoteWriteUrls: repository.config?.remoteWriteUrls ?? [],
  });
  return { url, token, orgId, datasource: { named, shows } };
}
