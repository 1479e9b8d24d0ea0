interface NamedDatasource {
  readonly uid: string;
  readonly name: string;
  readonly type: string;
}

/** The data source that the dashboards of this repository show. */
export interface DatasourceChoice extends NamedDatasource {
  /** Uids that a dashboard may keep when it names one itself. */
  readonly kept: readonly string[];
  /** All of this Grafana: they give names their uids, and fill what asks for another type. */
  readonly all: readonly (NamedDatasource & { readonly isDefault: boolean })[];
}

export type MeantDatasource =
  | { readonly kind: 'meant'; readonly uid: string; readonly name: string }
  /** `have` says how many there are to choose from. */
  | { readonly kind: 'unclear'; readonly have: string };

/** Grafana's own expressions are a data source that every instance has. */
const expressions = '__expr__';

/** The one of a type that a dashboard means: the chosen one, else the default one of its type, or the only one. */
export function meantDatasource(type: string, choice: DatasourceChoice): MeantDatasource {
  if (type === expressions) return { kind: 'meant', uid: expressions, name: expressions };
  if (type === choice.type) return { kind: 'meant', uid: choice.uid, name: choice.name };
  const candidates = choice.all.filter((one) => one.type === type);
  const meant = candidates.find(({ isDefault }) => isDefault) ?? (candidates.length === 1 ? candidates[0] : undefined);
  if (meant !== undefined) return { kind: 'meant', uid: meant.uid, name: meant.name };
  const have = candidates.length === 0 ? 'none' : `${candidates.length} and none is the default`;
  return { kind: 'unclear', have };
}
