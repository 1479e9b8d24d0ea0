import { FILLED_TEXT, isObject, shown } from '../shapes.js';
import {
  DEFAULT_DURATION_BUCKETS_SECONDS,
  type LabelDefinitions,
  type MetricDefinition,
  type MetricDefinitions,
  type MetricType,
} from './definition.js';

/** The version of the document's shape; a reader refuses one it does not know. */
export const CATALOGUE_VERSION = 1;

/** One metric, without a word about the language it is written in. */
export interface CatalogueMetric {
  readonly name: string;
  readonly type: MetricType;
  readonly help: string;
  /** The services that expose it. */
  readonly services: readonly string[];
  /** Known values per label, or null where the values are only known at run time. */
  readonly labels: LabelDefinitions;
  /** Upper bounds of a histogram, without +Inf; absent for other types. */
  readonly buckets?: readonly number[];
  /** Present and true where a histogram is a native one too. Added to version 1: readers do without it. */
  readonly nativeHistogram?: true;
}

/** The content of `metrics-catalogue.json`. */
export interface CatalogueDocument {
  readonly version: typeof CATALOGUE_VERSION;
  /** Whose catalogue it is: a service, or the product a merged catalogue stands for. */
  readonly service: string;
  /** By name, each name once. */
  readonly metrics: readonly CatalogueMetric[];
}

export function renderCatalogue(service: string, definitions: MetricDefinitions): CatalogueDocument {
  const metrics = Object.entries(definitions).map(([name, definition]) => renderMetric(service, name, definition));
  return { version: CATALOGUE_VERSION, service, metrics: metrics.toSorted(byName) };
}

/**
 * One document out of several. A metric that several services expose appears once and lists them all;
 * two services that mean different things by one name are an error that names both.
 */
export function mergeCatalogues(service: string, documents: readonly CatalogueDocument[]): CatalogueDocument {
  refuseStrangers(service, documents);
  const merged = new Map<string, CatalogueMetric>();
  const conflicts: string[] = [];
  for (const metric of documents.flatMap((document) => document.metrics)) {
    const present = merged.get(metric.name);
    if (present !== undefined && meaningOf(present) !== meaningOf(metric)) {
      conflicts.push(
        `"${metric.name}" of ${metric.services.join(', ')} differs from that of ${present.services.join(', ')}`,
      );
    }
    merged.set(metric.name, { ...metric, services: [...new Set([...(present?.services ?? []), ...metric.services])] });
  }
  if (conflicts.length > 0)
    throw new Error(`Catalogues disagree: ${conflicts.join('; ')}. Rename one or make them equal.`);
  return { version: CATALOGUE_VERSION, service, metrics: [...merged.values()].toSorted(byName) };
}

/** Documents may come from files, of another version or of something else. */
function refuseStrangers(service: unknown, documents: unknown): void {
  if (!FILLED_TEXT.fits(service) || !Array.isArray(documents))
    throw new Error(
      `mergeCatalogues() takes a name and a list of documents; it was given ${shown(service)} and ${shown(documents)}.`,
    );
  const strangers = documents.flatMap((document: unknown, i) => {
    if (!isObject(document)) return [`document ${i + 1} is ${shown(document)}`];
    const version: unknown = Reflect.get(document, 'version');
    if (version !== CATALOGUE_VERSION) return [`document ${i + 1} has version ${shown(version)}`];
    return Array.isArray(Reflect.get(document, 'metrics')) ? [] : [`document ${i + 1} has no list of metrics`];
  });
  if (strangers.length > 0)
    throw new Error(`Catalogues of version ${CATALOGUE_VERSION} are merged, and ${strangers.join('; ')}.`);
}

/** The text of `metrics-catalogue.json`: indented, sorted, with a last line end, so that a diff shows what changed. */
export function renderCatalogueFile(document: CatalogueDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

function renderMetric(service: string, name: string, definition: MetricDefinition): CatalogueMetric {
  const { type, help, labels = {} } = definition;
  const metric = { name, type, help, services: [service], labels };
  if (type !== 'histogram') return metric;
  const { buckets = DEFAULT_DURATION_BUCKETS_SECONDS, nativeHistogram } = definition;
  return { ...metric, buckets, ...(nativeHistogram === true ? { nativeHistogram } : {}) };
}

/** Everything but who exposes it. */
function meaningOf({ type, help, labels, buckets, nativeHistogram }: CatalogueMetric): string {
  const sortedLabels = Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([type, help, sortedLabels, buckets, nativeHistogram]);
}

function byName(a: CatalogueMetric, b: CatalogueMetric): number {
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}
