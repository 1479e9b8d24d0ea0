import {
  asNumber,
  asText,
  either,
  fields,
  listOf,
  type Read,
  readWhole,
  recordOf,
  WrongField,
} from '@fly-monitoring/kit';

/** One metric that a service promises. */
export interface CatalogueEntry {
  readonly name: string;
  readonly type: string;
  /** Who exposes it, by the names of their jobs. */
  readonly services: readonly string[];
  /** Known values for each label; null where they are known at run time only. */
  readonly labels: Readonly<Record<string, readonly string[] | null>>;
}

/** The shape that is understood; another one is refused. */
const version = 1;

const asVersion: Read<number> = (value, path) => {
  if (asNumber(value, path) !== version) throw new WrongField(path, String(version), value);
  return version;
};

const asCatalogue = fields({
  version: asVersion,
  metrics: listOf(
    fields({
      name: asText,
      type: asText,
      services: either(listOf(asText), []),
      labels: either(recordOf(either(listOf(asText), null)), {}),
    }),
  ),
});

export type ParsedCatalogue =
  | { readonly ok: true; readonly entries: readonly CatalogueEntry[] }
  | { readonly ok: false; readonly problem: string };

/** The text of a `metrics-catalogue.json`. */
export function parseCatalogue(text: string): ParsedCatalogue {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'it is no JSON' };
  }
  const read = readWhole(asCatalogue, document);
  return read.ok ? { ok: true, entries: read.value.metrics } : read;
}

/** Where all label values are known, the service writes every series from its start; else at their first use. */
export function isAlwaysThere({ labels }: CatalogueEntry): boolean {
  return Object.values(labels).every((values) => values !== null && values.length > 0);
}

/** The series that stand for a metric: a histogram has none by its own name. */
export function seriesOf({ name, type }: Pick<CatalogueEntry, 'name' | 'type'>): readonly string[] {
  // A native histogram has only its own name.
  return type === 'histogram' || type === 'summary' ? [`${name}_count`, name] : [name];
}
