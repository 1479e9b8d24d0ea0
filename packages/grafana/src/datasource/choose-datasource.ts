import type { Datasource } from '../api/datasources.js';
import { type KnownPrometheus, sameAddress } from './known-prometheus.js';

export type DatasourceDecision =
  | {
      readonly kind: 'chosen';
      readonly datasource: Datasource;
      readonly because: string;
      /** Nothing says that it shows the Prometheus in question: it is the one that most would mean. */
      readonly isGuess: boolean;
    }
  | { readonly kind: 'unclear'; readonly problem: string; readonly candidates: readonly Datasource[] };

export interface DatasourceWish {
  /** Uid or name; undefined when nobody says which. */
  readonly named: string | undefined;
  /** The Prometheus that it must show; undefined when nothing is known of it. */
  readonly shows: KnownPrometheus | undefined;
}

const wantedType = 'prometheus';
/** Grafana Cloud gives every stack this one; its others of the same type hold billing figures. */
const cloudUid = 'grafanacloud-prom';

/**
 * The one that somebody names; else the one that shows this Prometheus, by what is known of it; else the default one,
 * Grafana Cloud's own, or the only one.
 */
export function chooseDatasource(all: readonly Datasource[], { named, shows }: DatasourceWish): DatasourceDecision {
  const candidates = all.filter(({ type }) => type === wantedType);
  if (named !== undefined) return byName(all, candidates, named);
  return (shows && matching(candidates, shows)) ?? guess(candidates);
}

function byName(all: readonly Datasource[], candidates: readonly Datasource[], named: string): DatasourceDecision {
  const found = all.find(({ uid }) => uid === named) ?? all.find(({ name }) => name === named);
  if (found === undefined) return { kind: 'unclear', problem: `Grafana has no data source "${named}"`, candidates };
  if (found.type === wantedType) return chosen(found, 'as asked for');
  return { kind: 'unclear', problem: `Data source "${named}" is of type ${found.type}, not ${wantedType}`, candidates };
}

function matching(candidates: readonly Datasource[], shows: KnownPrometheus): DatasourceDecision | undefined {
  const own = candidates.find(({ uid }) => uid === shows.uid);
  if (own !== undefined) return chosen(own, 'made for this Prometheus');
  const same = candidates.filter(({ url }) => shows.addresses.some((address) => sameAddress(address, url)));
  const [first] = [...same].sort((one, other) => Number(other.isDefault) - Number(one.isDefault));
  if (first !== undefined) return chosen(first, 'it has the address of this Prometheus');
  const cloud = shows.sendsToGrafanaCloud ? candidates.find(({ uid }) => uid === cloudUid) : undefined;
  return cloud && chosen(cloud, "Grafana Cloud's own, which this Prometheus sends to");
}

function chosen(datasource: Datasource, because: string): DatasourceDecision {
  return { kind: 'chosen', datasource, because, isGuess: false };
}

function guess(candidates: readonly Datasource[]): DatasourceDecision {
  const [first, ...others] = candidates;
  if (first === undefined)
    return { kind: 'unclear', problem: 'Grafana has no data source of type prometheus', candidates };
  const byDefault = candidates.find(({ isDefault }) => isDefault);
  if (byDefault !== undefined) return guessed(byDefault, 'the default one');
  const cloud = candidates.find(({ uid }) => uid === cloudUid);
  if (cloud !== undefined) return guessed(cloud, "Grafana Cloud's own");
  if (others.length === 0) return guessed(first, 'the only one');
  return {
    kind: 'unclear',
    problem: `Grafana has ${candidates.length} data sources of type prometheus and none is the default`,
    candidates,
  };
}

function guessed(datasource: Datasource, because: string): DatasourceDecision {
  return { kind: 'chosen', datasource, because, isGuess: true };
}
