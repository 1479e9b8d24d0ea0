import { SuiteError } from '@fly-monitoring/kit';
import type { WrittenRuleGroup } from '@fly-monitoring/prometheus';
import type { PrepareContext } from '../check-module.js';
import type { ExpectedMetric } from '../checks/metrics/expected-metric.js';
import { type CatalogueEntry, isAlwaysThere, parseCatalogue, seriesOf } from '../checks/metrics/parse-catalogue.js';
import { loadPromql } from './load-promql.js';
import type { PlannedPanel } from './plan-panels.js';
import { readListedFiles } from './read-listed-files.js';

const metricName = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;

/** What the input `metrics` asks for. @throws SuiteError that names the file that is missing or wrong */
export async function readMetrics(
  entries: readonly string[] | undefined,
  setup: PrepareContext,
): Promise<readonly ExpectedMetric[]> {
  const all = entries ?? [];
  const files = all.filter((entry) => !metricName.test(entry));
  const read = await readListedFiles({ input: 'metrics', entries: files }, setup);
  const jobs = new Set(setup.plan.jobs.map(({ name }) => name));
  const catalogued = read.flatMap(({ path, text }) =>
    catalogueOf(path, text).map((entry) => expectEntry(entry, path, jobs)),
  );
  const named = all
    .filter((entry) => metricName.test(entry))
    .map((name) => expectName(name, 'the input metrics', 'app'));
  return [...catalogued, ...named.map((one) => ({ ...one, series: [one.name, `${one.name}_count`] }))];
}

function catalogueOf(path: string, text: string): readonly CatalogueEntry[] {
  const parsed = parseCatalogue(text);
  if (parsed.ok) return parsed.entries;
  throw new SuiteError({
    code: 'FILE_INVALID',
    message: `${path} is no catalogue of metrics: ${parsed.problem}.`,
    hint: 'Write it with defineMetrics, or name the metrics one by one.',
  });
}

/** Services that are no job here are somebody else's. */
function expectEntry(entry: CatalogueEntry, path: string, jobs: ReadonlySet<string>): ExpectedMetric {
  const { name, services } = entry;
  const here = services.filter((service) => jobs.has(service));
  const base = { name, series: seriesOf(entry), usedBy: [path], blame: 'app' } as const;
  return { ...base, jobs: here.length === 0 ? undefined : here, isAlwaysThere: isAlwaysThere(entry) };
}

export function expectName(name: string, usedBy: string, blame: ExpectedMetric['blame']): ExpectedMetric {
  return { name, series: [name], jobs: undefined, isAlwaysThere: undefined, usedBy: [usedBy], blame };
}

export async function metricsOfPanels(panels: readonly PlannedPanel[]): Promise<readonly ExpectedMetric[]> {
  const { metricsOfQuery } = await loadPromql();
  return panels.flatMap(({ file, panel, expr }) =>
    metricsOfQuery(expr).map((name) => expectName(name, `"${panel}" of ${file}`, 'dashboards')),
  );
}

export async function metricsOfRules(groups: readonly WrittenRuleGroup[]): Promise<readonly ExpectedMetric[]> {
  const { metricsOfQuery } = await loadPromql();
  return groups.flatMap(({ file, rules }) =>
    rules.flatMap((rule) =>
      metricsOfQuery(rule.expr).map((name) => expectName(name, `${rule.name} in ${file}`, 'monitoring')),
    ),
  );
}
