import { findAppNames, namelessMonitoringApp } from '@fly-monitoring/fly';
import type { Files, Problems } from '@fly-monitoring/kit';
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
