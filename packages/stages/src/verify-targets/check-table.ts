import type { InputSpec } from '@fly-monitoring/kit';
import type { CheckModule } from './check-module.js';
import { jobs } from './checks/jobs.js';
import { labelSets } from './checks/label-sets.js';
import { machines } from './checks/machines.js';
import { panels } from './checks/panels.js';
import { prometheus } from './checks/prometheus.js';
import { samples } from './checks/samples.js';
import { stability } from './checks/stability.js';

/** All checks in the order of the chain: each rests on those above it, and the report shows them so. */
export const checkTable: readonly CheckModule[] = [prometheus, machines, jobs, labelSets, samples, stability, panels];

/** Checks that need the same input share its spec. */
export const checkInputs: InputSpec = Object.assign({}, ...checkTable.map(({ inputs }) => inputs));
