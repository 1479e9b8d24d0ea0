import path from 'node:path';
import { appName, type Command, findApp, type Invocation, loadConfig } from '../commands/command.js';
import { FlyctlError } from '../commands/flyctl-error.js';
import { type AppConfig, hasWebAddress, primaryRegion } from '../config/app-config.js';
import { type Fields, fieldsOf, tablesOf } from '../config/fields.js';
import { strategyOf, validateConfig } from '../config/validate.js';
import { type App, currentRelease, isDeployed, launchMachines, machinesOf } from '../platform/model.js';
import { chosenMachines } from './chosen-machines.js';
import { deployImage } from './deploy-image.js';
import { deployMachines } from './deploy-machines.js';
import { provideForFirstDeploy } from './first-deploy.js';
import { checkDeployRetries, guestFromFlags, maxUnavailable, pairs, waitTimes } from './flag-readers.js';
import type { Definition } from './machine-definition.js';
import { createRelease } from './releases.js';
import { settleRelease } from './settle-release.js';
import { validateVolumes } from './volumes.js';
import type { Waiting } from './wait.js';

/** Without a region Fly takes the one nearest to the caller; a deploy names none of its own. */
const NEAREST_REGION = 'ams';

export const deployCommand: Command = {
  args: { kind: 'atMost', count: 1 },
  async run(call) {
    const config = requireConfig(call);
    const app = findApp(call, appName(call, config));
    verify(call, config);
    const extraEnv = pairs(call, 'env');
    const image = deployImage(call, app, config);
    if (call.flags.isOn('build-only') === true) return;
    call.out(`\nWatch your deployment at https://fly.io/apps/${app.name}/monitoring\n\n`);
    const deploy = fieldsOf(config.raw['deploy']);
    const waiting = waitingFor(call, deploy);
    checkDeployRetries(call);
    const strategy = call.flags.text('strategy') ?? strategyOf(config) ?? 'rolling';
    const share = maxUnavailable(call, deploy);
    const { region, machines, isFirst } = prepare(call, app, { config, strategy });
    call.strike('create-release', { app: app.name });
    const release = createRelease(app, { imageRef: image.reference, config: config.raw, strategy, reason: 'deploy' });
    const guest = guestFromFlags(call);
    const from: Definition = { app, config, release, image, region, extraEnv, guest };
    const plan = { machines, isFirst, options: { strategy, maxUnavailable: share, waiting } };
    const checksDns = waiting.health && call.flags.isOn('dns-checks') !== false && hasWebAddress(config);
    await settleRelease(call, { app, release, checksDns }, () => deployMachines(call, from, plan));
    sayGoodbye(call, app, config);
  },
};

function waitingFor(call: Invocation, deploy: Fields): Waiting {
  const isDetached = call.flags.isOn('detach') === true;
  return {
    times: waitTimes(call, deploy),
    smoke: !isDetached && call.flags.isOn('smoke-checks') !== false,
    health: !isDetached,
    interrupted: call.interrupted,
  };
}

/** Everything that can fail before there is a release. */
function prepare(call: Invocation, app: App, at: { config: AppConfig; strategy: string }) {
  const verdict = validateConfig(at.config, at.strategy);
  if (!verdict.isValid) {
    call.err(verdict.text);
    throw new FlyctlError('App configuration is not valid');
  }
  call.strike('machines-api', { app: app.name, before: 'failed to list VMs even after retries: ' });
  const managed = launchMachines(app);
  const machines = chosenMachines(call, managed);
  const hasOthers = managed.length === 0 && machinesOf(app).length > 0;
  if (hasOthers)
    call.err(
      "[WARNING] Your app doesn't have any Fly Launch machines, so we'll create one now. Learn more at \nhttps://fly.io/docs/launch/\n\n",
    );
  if (tablesOf(at.config.raw['mounts']).length > 0)
    call.strike('volumes-api', {
      app: app.name,
      before: 'Error fetching application volumes: failed to list volumes: ',
    });
  const region = call.flags.text('primary-region') ?? primaryRegion(at.config) ?? NEAREST_REGION;
  const isFirst = hasOthers || (!isDeployed(app) && machines.length === 0);
  if (isFirst) provideForFirstDeploy(call, app, { config: at.config, region });
  validateVolumes(call, app, { config: at.config, machines });
  return { region, machines, isFirst };
}

function sayGoodbye(call: Invocation, app: App, config: AppConfig): void {
  if (call.flags.isOn('flycast') === true)
    call.out(
      `\nYour your newly deployed app is available in the organizations' private network under http://${app.name}.flycast\n`,
    );
  else if (call.flags.isOn('no-public-ips') === true)
    call.out('\nYour app is deployed but does not have a public or private IP address\n');
  else if (hasWebAddress(config)) call.out(`\nVisit your newly deployed app at https://${app.name}.fly.dev/\n\n`);
}

/** Without a file flyctl takes the configuration of the current release. */
function requireConfig(call: Invocation): AppConfig {
  const config = loadConfig(call);
  if (config !== undefined) return config;
  const name = appName(call, undefined);
  const live = currentRelease(findApp(call, name));
  if (live === undefined)
    throw new FlyctlError(
      'failed to grab app config from existing machines, error: could not create a fly.toml from any machines :-(\nNo machines configured for this app',
    );
  return { raw: live.config, file: path.join(call.cwd, 'fly.toml'), workingDirectory: call.cwd };
}

/** The strategy of the flag is looked at later, when the image is built. */
function verify(call: Invocation, config: AppConfig): void {
  call.err('==> Verifying app config\n');
  const verdict = validateConfig(config);
  call.out(verdict.text);
  if (!verdict.isValid) throw new FlyctlError('App configuration is not valid');
  call.err('--> Verified app config\n');
}
