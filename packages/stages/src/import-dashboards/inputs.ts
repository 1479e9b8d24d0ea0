import {
  choice,
  type InputsOf,
  invalidInputs,
  list,
  parseInputs,
  type RawInputs,
  type Secret,
  secret,
  text,
  url,
} from '@fly-monitoring/kit';
import { sharedInputs } from '../shared-inputs.js';

export const importDashboardsInputs = {
  ...sharedInputs,
  'grafana-url': url({
    help: 'Address of Grafana, such as https://<stack>.grafana.net. Empty: no dashboards are imported.',
    environment: 'GRAFANA_URL',
  }),
  'grafana-token': secret({
    help: 'Grafana service account token (glsa_…) with the role Editor.',
    environment: 'GRAFANA_API_KEY',
  }),
  dashboards: list({
    help: 'Dashboard files: folders (their *.json), files or patterns such as dashboards/**/*.json.',
    default: 'dashboards',
  }),
  folder: text({
    help: 'Title of the Grafana folder, made when it is missing. "General" is the root.',
    default: 'Fechatter',
  }),
  datasource: text({
    help: "Uid or name of the Prometheus data source that the dashboards show. Empty: the default one, else Grafana Cloud's own, else the only one.",
  }),
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

/** @throws SuiteError INPUT_INVALID, also when only one of address and token is given */
export function parseImportInputs(raw: RawInputs): ImportInputs {
  const parsed = parseInputs(importDashboardsInputs, raw);
  return Object.freeze({ ...parsed, grafana: grafanaOf(parsed) });
}

function grafanaOf({ grafanaUrl, grafanaToken }: Parsed): GrafanaGiven | undefined {
  if (grafanaUrl !== undefined && grafanaToken !== undefined) return { url: grafanaUrl, token: grafanaToken };
  if (grafanaUrl === undefined && grafanaToken === undefined) return undefined;
  const [given, missing] =
    grafanaUrl === undefined
      ? ['"grafana-token" (GRAFANA_API_KEY)', '"grafana-url" (GRAFANA_URL)']
      : ['"grafana-url" (GRAFANA_URL)', '"grafana-token" (GRAFANA_API_KEY)'];
  throw invalidInputs([`Input ${given} is given, but ${missing} is missing; give both, or neither to import nothing.`]);
}
