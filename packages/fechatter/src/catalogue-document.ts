import { type CatalogueDocument, httpMetricsCatalogue, mergeCatalogues } from '@fly-monitoring/metrics';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { z } from 'zod';
import { analyticsCatalogue, botCatalogue, fechatterCatalogue, HTTP_PREFIX, notifyCatalogue } from './catalogue.js';
import { serviceNames } from './service/names.js';

/** What a metric of prom-client knows beyond the types it declares. */
const instanceSchema = z.object({ labelNames: z.array(z.string()), upperBounds: z.array(z.number()).optional() });
const typeSchema = z.enum(['counter', 'gauge', 'histogram']);

/** Everything that the four services expose, in one document: what `metrics-catalogue.json` holds. */
export async function buildCatalogue(): Promise<CatalogueDocument> {
  const own = [fechatterCatalogue, notifyCatalogue, botCatalogue, analyticsCatalogue];
  const processMetrics = await describeProcessMetrics();
  return mergeCatalogues('fechatter', [
    ...own.map((catalogue) => catalogue.toJSON()),
    ...serviceNames.map((service) => httpMetricsCatalogue({ service, prefix: HTTP_PREFIX })),
    ...serviceNames.map((service) => processMetricsOf(service, processMetrics)),
  ]);
}

type Described = Omit<CatalogueDocument['metrics'][number], 'services'>;

function processMetricsOf(service: string, metrics: readonly Described[]): CatalogueDocument {
  return { version: 1, service, metrics: metrics.map((metric) => ({ ...metric, services: [service] })) };
}

/** prom-client's own list, as this version of it registers on Linux. */
async function describeProcessMetrics(): Promise<readonly Described[]> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const exposed = await registry.getMetricsAsJSON();
  const described = exposed.map(({ name, help, type }) => {
    const { labelNames, upperBounds } = instanceSchema.parse(registry.getSingleMetric(name));
    const labels = Object.fromEntries(labelNames.map((label) => [label, null]));
    return { name, type: typeSchema.parse(type), help, labels, ...(upperBounds ? { buckets: upperBounds } : {}) };
  });
  registry.clear();
  return described;
}
