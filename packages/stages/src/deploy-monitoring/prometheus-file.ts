import { posix } from 'node:path';
import { appsOf, parsePrometheusConfig, rewriteInternalNames } from '@fly-monitoring/prometheus';
import { type Deployment, setExternalLabels } from '../external-labels.js';

export interface AppDeployment extends Deployment {
  readonly monitoredApp: string;
}

/**
 * The configuration for this deployment: the app in `.internal` names, and the external labels that tell deployments
 * apart where the file has them. Comments and layout stay.
 * @throws SuiteError PROMETHEUS_CONFIG_INVALID
 */
export function adaptPrometheusConfig(text: string, deployment: AppDeployment): string {
  return setExternalLabels(rewriteInternalNames(text, { to: deployment.monitoredApp }), deployment);
}

/** What is wrong with it, in words with file and line. */
export function prometheusConfigProblems(text: string, file: string, monitoredApp: string): readonly string[] {
  const config = parsePrometheusConfig(text, { file });
  const wrong = config.problems
    .filter(({ level }) => level === 'error')
    .map(({ line, message }) => `${file}:${line}: ${message}`);
  const apps = appsOf(config);
  if (wrong.length > 0 || apps.length === 0 || apps.includes(monitoredApp)) return wrong;
  return [`${file}: no job names ${monitoredApp}; they name ${apps.join(', ')}.`];
}

/** Patterns of rule files, relative to the checkout. */
export function ruleFilePatterns(text: string, file: string): readonly string[] {
  const { ruleFiles } = parsePrometheusConfig(text, { file });
  // An absolute one is a path in the image, where this configuration has no say.
  return ruleFiles
    .filter((pattern) => !pattern.startsWith('/'))
    .map((pattern) => posix.join(posix.dirname(file), pattern));
}
