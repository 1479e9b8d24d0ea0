import type { InputSpec } from '@fly-monitoring/kit';
import type { CheckModule } from '../check-module.js';
import { alerts } from './alerts/alerts.js';
import { alertsArrive } from './alerts-arrive/alerts-arrive.js';
import { configuration } from './configuration/configuration.js';
import { datasource } from './datasource/datasource.js';
import { endpoints } from './endpoints/endpoints.js';
import { gates } from './gates/gates.js';
import { ingestion } from './ingestion/ingestion.js';
import { jobs } from './jobs/jobs.js';
import { labelSets } from './label-sets/label-sets.js';
import { locked } from './locked/locked.js';
import { machines } from './machines/machines.js';
import { metrics } from './metrics/metrics.js';
import { panels } from './panels/panels.js';
import { prometheus } from './prometheus/prometheus.js';
import { release } from './release/release.js';
import { remoteReadBack } from './remote/remote-read-back.js';
import { remoteWrite } from './remote/remote-write.js';
import { rules } from './rules/rules.js';
import { samples } from './samples/samples.js';
import { series } from './series/series.js';
import { stability } from './stability/stability.js';

/** All checks in the order of the chain: each rests on those above it, and the report shows them so. */
export const checkTable: readonly CheckModule[] = [
  prometheus,
  configuration,
  locked,
  machines,
  jobs,
  labelSets,
  samples,
  series,
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
