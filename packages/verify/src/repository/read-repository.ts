import { isAbsolute, join } from 'node:path';
import { namelessApp } from '@fly-monitoring/fly';
import { type DashboardDocument, readDashboards } from '@fly-monitoring/grafana';
import { type Files, invalidInputs, isSuiteError, SuiteError } from '@fly-monitoring/kit';
import {
  appsOf,
  type IncludedFile,
  type PrometheusConfig,
  parsePrometheusConfig,
  readIncludedFiles,
  rewriteInternalNames,
} from '@fly-monitoring/prometheus';
import type { VerifyInputs } from '../base-inputs.js';

/** What the repository says should be there. */
export interface Repository {
  /** Undefined when jobs are given as an input and there is no file. */
  readonly config: PrometheusConfig | undefined;
  /** Of the configuration file, with the app's own name in it. */
  readonly configText: string | undefined;
  readonly dashboards: readonly DashboardDocument[];
}

interface Place {
  readonly files: Files;
  /** Absolute. */
  readonly workspace: string;
}

/** @throws SuiteError that names the file that is missing or wrong */
export async function readMaterial(inputs: VerifyInputs, place: Place): Promise<Repository> {
  const read = await readConfig(inputs, place);
  return { config: read?.config, configText: read?.text, dashboards: await readPanels(inputs, place) };
}

interface ReadConfig {
  readonly config: PrometheusConfig;
  readonly text: string;
}

async function readConfig(inputs: VerifyInputs, place: Place): Promise<ReadConfig | undefined> {
  const { files, workspace } = place;
  const file = inputs.prometheusConfig;
  const text = await files.readText(isAbsolute(file) ? file : join(workspace, file));
  if (text === undefined) {
    if (inputs.jobs.length > 0 && !inputs.isConfigNamed) return undefined;
    throw new SuiteError({
      code: 'FILE_MISSING',
      message: `Input "prometheus-config" is "${file}"; there is no such file.`,
      hint: 'Check out the repository before this step, or name the expected jobs in input "jobs".',
    });
  }
  const included = await readIncluded(parsePrometheusConfig(text, { file }), place);
  const own = forApp({ file, text, included }, inputs);
  const config = checked(parsePrometheusConfig(own.text, own));
  if (config.jobs.length === 0 && inputs.jobs.length === 0) throw onlyInImage(config);
  return { config, text: own.text };
}

/** Nothing would be expected, and so nothing proved. */
function onlyInImage({ file, scrapeConfigFiles }: PrometheusConfig): SuiteError {
  return new SuiteError({
    code: 'PROMETHEUS_CONFIG_INVALID',
    message: `${file}: all jobs are in ${scrapeConfigFiles.join(', ')}, which only the image has, so none is expected.`,
    hint: 'Name the jobs in input "jobs", or give a path relative to the file.',
  });
}

async function readIncluded(config: PrometheusConfig, place: Place): Promise<readonly IncludedFile[]> {
  const { files, missing } = await readIncludedFiles(config, place);
  if (missing.length === 0) return files;
  throw new SuiteError({
    code: 'PROMETHEUS_CONFIG_INVALID',
    message: missing
      .map((pattern) => `${config.file}: scrape_config_files names ${pattern}; there is no such file.`)
      .join('\n'),
    hint: 'Prometheus starts without these jobs, and says nothing. Correct the path, or take it out.',
  });
}

interface ConfigTexts {
  readonly file: string;
  readonly text: string;
  readonly included: readonly IncludedFile[];
}

/** The deploy wrote the app's own name into the files; where several apps are named, they stay as they are. */
function forApp(texts: ConfigTexts, { monitoredApp: app, appConfig }: VerifyInputs): ConfigTexts {
  const [from, ...others] = appsOf(parsePrometheusConfig(texts.text, texts));
  if (from === undefined || others.length > 0) return texts;
  if (app === undefined) throw invalidInputs([namelessApp(appConfig)]);
  const renamed = (text: string) => rewriteInternalNames(text, { from, to: app });
  return {
    ...texts,
    text: renamed(texts.text),
    included: texts.included.map(({ path, text }) => ({ path, text: renamed(text) })),
  };
}

function checked(config: PrometheusConfig): PrometheusConfig {
  const errors = config.problems.filter(({ level }) => level === 'error');
  if (errors.length === 0) return config;
  throw new SuiteError({
    code: 'PROMETHEUS_CONFIG_INVALID',
    message: errors.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'),
    hint: 'Correct the lines shown.',
  });
}

async function readPanels(inputs: VerifyInputs, place: Place): Promise<readonly DashboardDocument[]> {
  try {
    return await readDashboards(inputs.dashboards, place);
  } catch (thrown) {
    // A repository without dashboards is no mistake as long as nobody named one.
    if (isSuiteError(thrown) && thrown.code === 'FILE_MISSING' && !inputs.areDashboardsNamed) return [];
    throw thrown;
  }
}
