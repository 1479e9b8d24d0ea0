import { posix } from 'node:path';
import type { StageTools } from '@fly-monitoring/kit';
import {
  appsOf,
  appToRename,
  type Deployment,
  type IncludedFile,
  parsePrometheusConfig,
  readIncludedFiles,
  rewriteInternalNames,
  setExternalLabels,
} from '@fly-monitoring/prometheus';

export interface AppDeployment extends Deployment {
  /** Undefined: the names in the files stay. */
  readonly monitoredApp: string | undefined;
}

/** A configuration with the files that its scrape_config_files name. */
export interface PrometheusFiles {
  /** Relative to the checkout. */
  readonly file: string;
  readonly text: string;
  readonly included: readonly IncludedFile[];
}

/** Absolute patterns are paths in the image, and are not read. */
export async function readPrometheusFiles(
  file: string,
  text: string,
  { files, context }: StageTools,
): Promise<PrometheusFiles> {
  const config = parsePrometheusConfig(text, { file });
  const { files: included } = await readIncludedFiles(config, { files, workspace: context.workspace });
  return { file, text, included };
}

/**
 * The configuration for this deployment: the app in `.internal` names, and the external labels that tell deployments
 * apart where the file has them. Comments and layout stay.
 * @throws SuiteError PROMETHEUS_CONFIG_INVALID
 */
export function adaptPrometheusFiles(files: PrometheusFiles, deployment: AppDeployment): PrometheusFiles {
  const own = renameApp(files, deployment.monitoredApp);
  return { ...own, text: setExternalLabels(own.text, deployment) };
}

/** All files name one app, so they are read together to find out which. */
function renameApp(files: PrometheusFiles, to: string | undefined): PrometheusFiles {
  if (to === undefined) return files;
  const from = appToRename(appsOf(parsePrometheusConfig(files.text, files)), to);
  if (from === undefined) return files;
  const renamed = (text: string) => rewriteInternalNames(text, { from, to });
  return {
    ...files,
    text: renamed(files.text),
    included: files.included.map(({ path, text }) => ({ path, text: renamed(text) })),
  };
}

export interface ConfigVerdict {
  /** In words with file and line. */
  readonly wrong: readonly string[];
  /** It finds machines by the name of an app, and no name was given. */
  readonly needsName: boolean;
}

export function judgePrometheusFiles(files: PrometheusFiles, monitoredApp: string | undefined): ConfigVerdict {
  const config = parsePrometheusConfig(files.text, files);
  const wrong = config.problems
    .filter(({ level }) => level === 'error')
    .map(({ file, line, message }) => `${file}:${line}: ${message}`);
  const apps = appsOf(config);
  if (monitoredApp === undefined) return { wrong, needsName: apps.length > 0 };
  if (wrong.length > 0 || apps.length === 0 || apps.includes(monitoredApp)) return { wrong, needsName: false };
  return { wrong: [`${files.file}: no job names ${monitoredApp}; they name ${apps.join(', ')}.`], needsName: false };
}

export interface FilePattern {
  readonly key: 'rule_files' | 'scrape_config_files';
  /** Relative to the checkout. */
  readonly pattern: string;
}

/** The other files that a configuration needs beside it. */
export function filePatterns({ file, text }: PrometheusFiles): readonly FilePattern[] {
  const { ruleFiles, scrapeConfigFiles } = parsePrometheusConfig(text, { file });
  const patternsOf = (key: FilePattern['key'], patterns: readonly string[]) =>
    // An absolute one is a path in the image, where this configuration has no say.
    patterns
      .filter((pattern) => !pattern.startsWith('/'))
      .map((pattern) => ({ key, pattern: posix.join(posix.dirname(file), pattern) }));
  return [...patternsOf('rule_files', ruleFiles), ...patternsOf('scrape_config_files', scrapeConfigFiles)];
}
