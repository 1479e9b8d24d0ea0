import {
  type Answer,
  checkGrafanaToken,
  chooseDatasource,
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
  readonly seen: GrafanaSeen;
  readonly permissions: ReadonlySet<string> | undefined;
  readonly folders: readonly Folder[];
  readonly datasources: readonly Datasource[];
  readonly datasource: Datasource;
}

/**
 * Wakes Grafana and reads what the plan needs of it.
 * @throws SuiteError GRAFANA_*
 */
export async function readGrafana(
  grafana: GrafanaGiven,
  wantedDatasource: string | undefined,
  { tools, wakeBudgetMs: budgetMs }: { readonly tools: StageTools; readonly wakeBudgetMs: number },
): Promise<GrafanaFacts> {
  checkGrafanaToken(grafana.token);
  const onSleeping = () => tools.log.info('Grafana is asleep; waking it. This takes up to a few minutes.');
  const { version } = await wakeGrafana(tools, { url: grafana.url, orgId: grafana.orgId, budgetMs, onSleeping });
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
  const { datasource, because } = decide(datasources, wantedDatasource);
  const seen = {
    url: grafana.url,
    version,
    organisation: organisation?.name,
    datasourceName: datasource.name,
    because,
  };
  return {
    transport,
    seen,
    permissions,
    folders: valueOrThrow('Listing the folders', folders),
    datasources,
    datasource,
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

function decide(all: readonly Datasource[], wanted: string | undefined): { datasource: Datasource; because: string } {
  const decision = chooseDatasource(all, wanted);
  if (decision.kind === 'chosen') return decision;
  const names = decision.candidates.map(({ name, uid }) => `${name} (uid ${uid})`).join(', ');
  throw new SuiteError({
    code: 'GRAFANA_DATASOURCE_MISSING',
    message: `${decision.problem}${names === '' ? '' : `; there are ${names}`}.`,
    hint:
      names === ''
        ? 'Add a Prometheus data source in Grafana under Connections, Data sources.'
        : 'Set input "datasource" to one of them.',
  });
}
