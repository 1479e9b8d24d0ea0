import type { Datasource } from '../api/server-facts.js';

export type DatasourceDecision =
  | { readonly kind: 'chosen'; readonly datasource: Datasource; readonly because: string }
  | { readonly kind: 'unclear'; readonly problem: string; readonly candidates: readonly Datasource[] };

const wantedType = 'prometheus';
/** Grafana Cloud gives every stack this one; its others of the same type hold billing figures. */
const cloudUid = 'grafanacloud-prom';

/** By uid or name when somebody says which; else the default one, Grafana Cloud's own, or the only one. */
export function chooseDatasource(all: readonly Datasource[], wanted: string | undefined): DatasourceDecision {
  const candidates = all.filter(({ type }) => type === wantedType);
  if (wanted !== undefined) return named(all, candidates, wanted);
  const [first, ...others] = candidates;
  if (first === undefined)
    return { kind: 'unclear', problem: 'Grafana has no data source of type prometheus', candidates };
  const byDefault = candidates.find(({ isDefault }) => isDefault);
  if (byDefault !== undefined) return { kind: 'chosen', datasource: byDefault, because: 'the default one' };
  const cloud = candidates.find(({ uid }) => uid === cloudUid);
  if (cloud !== undefined) return { kind: 'chosen', datasource: cloud, because: "Grafana Cloud's own" };
  if (others.length === 0) return { kind: 'chosen', datasource: first, because: 'the only one' };
  return {
    kind: 'unclear',
    problem: `Grafana has ${candidates.length} data sources of type prometheus and none is the default`,
    candidates,
  };
}

function named(all: readonly Datasource[], candidates: readonly Datasource[], wanted: string): DatasourceDecision {
  const found = all.find(({ uid }) => uid === wanted) ?? all.find(({ name }) => name === wanted);
  if (found === undefined) return { kind: 'unclear', problem: `Grafana has no data source "${wanted}"`, candidates };
  if (found.type === wantedType) return { kind: 'chosen', datasource: found, because: 'as asked for' };
  return {
    kind: 'unclear',
    problem: `Data source "${wanted}" is of type ${found.type}, not ${wantedType}`,
    candidates,
  };
}
