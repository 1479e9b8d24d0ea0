import {
  choice,
  type InputsOf,
  list,
  plainHttpProblems,
  type RawInputs,
  type Secret,
  secret,
  text,
  url,
} from '@fly-monitoring/kit';
import { grafanaAccessProblems } from '../grafana-access.js';
import { insecureHttpInput } from '../insecure-hosts.js';
import { parseWithRules } from '../parse-with-rules.js';
import { twofoldAuth } from '../prometheus-access.js';
import { deadlineInput, sharedInputs } from '../shared-inputs.js';
import { datasourceAddresses, datasourceInputs } from './datasource/inputs.js';

export const importDashboardsInputs = {
  ...sharedInputs,
  deadline: deadlineInput('10m'),
  'grafana-url': url({
    help: 'Address of Grafana, such as https://<stack>.grafana.net. Empty: no dashboards are imported.',
    environment: 'GRAFANA_URL',
  }),
  'grafana-token': secret({
    help: 'Grafana service account token (glsa_…) with the role Editor; with Admin it also makes the data source of Prometheus.',
    environment: 'GRAFANA_API_KEY',
  }),
  ...insecureHttpInput,
  dashboards: list({
    help: 'Dashboard files: folders (their *.json), files or patterns such as dashboards/**/*.json.',
    default: 'dashboards',
  }),
  folder: text({
    help: 'Title or uid of the Grafana folder, or a path such as Team/Prod where folders can be nested; made when it is missing. "General" is the root.',
    default: 'Fechatter',
  }),
  ...datasourceInputs,
  overwrite: choice(['managed', 'always'], {
    help: 'managed: a dashboard that somebody saved in Grafana since the last import is left alone. always: it is replaced.',
    default: 'managed',
  }),
};

type Parsed = InputsOf<typeof importDashboardsInputs>;

export interface GrafanaGiven {
  readonly url: string;
  readonly token: Secret;
}

export interface ImportInputs extends Parsed {
  /** Undefined when no Grafana was given. */
  readonly grafana: GrafanaGiven | undefined;
}

/** @throws SuiteError INPUT_INVALID with everything that is wrong */
export async function parseImportInputs(raw: RawInputs): Promise<ImportInputs> {
  const values = await parseWithRules(importDashboardsInputs, raw, (given) => problemsOf(given as Parsed));
  const parsed = values as Parsed;
  return Object.freeze({ ...parsed, grafana: grafanaOf(parsed) });
}

function grafanaOf({ grafanaUrl: url, grafanaToken: token }: Parsed): GrafanaGiven | undefined {
  return url === undefined || token === undefined ? undefined : { url, token };
}

function problemsOf(values: Parsed): readonly string[] {
  const { grafanaUrl, grafanaToken, prometheusPassword, prometheusToken, allowInsecureHttp } = values;
  // Its token is asked for below, so the address is judged as if it were there.
  const address = { input: 'grafana-url', url: grafanaUrl, credential: 'grafana-token' };
  return [
    ...halfProblems({ grafanaUrl, grafanaToken }),
    ...grafanaAccessProblems({ grafanaUrl, grafanaToken }),
    ...(prometheusPassword === undefined || prometheusToken === undefined ? [] : [twofoldAuth]),
    ...plainHttpProblems([address, ...datasourceAddresses(values)], allowInsecureHttp),
  ];
}

function halfProblems({ grafanaUrl, grafanaToken }: Pick<Parsed, 'grafanaUrl' | 'grafanaToken'>): readonly string[] {
  if ((grafanaUrl === undefined) === (grafanaToken === undefined)) return [];
  const [given, missing] =
    grafanaUrl === undefined
      ? ['"grafana-token" (GRAFANA_API_KEY)', '"grafana-url" (GRAFANA_URL)']
      : ['"grafana-url" (GRAFANA_URL)', '"grafana-token" (GRAFANA_API_KEY)'];
  return [`Input ${given} is given, but ${missing} is missing; give both, or neither to import nothing.`];
}
