import type { InputSpec } from '@fly-monitoring/kit';
import type { CheckModule } from './check-module.js';
import { alerts } from './checks/alerts.js';
import { alertsArrive } from './checks/alerts-arrive.js';
import { configuration } from './checks/configuration.js';
import { datasource } from './checks/datasource.js';
import { endpoints } from './checks/endpoints.js';
import { gates } from './checks/gates.js';
import { ingestion } from './checks/ingestion.js';
import { jobs } from './checks/jobs.js';
import { labelSets } from './checks/label-sets.js';
import { locked } from './checks/locked.js';
import { machines } from './checks/machines.js';
import { metrics } from './checks/metrics.js';
import { panels } from './checks/panels.js';
import { prometheus } from './checks/prometheus.js';
import { release } from './checks/release.js';
import { remoteReadBack } from './checks/remote-read-back.js';
import { remoteWrite } from './checks/remote-write.js';
import { rules } from './checks/rules.js';
import { samples } from './checks/samples.js';
import { stability } from './checks/stability.js';

/** All checks in the order of the chain: each rests on those above it, and the report shows them so. */
export const checkTable: readonly CheckModule[] = [
  prometheus,
  configuration,
  locked,
  machines,
  jobs,
  labelSets,
  samples,
  metrics,
  release,
  stability,
  ingestion,
  rules,
  alerts,
  remoteWrite,
  remoteReadBack,
  datasource,
  panels,
  gates,
  alertsArrive,
  endpoints,
];

/** Checks that need the same input share its spec. */
export const checkInputs: InputSpec = Object.assign({}, ...checkTable.map(({ inputs }) => inputs));
