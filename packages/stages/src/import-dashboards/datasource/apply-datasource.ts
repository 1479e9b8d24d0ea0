import {
  type Answer,
  createDatasource,
  datasourceDifferences,
  datasourceHealth,
  failureError,
  readDatasource,
  type Transport,
  updateDatasource,
  type WantedDatasource,
} from '@fly-monitoring/grafana';
import type { DatasourcePlan, ShownDatasource } from './plan-datasource.js';

/** Makes it, or brings it up to date, and asks Grafana whether it gets through. @throws SuiteError GRAFANA_* */
export async function applyDatasource(transport: Transport, plan: DatasourcePlan): Promise<ShownDatasource> {
  switch (plan.kind) {
    case 'use':
      return plan;
    case 'make': {
      const datasource = orThrow(await createDatasource(transport, plan.wanted, plan.datasource));
      return { datasource, because: 'made for this Prometheus', notices: await reach(transport, plan.wanted) };
    }
    case 'keep':
      return keep(transport, plan);
  }
}

type Keeping = Extract<DatasourcePlan, { readonly kind: 'keep' }>;

async function keep(transport: Transport, { datasource, wanted, mayChange }: Keeping): Promise<ShownDatasource> {
  const existing = orThrow(await readDatasource(transport, wanted.uid));
  if (existing === undefined) return applyDatasource(transport, { kind: 'make', wanted, datasource });
  const differences = datasourceDifferences(wanted, existing);
  // A password cannot be read back; that Grafana gets through with it tells that it is the right one.
  const isRight = differences.length === 0 && (await isHealthy(transport, wanted));
  const because = 'made for this Prometheus';
  if (isRight) return { datasource, because, notices: [] };
  if (!mayChange) return { datasource, because, notices: [unchangeable(wanted, differences)] };
  const updated = orThrow(await updateDatasource(transport, wanted, existing));
  const what = differences.length === 0 ? 'its password was set again' : `changed: ${differences.join(', ')}`;
  return { datasource: updated, because: `${because}; ${what}`, notices: await reach(transport, wanted) };
}

function unchangeable({ name }: WantedDatasource, differences: readonly string[]): string {
  const what =
    differences.length === 0 ? 'Grafana does not get through with it' : `not as wanted: ${differences.join(', ')}`;
  return `The data source "${name}" was left as it is (${what}), because the token lacks datasources:write, part of the role Admin.`;
}

async function isHealthy(transport: Transport, { uid, auth }: WantedDatasource): Promise<boolean> {
  return auth.kind === 'none' || (await datasourceHealth(transport, uid)).kind === 'healthy';
}

/** A Prometheus that is just being started is no failure of the import; whether it is shown is proved later. */
async function reach(transport: Transport, { uid, name, url, auth }: WantedDatasource): Promise<readonly string[]> {
  const health = await datasourceHealth(transport, uid);
  if (health.kind !== 'unhealthy') return [];
  const password = auth.kind === 'none' ? '; where Prometheus has a password, give input "prometheus-password"' : '';
  return [`Grafana does not get through to ${url} yet (data source "${name}"): ${health.message}${password}`];
}

function orThrow<T>(answer: Answer<T>): T {
  if (answer.kind === 'ok') return answer.value;
  throw failureError('Setting up the data source of Prometheus', answer);
}
