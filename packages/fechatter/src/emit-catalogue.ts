import { readFileSync, writeFileSync } from 'node:fs';
import { renderCatalogueFile } from '@fly-monitoring/metrics';
import { buildCatalogue } from './catalogue-document.js';
import { replaceTables } from './catalogue-table.js';

const readme = new URL('../README.md', import.meta.url);
const catalogue = await buildCatalogue();

writeFileSync(new URL('../metrics-catalogue.json', import.meta.url), renderCatalogueFile(catalogue));
writeFileSync(readme, replaceTables(readFileSync(readme, 'utf8'), catalogue));
