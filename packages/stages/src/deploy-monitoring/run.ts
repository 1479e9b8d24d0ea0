import { type DeployRequest, type Flyctl, hasPublicServices } from '@fly-monitoring/fly';
import { isInterruption, type StageReport, type StageTools, toSuiteError } from '@fly-monitoring/kit';
import type { DeploymentOutcome } from '../fly-deployment/deployment.js';
import { interruptedDeployment } from '../fly-deployment/interrupted.js';
import type { DeploymentPlan } from '../fly-deployment/plan.js';
import type { PlannedDeployment } from '../fly-deployment/planned.js';
import { runDeployment } from '../fly-deployment/run.js';
import { lookMs, totalTimeoutMs, waitTimeoutOf } from '../fly-deployment/timeouts.js';
import type { PreparedMonitoring } from './prepare.js';
import { waitForPrometheus } from './ready.js';
import { reportMonitoring, reportMonitoringPlan } from './report.js';
import { type WrittenBuild, writeBuild } from './write-context.js';

/** A large volume takes its time to be mounted. */
const defaultWaitMs = 10 * 60_000;

export async function runDeployMonitoring(
  prepared: PreparedMonitoring,
  { flyctl, plan }: PlannedDeployment,
  tools: StageTools,
): Promise<StageReport> {
  const { wanted, inputs, access } = prepared;
  if (inputs.dryRun) return reportMonitoringPlan({ app: wanted.app, access, plan });
  const startedAt = new Date(tools.clock.now()).toISOString();
  const deployed = await deployFromFolder({ prepared, flyctl, plan }, tools);
  const url = access === 'private' ? '' : `https://${wanted.app}.fly.dev`;
  const outcome = await confirmReady({ prepared, flyctl, url, plan, deployed }, tools);
  return reportMonitoring({ app: wanted.app, url, plan, outcome, startedAt, access });
}

interface Deployment {
  readonly prepared: PreparedMonitoring;
  readonly flyctl: Flyctl;
  readonly plan: DeploymentPlan;
}

async function deployFromFolder({ prepared, flyctl, plan }: Deployment, tools: StageTools): Promise<DeploymentOutcome> {
  const folder = await tools.files.makeTemporaryFolder();
  try {
    const build = await writeBuild(prepared, folder, tools);
    const request = deployRequest(prepared, build, tools);
    return await runDeployment({ flyctl, wanted: prepared.wanted, plan, request }, tools);
  } finally {
    await tools.files.removeFolder(folder);
  }
}

function deployRequest(prepared: PreparedMonitoring, build: WrittenBuild, tools: StageTools): DeployRequest {
  const { wanted, inputs, dockerfile, ignoreFile } = prepared;
  const { deploy } = wanted.config;
  const waitTimeout = waitTimeoutOf(inputs.waitTimeout, wanted.config, defaultWaitMs);
  return {
    app: wanted.app,
    ...build,
    dockerfile,
    ignoreFile,
    imageLabel: tools.context.runLabel,
    // One Prometheus, one volume: a second machine would be another Prometheus with gaps of its own.
    highAvailability: 'off',
    publicAddresses: hasPublicServices(wanted.config) ? 'default' : 'none',
    waitTimeout,
    totalTimeoutMs: totalTimeoutMs({ waitTimeout, image: wanted.image, deploy }),
    endsAtMs: tools.endsAtMs === undefined ? undefined : tools.endsAtMs - lookMs,
  };
}

interface Confirmation {
  readonly prepared: PreparedMonitoring;
  readonly flyctl: Flyctl;
  readonly url: string;
  readonly plan: DeploymentPlan;
  readonly deployed: DeploymentOutcome;
}

const readyQuestion = 'ask Prometheus whether it is ready';

/** A machine that runs is not yet a Prometheus that answers. */
async function confirmReady(
  { prepared: { inputs, access, wanted }, flyctl, url, plan, deployed }: Confirmation,
  tools: StageTools,
): Promise<DeploymentOutcome> {
  if (deployed.kind === 'failed' || deployed.kind === 'interrupted') return deployed;
  const password = access === 'protected' ? inputs.prometheusPassword : undefined;
  const auth = password === undefined ? undefined : { user: inputs.prometheusUser, password };
  try {
    tools.log.info(`→ ${readyQuestion}`);
    await waitForPrometheus(flyctl, { app: wanted.app, access, url, auth, budgetMs: inputs.readyTimeout }, tools);
    return deployed;
  } catch (thrown) {
    if (!isInterruption(thrown)) return { kind: 'failed', error: toSuiteError(thrown), now: deployed.live.machines };
    const done = [`release ${deployed.live.version} of ${wanted.app} is live`];
    const facts = { app: wanted.app, plan, during: readyQuestion, done, cause: thrown };
    return { kind: 'interrupted', error: interruptedDeployment(facts) };
  }
}
