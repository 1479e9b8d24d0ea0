import { writeFileSync } from 'node:fs';
import { renderCatalogueFile } from '@fly-monitoring/metrics';
import { buildCatalogue } from './catalogue-document.js';

writeFileSync(new URL('../metrics-catalogue.json', import.meta.url), renderCatalogueFile(await buildCatalogue()));
