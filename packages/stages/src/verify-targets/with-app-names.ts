import type { Files } from '@fly-monitoring/kit';
import { findAppNames, namelessMonitoringApp } from '../app-names.js';
import type { Problems } from '../fly-deployment/file-problems.js';
import type { VerifyInputs } from './inputs.js';

interface Place {
  readonly files: Files;
  /** Absolute. */
  readonly workspace: string;
}

/** The monitoring app is looked for by its name only where nobody gives its address. */
export async function withAppNames(inputs: VerifyInputs, problems: Problems, place: Place): Promise<VerifyInputs> {
  const { monitoredApp, monitoringApp } = await findAppNames(inputs, problems, place);
  if (monitoringApp === undefined && inputs.prometheusUrl === undefined) {
    problems.input(namelessMonitoringApp(inputs.monitoringConfig));
  }
  return Object.freeze({ ...inputs, monitoredApp, monitoringApp });
}
