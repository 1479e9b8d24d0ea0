import { join } from 'node:path';
import { environmentTitle, grafanaAccessProblems, grafanaOrganisationInput } from '@fly-monitoring/grafana';
import {
  boolean,
  choice,
  deadlineInput,
  duration,
  formatDuration,
  type InputsOf,
  insecureHttpInput,
  list,
  markedEnvironment,
  parseWithRules,
  plainHttpProblems,
  type RawInputs,
  releaseInput,
  type Secret,
  secret,
  sharedInputs,
  text,
  url,
} from '@fly-monitoring/kit';
import { twofoldAuth } from '@fly-monitoring/prometheus';
import { ownBackupFolder } from './backup.js';
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
  ...grafanaOrganisationInput,
  'wake-timeout': duration({
    help: 'How long to wait for a Grafana that does not answer yet: a paused Grafana Cloud stack needs minutes to wake up.',
    default: '5m',
  }),
  ...insecureHttpInput,
  dashboards: list({
    help: 'Dashboard files: folders (their *.json), files or patterns such as dashboards/**/*.json.',
    default: 'dashboards',
  }),
  folder: text({
    help: 'Title or uid of the Grafana folder, or a path such as Team/Prod where folders can be nested; made when it is missing. "General" is the root. Empty: Fechatter, and in another environment than production Fechatter (<environment>).',
  }),
  ...datasourceInputs,
  overwrite: choice(['managed', 'always', 'never'], {
    help: 'managed: a dashboard that somebody saved in Grafana since the last import is left alone. always: it is replaced. never: only dashboards that are not there are made.',
    default: 'managed',
  }),
  strict: boolean({
    help: 'Import nothing when one dashboard file is bad; otherwise the good ones are imported and the step fails at the end (a whole chain refuses bad files before it deploys, either way).',
    default: 'false',
  }),
  prune: boolean({
    help: 'Delete the dashboards in the folder that an import of this repository and environment saved last and whose file is gone; what somebody changed since is left.',
    default: 'false',
  }),
  annotate: boolean({
    help: 'Mark the release in Grafana with an annotation (tags deploy, fly-monitoring, the environment and the repository) when everything was imported.',
    default: 'false',
  }),
  ...releaseInput,
  'backup-folder': text({
    help: 'Folder for a copy of each dashboard and library panel before it is replaced or deleted. Empty: grafana-backup in the temporary folder of the runner, else .cache/grafana-backup.',
  }),
};

/** In Grafana, when no other is asked for. */
const usualFolder = 'Fechatter';

type Parsed = InputsOf<typeof importDashboardsInputs>;

export interface GrafanaGiven {
  readonly url: string;
  readonly token: Secret;
  readonly orgId: number | undefined;
}

export interface ImportInputs extends Parsed {
  readonly folder: string;
  /** The name that dashboards and their records carry; undefined for production, which needs none. */
  readonly place: string | undefined;
  readonly backupFolder: string;
  /** Undefined when no Grafana was given. */
  readonly grafana: GrafanaGiven | undefined;
}

/** @throws SuiteError INPUT_INVALID with everything that is wrong */
export async function parseImportInputs(raw: RawInputs): Promise<ImportInputs> {
  const values = await parseWithRules(importDashboardsInputs, raw, (given) => problemsOf(given as Parsed));
  const parsed = values as Parsed;
  const place = markedEnvironment(parsed.environment);
  const folder = parsed.folder ?? (place === undefined ? usualFolder : environmentTitle(usualFolder, place));
  return Object.freeze({
    ...parsed,
    folder,
    place,
    backupFolder: backupFolderOf(parsed, raw),
    grafana: grafanaOf(parsed),
  });
}

function grafanaOf({ grafanaUrl: url, grafanaToken: token, orgId }: Parsed): GrafanaGiven | undefined {
  return url === undefined || token === undefined ? undefined : { url, token, orgId };
}

function backupFolderOf({ backupFolder }: Parsed, { environment }: RawInputs): string {
  const temporary = environment['RUNNER_TEMP'] ?? '';
  return backupFolder ?? (temporary === '' ? ownBackupFolder : join(temporary, 'grafana-backup'));
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
    ...wakeProblems(values),
  ];
}

function wakeProblems({ wakeTimeout, deadline }: Partial<Pick<Parsed, 'wakeTimeout' | 'deadline'>>): readonly string[] {
  if (wakeTimeout === undefined || deadline === undefined || wakeTimeout < deadline) return [];
  const [wake, whole] = [formatDuration(wakeTimeout), formatDuration(deadline)];
  return [`Input "wake-timeout" is ${wake}; it must be shorter than the time of the whole import, which is ${whole}.`];
}

function halfProblems({ grafanaUrl, grafanaToken }: Pick<Parsed, 'grafanaUrl' | 'grafanaToken'>): readonly string[] {
  if ((grafanaUrl === undefined) === (grafanaToken === undefined)) return [];
  const [given, missing] =
    grafanaUrl === undefined
      ? ['"grafana-token" (GRAFANA_API_KEY)', '"grafana-url" (GRAFANA_URL)']
      : ['"grafana-url" (GRAFANA_URL)', '"grafana-token" (GRAFANA_API_KEY)'];
  return [`Input ${given} is given, but ${missing} is missing; give both, or neither to import nothing.`];
}
