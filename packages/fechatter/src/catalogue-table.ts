import type { CatalogueDocument, CatalogueMetric } from '@fly-monitoring/metrics';
import { serviceNames } from './service/names.js';

const BEGIN = '<!-- metrics: written by emit-catalogue, do not edit -->';
const END = '<!-- end of metrics -->';

/** The README with its tables of metrics made anew from the catalogue. */
export function replaceTables(readme: string, catalogue: CatalogueDocument): string {
  const [before, rest] = readme.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`The README lacks "${BEGIN}" and "${END}"`);
  return `${before}${BEGIN}\n${renderTables(catalogue)}\n${END}${after}`;
}

/** A table for each service's own metrics, and one for what all four expose. prom-client explains its own. */
function renderTables({ metrics }: CatalogueDocument): string {
  const ours = metrics.filter(({ name }) => !/^(nodejs|process)_/.test(name));
  const tables = serviceNames.map((service) => ({
    title: service,
    rows: ours.filter(({ services }) => services.length === 1 && services[0] === service),
  }));
  const shared = { title: 'All four', rows: ours.filter(({ services }) => services.length > 1) };
  return [...tables, shared].map(({ title, rows }) => renderTable(title, rows)).join('\n\n');
}

function renderTable(title: string, rows: readonly CatalogueMetric[]): string {
  const lines = rows.map((row) => `| \`${row.name}\` | ${row.type} | ${renderLabels(row)} | ${row.help} |`);
  return [`**${title}**`, '', '| metric | type | labels | what it says |', '|---|---|---|---|', ...lines].join('\n');
}

function renderLabels({ labels }: CatalogueMetric): string {
  const rendered = Object.entries(labels).map(([label, values]) => `${label}${values ? `: ${values.join(', ')}` : ''}`);
  return rendered.join('; ');
}
