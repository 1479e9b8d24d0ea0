import type { Probe } from '../probe.js';
import { accessProbes } from './access.js';
import { annotationProbes } from './annotations.js';
import { dashboardRefusalProbes } from './dashboard-refusals.js';
import { dashboardProbes } from './dashboards.js';
import { datasourceProbes } from './datasources.js';
import { folderProbes } from './folders.js';
import { identityProbes } from './identity.js';
import { libraryProbes } from './library.js';
import { queryProbes } from './queries.js';
import { versionProbes } from './versions.js';

export const probes: readonly Probe[] = [
  ...identityProbes,
  ...accessProbes,
  ...folderProbes,
  ...dashboardProbes,
  ...dashboardRefusalProbes,
  ...versionProbes,
  ...datasourceProbes,
  ...queryProbes,
  ...libraryProbes,
  ...annotationProbes,
];
