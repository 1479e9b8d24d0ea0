import { readFileSync } from 'node:fs';
import { type DashboardDocument, parseDashboard } from '@fly-monitoring/grafana';
import { dashboardFiles } from '../src/index.js';

/** Every dashboard as a reader of its file sees it. */
export function dashboardDocuments(): readonly DashboardDocument[] {
  return Object.entries(dashboardFiles).map(([file, text]) => {
    const parsed = parseDashboard(text, { file });
    if (parsed.kind === 'dashboard') return parsed.document;
    throw new Error(`${file} is no dashboard: ${JSON.stringify(parsed)}`);
  });
}

export interface CatalogueEntry {
  readonly name: string;
  readonly type: string;
  readonly labels: Readonly<Record<string, readonly string[] | null>>;
  readonly services: readonly string[];
}

/** What the services promise to expose. */
export function catalogue(): readonly CatalogueEntry[] {
  const path = new URL('../../packages/fechatter/metrics-catalogue.json', import.meta.url);
  const { metrics } = JSON.parse(readFileSync(path, 'utf8')) as { readonly metrics: readonly CatalogueEntry[] };
  return metrics;
}
