import { posix } from 'node:path';
import {
  appsOf,
  type Deployment,
  parsePrometheusConfig,
  rewriteInternalNames,
  setExternalLabels,
} from '@fly-monitoring/prometheus';

export interface AppDeployment extends Deployment {
  /** Undefined: the names in the file stay. */
  readonly monitoredApp: string | undefined;
}

/**
 * The configuration for this deployment: the app in `.internal` names, and the external labels that tell deployments
 * apart where the file has them. Comments and layout stay.
 * @throws SuiteError PROMETHEUS_CONFIG_INVALID
 */
export function adaptPrometheusConfig(text: string, deployment: AppDeployment): string {
  const { monitoredApp } = deployment;
  const own = monitoredApp === undefined ? text : rewriteInternalNames(text, { to: monitoredApp });
  return setExternalLabels(own, deployment);
}

export interface ConfigVerdict {
  /** In words with file and line. */
  readonly wrong: readonly string[];
  /** It finds machines by the name of an app, and no name was given. */
  readonly needsName: boolean;
}

export function judgePrometheusConfig(text: string, file: string, monitoredApp: string | undefined): ConfigVerdict {
  const config = parsePrometheusConfig(text, { file });
  const wrong = config.problems
    .filter(({ level }) => level === 'error')
    .map((problem) => `${problem.file}:${problem.line}: ${problem.message}`);
  const apps = appsOf(config);
  if (monitoredApp === undefined) return { wrong, needsName: apps.length > 0 };
  if (wrong.length > 0 || apps.length === 0 || apps.includes(monitoredApp)) return { wrong, needsName: false };
  return { wrong: [`${file}: no job names ${monitoredApp}; they name ${apps.join(', ')}.`], needsName: false };
}

/** Patterns of rule files, relative to the checkout. */
export function ruleFilePatterns(text: string, file: string): readonly string[] {
  const { ruleFiles } = parsePrometheusConfig(text, { file });
  // An absolute one is a path in the image, where this configuration has no say.
  return ruleFiles
    .filter((pattern) => !pattern.startsWith('/'))
    .map((pattern) => posix.join(posix.dirname(file), pattern));
}
