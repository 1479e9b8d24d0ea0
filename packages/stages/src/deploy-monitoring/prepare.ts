import { resolve } from 'node:path';
import { findAppNames, namelessApp, namelessMonitoringApp, parseFlyToml, readName } from '@fly-monitoring/fly';
import { type Problems, type RawInputs, type Secret, type StageTools, tellUnusedHosts } from '@fly-monitoring/kit';
import { fingerprintVariable, makeFingerprint, writeFingerprint } from '../fly-deployment/fingerprint.js';
import { findIgnoreFile } from '../fly-deployment/ignore-file.js';
import { parseFlyInputs } from '../fly-deployment/parse-fly-inputs.js';
import type { WantedDeployment } from '../fly-deployment/wanted.js';
import { type BuildSource, configProblem, findBuildSource, type Texts } from './build-source.js';
import { deployMonitoringInputs } from './inputs.js';
import { machineEnvironment, renderConfig } from './machine-config.js';
import {
  adaptPrometheusFiles,
  judgePrometheusFiles,
  type PrometheusFiles,
  readPrometheusFiles,
} from './prometheus-file.js';
import {
  type Access,
  checkConfig,
  checkInputs,
  type DeployMonitoringInputs,
  type GivenMonitoringInputs,
  monitoringSecrets,
  selectAccess,
} from './settings.js';

export interface PreparedMonitoring {
  readonly inputs: DeployMonitoringInputs;
  readonly access: Access;
  readonly wanted: WantedDeployment;
  /** Absolute. */
  readonly dockerfile: string;
  readonly source: BuildSource;
  /** Absolute; of the file that the fly.toml names. */
  readonly ignoreFile: string | undefined;
  /** The fly.toml of this deployment. */
  readonly configText: string;
}

const tokens = ['fly-monitoring-api-token', 'fly-api-token'] as const;

/** @throws SuiteError that names everything that is wrong */
export async function prepareMonitoring(raw: RawInputs, tools: StageTools): Promise<PreparedMonitoring> {
  const { inputs: given, problems } = await parseFlyInputs({ spec: deployMonitoringInputs, tokens }, raw, tools);
  const inputs = await withNames(given, problems, tools);
  checkInputs(inputs, problems);
  const secrets = await monitoringSecrets(inputs, problems);
  protectDerived(secrets, tools);
  const texts = await readFiles(inputs, problems, tools);
  const written = await readPrometheusFiles(inputs.prometheusConfig, texts.prometheusConfig, tools);
  const prometheus = checkPrometheusFiles(inputs, written, problems);
  const source = await findBuildSource({ inputs, texts, prometheus, written, problems }, tools);
  const access = selectAccess(inputs);
  const env = machineEnvironment({ inputs, access, source: source?.source });
  const config = problems.attempt(() => {
    const rendered = renderConfig({ inputs, access, env, text: texts.config });
    const parsed = parseFlyToml(rendered, inputs.config);
    const written = parseFlyToml(texts.config, inputs.config);
    if (texts.config !== '') checkConfig(inputs, written, problems);
    return { rendered, parsed, named: written.build.ignoreFile };
  });
  tellUnusedHosts(deployMonitoringInputs, inputs, tools.log);
  const ignoreFile = await findIgnoreFile({ named: config?.named, config: inputs.config, problems }, tools);
  problems.throwIfAny();
  if (config === undefined || source === undefined) throw new Error('A missing file must have been a problem.');
  const app = inputs.monitoringApp;
  const fingerprint = await makeFingerprint({ app, image: source.identity, config: config.rendered, secrets });
  const dockerfile = resolve(tools.context.workspace, inputs.dockerfile);
  const all = { ...env, [fingerprintVariable]: writeFingerprint(fingerprint) };
  return {
    inputs,
    access,
    dockerfile,
    ignoreFile,
    source: source.source,
    configText: renderConfig({ inputs, access, env: all, text: texts.config }),
    wanted: {
      app,
      config: config.parsed,
      image: { kind: 'build', dockerfile, buildArgs: new Map() },
      secrets,
      otherSecrets: 'owned',
      fingerprint,
      create: inputs.create && inputs.org !== undefined ? { organisation: inputs.org } : undefined,
      force: inputs.force ? 'always' : 'when-changed',
    },
  };
}

/** A name that is missing is a problem; an app that is not scraped by its name may stay unnamed. */
async function withNames(
  given: GivenMonitoringInputs,
  problems: Problems,
  { files, context, log }: StageTools,
): Promise<DeployMonitoringInputs> {
  const question = { ...given, monitoringConfig: given.config };
  const place = { files, workspace: context.workspace };
  const { monitoredApp, monitoringApp } = await findAppNames(question, problems, place);
  if (monitoringApp === undefined) problems.input(namelessMonitoringApp(given.config));
  const inFile = await readName(given.config, problems, place);
  if (inFile !== undefined && inFile !== monitoringApp) {
    log.info(`${given.config} names the app ${inFile}; deploying it as ${monitoringApp}, as monitoring-app says.`);
  }
  return { ...given, monitoredApp, monitoringApp: monitoringApp ?? '' };
}

/** Hashes and passwords that were made here are masked like those that were given. */
function protectDerived(secrets: ReadonlyMap<string, Secret>, tools: StageTools): void {
  for (const name of ['PROMETHEUS_BASIC_AUTH', 'PROMETHEUS_SELF_AUTH']) {
    const secret = secrets.get(name);
    if (secret !== undefined) tools.protect(secret);
  }
}

/** Empty for a file that is not there, which is a problem already. */
async function readFiles(inputs: DeployMonitoringInputs, problems: Problems, tools: StageTools): Promise<Texts> {
  const read = async (input: string, path: string) => {
    const text = await tools.files.readText(resolve(tools.context.workspace, path));
    if (text === undefined) problems.missingFile(input, path);
    return text ?? '';
  };
  return {
    config: await read('config', inputs.config),
    dockerfile: await read('dockerfile', inputs.dockerfile),
    prometheusConfig: await read('prometheus-config', inputs.prometheusConfig),
  };
}

/** The configuration as this deployment needs it. */
function checkPrometheusFiles(
  inputs: DeployMonitoringInputs,
  written: PrometheusFiles,
  problems: Problems,
): PrometheusFiles {
  if (written.text === '') return written;
  const adapted = problems.attempt(() => adaptPrometheusFiles(written, inputs)) ?? written;
  const { wrong, needsName } = judgePrometheusFiles(adapted, inputs.monitoredApp);
  for (const message of wrong) problems.add(configProblem(message));
  if (needsName) problems.input(namelessApp(inputs.appConfig));
  return adapted;
}
