import { isAbsolute, join } from 'node:path';
import { namelessApp } from '@fly-monitoring/fly';
import { type DashboardDocument, readDashboards } from '@fly-monitoring/grafana';
import { type Files, invalidInputs, isSuiteError, SuiteError } from '@fly-monitoring/kit';
import { appsOf, type PrometheusConfig, parsePrometheusConfig, rewriteInternalNames } from '@fly-monitoring/prometheus';
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

async function readConfig(inputs: VerifyInputs, { files, workspace }: Place): Promise<ReadConfig | undefined> {
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
  const own = forApp(text, inputs);
  return { config: checked(parsePrometheusConfig(own, { file })), text: own };
}

/** The deploy wrote the app's own name into the file; where several apps are named, they stay as they are. */
function forApp(text: string, { monitoredApp: app, appConfig }: VerifyInputs): string {
  if (appsOf(parsePrometheusConfig(text, { file: '' })).length !== 1) return text;
  if (app === undefined) throw invalidInputs([namelessApp(appConfig)]);
  return rewriteInternalNames(text, { to: app });
}

function checked(config: PrometheusConfig): PrometheusConfig {
  const errors = config.problems.filter(({ level }) => level === 'error');
  if (errors.length === 0) return config;
  throw new SuiteError({
    code: 'PROMETHEUS_CONFIG_INVALID',
    message: errors.map(({ line, message }) => `${config.file}:${line}: ${message}`).join('\n'),
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
