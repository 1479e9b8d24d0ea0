import { type DeployRequest, hasPublicServices } from '@fly-monitoring/fly';
import type { StageReport, StageTools } from '@fly-monitoring/kit';
import { fingerprintVariable, writeFingerprint } from '../fly-deployment/fingerprint.js';
import type { PlannedDeployment } from '../fly-deployment/planned.js';
import { runDeployment } from '../fly-deployment/run.js';
import { lookMs, totalTimeoutMs, waitTimeoutOf } from '../fly-deployment/timeouts.js';
import type { WantedDeployment } from '../fly-deployment/wanted.js';
import type { PreparedApp } from './prepare.js';
import { reportApp, reportAppPlan } from './report.js';

/** flyctl's own. */
const defaultWaitMs = 5 * 60_000;

export async function runDeployApp(
  prepared: PreparedApp,
  { flyctl, wanted, plan }: PlannedDeployment,
  tools: StageTools,
): Promise<StageReport> {
  const { inputs } = prepared;
  if (inputs.dryRun) return reportAppPlan(wanted.app, plan);
  const startedAt = new Date(tools.clock.now()).toISOString();
  const request = deployRequest(prepared, wanted, tools);
  const outcome = await runDeployment({ flyctl, wanted, plan, request }, tools);
  const url = hasPublicServices(wanted.config) ? `https://${wanted.app}.fly.dev` : '';
  const facts = { app: wanted.app, url, plan, outcome };
  if (outcome.kind !== 'unchanged') return reportApp({ ...facts, startedAt }, wanted.fingerprint.revision);
  // What is proved then is the release that stays: its processes started with its own deploy, not with this run.
  return reportApp({ ...facts, startedAt: plan.live?.startedAt ?? '' }, plan.live?.revision);
}

function deployRequest(
  { inputs, configFile, contextFolder }: PreparedApp,
  wanted: WantedDeployment,
  tools: StageTools,
): DeployRequest {
  const { deploy } = wanted.config;
  const waitTimeout = waitTimeoutOf(inputs.waitTimeout, wanted.config, defaultWaitMs);
  const build = wanted.image.kind === 'build' ? wanted.image : undefined;
  return {
    app: wanted.app,
    contextFolder,
    configFile,
    dockerfile: wanted.config.build.dockerfile === undefined ? build?.dockerfile : undefined,
    image: wanted.image.kind === 'image' ? wanted.image.reference : undefined,
    imageLabel: build === undefined ? undefined : tools.context.runLabel,
    ...(build === undefined ? {} : { buildArgs: build.buildArgs }),
    env: { [fingerprintVariable]: writeFingerprint(wanted.fingerprint) },
    strategy: inputs.strategy,
    publicAddresses: hasPublicServices(wanted.config) ? 'default' : 'none',
    waitTimeout,
    totalTimeoutMs: totalTimeoutMs({ waitTimeout, image: wanted.image, deploy }),
    endsAtMs: tools.endsAtMs === undefined ? undefined : tools.endsAtMs - lookMs,
  };
}
