import {
  type Answer,
  type Datasource,
  type Folder,
  failureError,
  grafanaTransport,
  listDatasources,
  listFolders,
  type Organisation,
  readOrganisation,
  readPermissions,
  type Transport,
  wakeGrafana,
} from '@fly-monitoring/grafana';
import { type StageTools, SuiteError } from '@fly-monitoring/kit';
import type { GrafanaSeen } from './grafana-seen.js';
import type { GrafanaGiven } from './inputs.js';

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
  const tell = (line: string) => tools.log.info(line);
  const { version } = await wakeGrafana(tools, { url: grafana.url, orgId: grafana.orgId, budgetMs, tell });
  const transport = grafanaTransport(tools, grafana);
  // Asked alone and first: with a wrong token everything else would fail in the same way.
  const permissions = valueOrThrow('Reading the permissions of the token', await readPermissions(transport));
  const [sources, folders, organisation] = await Promise.all([
    listDatasources(transport),
    listFolders(transport),
    readOrganisation(transport),
  ]);
  checkOrganisation(organisation, grafana);
  const datasources = valueOrThrow('Listing the data sources', sources);
  return {
    transport,
    server: { url: grafana.url, version, organisation: organisation?.name },
    permissions,
    folders: valueOrThrow('Listing the folders', folders),
    datasources,
  };
}

/** Most releases refuse a token of another organisation by themselves (errAPIKeyOrgMismatch); the others pass over the header. */
function checkOrganisation(organisation: Organisation | undefined, { url, orgId }: GrafanaGiven): void {
  if (orgId === undefined || organisation?.id === undefined || organisation.id === orgId) return;
  const { id, name } = organisation;
  throw new SuiteError({
    code: 'GRAFANA_TOKEN_REFUSED',
    message: `Input "org-id" is ${orgId}; the token belongs to organisation ${id}${name === undefined ? '' : ` (${name})`} at ${url}.`,
    hint: 'Make the service account in the organisation that is meant, or correct the input.',
  });
}

/** The value, or the failure as the error that ends the stage. */
export function valueOrThrow<T>(doing: string, answer: Answer<T>): T {
  if (answer.kind === 'ok') return answer.value;
  throw failureError(doing, answer);
}
