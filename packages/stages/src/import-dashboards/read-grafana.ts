import {
  type Answer,
  checkGrafanaToken,
  type Datasource,
  type Folder,
  failureError,
  grafanaTransport,
  listDatasources,
  listFolders,
  readOrganisation,
  readPermissions,
  type Transport,
  wakeGrafana,
} from '@fly-monitoring/grafana';
import type { StageTools } from '@fly-monitoring/kit';
import type { GrafanaSeen } from './grafana-seen.js';
import type { GrafanaGiven } from './inputs.js';

/** A paused Grafana Cloud stack mostly needs one to three minutes. */
export const wakeBudgetMs = 300_000;

export interface GrafanaFacts {
  readonly transport: Transport;
  readonly server: Pick<GrafanaSeen, 'url' | 'version' | 'organisation'>;
  readonly permissions: ReadonlySet<string> | undefined;
  readonly folders: readonly Folder[];
  readonly datasources: readonly Datasource[];
}

/**
 * Wakes Grafana and reads what the plan needs of it.
 * @throws SuiteError GRAFANA_*
 */
export async function readGrafana(
  grafana: GrafanaGiven,
  { tools, wakeBudgetMs: budgetMs }: { readonly tools: StageTools; readonly wakeBudgetMs: number },
): Promise<GrafanaFacts> {
  checkGrafanaToken(grafana.token);
  const onSleeping = () => tools.log.info('Grafana is asleep; waking it. This takes up to a few minutes.');
  const { version } = await wakeGrafana(tools, { url: grafana.url, budgetMs, onSleeping });
  const transport = grafanaTransport(tools, grafana);
  // Asked alone and first: with a wrong token everything else would fail in the same way.
  const permissions = valueOrThrow('Reading the permissions of the token', await readPermissions(transport));
  const [sources, folders, organisation] = await Promise.all([
    listDatasources(transport),
    listFolders(transport),
    readOrganisation(transport),
  ]);
  const datasources = valueOrThrow('Listing the data sources', sources);
  return {
    transport,
    server: { url: grafana.url, version, organisation },
    permissions,
    folders: valueOrThrow('Listing the folders', folders),
    datasources,
  };
}

/** The value, or the failure as the error that ends the stage. */
export function valueOrThrow<T>(doing: string, answer: Answer<T>): T {
  if (answer.kind === 'ok') return answer.value;
  throw failureError(doing, answer);
}
