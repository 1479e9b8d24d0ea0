import { writeFileSync } from 'node:fs';
import { dashboardFiles } from './index.js';

for (const [name, text] of Object.entries(dashboardFiles)) {
  writeFileSync(new URL(`../${name}`, import.meta.url), text);
}
