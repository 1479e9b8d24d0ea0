import path from 'node:path';
import { appName, type Command, findApp, type Invocation, loadConfig } from '../commands/command.js';
import { FlyctlError } from '../commands/flyctl-error.js';
import { type AppConfig, primaryRegion, processGroups } from '../config/app-config.js';
import { fieldsOf, textOf } from '../config/fields.js';
import { configProblems } from '../config/validate.js';
import { type App, currentRelease, machinesOf, type Release } from '../platform/model.js';
import { createGroup } from './create-machines.js';
import { deployImage } from './deploy-image.js';
import { checkVolumes, provideForFirstDeploy } from './first-deploy.js';
import { pairs, waitTimes } from './flag-readers.js';
import { type Definition, defineMachine } from './machine-definition.js';
import { runReleaseCommand } from './release-command.js';
import { createRelease } from './releases.js';
import { type UpdateOptions, updateMachines } from './update-machines.js';
import { Interrupted, type Waiting } from './wait.js';

/** flyctl's own default when neither the flag nor the file names a region. */
const DEFAULT_REGION = 'iad';
const DEFAULT_MAX_UNAVAILABLE = 0.33;

export const deployCommand: Command = {
  args: { kind: 'atMost', count: 1 },
  async run(call) {
    const config = requireConfig(call);
    const app = findApp(call, appName(call, config));
    verify(call, config);
    const times = waitTimes(call, fieldsOf(config.raw['deploy'])['wait_timeout']);
    const image = deployImage(call, app, config);
    if (call.flags.isOn('build-only') === true) return;
    const region =
      call.flags.text('primary-region') ?? primaryRegion(config) ?? call.env['FLY_REGION'] ?? DEFAULT_REGION;
    call.out(`\nWatch your deployment at https://fly.io/apps/${app.name}/monitoring\n\n`);
    provideForFirstDeploy(call, app, { config, region });
    checkVolumes(app, { config, region });
    const strategy = strategyOf(call, config);
    const release = createRelease(app, { imageRef: image.reference, config: config.raw, strategy, reason: 'deploy' });
    const from: Definition = { app, config, release, image, region, extraEnv: pairs(call, 'env') };
    const waiting: Waiting = { times, smoke: call.flags.isOn('smoke-checks') !== false, interrupted: call.interrupted };
    const maxUnavailable = Number(call.flags.text('max-unavailable') ?? DEFAULT_MAX_UNAVAILABLE);
    const options = { strategy, maxUnavailable, waiting: call.flags.isOn('detach') === true ? undefined : waiting };
    await settleRelease(call, { app, release }, () => deployMachines(call, from, options));
    if (app.ips.length > 0) call.out(`\nVisit your newly deployed app at https://${app.name}.fly.dev/\n`);
  },
};

/** Writes how the release ended, whatever happens, and prints it where asked. */
export async function settleRelease(
  call: Invocation,
  at: { app: App; release: Release },
  work: () => Promise<void>,
): Promise<void> {
  const { app, release } = at;
  const { misbehaviours } = call.platform;
  release.status = 'running';
  try {
    await work();
    release.status = 'complete';
  } catch (error) {
    release.status = error instanceof Interrupted ? 'interrupted' : 'failed';
    if (misbehaviours.take('exit-zero-on-failure', app.name) === undefined) throw error;
    call.err(`Error: ${error instanceof Error ? error.message : String(error)}\n`);
    return;
  }
  const isAsked = (call.env['FLY_EMIT_RELEASE_JSON'] ?? '') !== '';
  if (isAsked && misbehaviours.take('no-release-json', app.name) === undefined) {
    call.out(`${JSON.stringify({ id: release.id, version: release.version, image_ref: release.imageRef })}\n`);
  }
  if (misbehaviours.take('hang-after-success', app.name) !== undefined) await untilInterrupted(call);
}

function untilInterrupted(call: Invocation): Promise<never> {
  return new Promise((_resolve, reject) => {
    call.interrupted.addEventListener('abort', () => reject(new Interrupted()), { once: true });
  });
}

async function deployMachines(call: Invocation, from: Definition, options: UpdateOptions): Promise<void> {
  const groups = [...processGroups(from.config).keys()];
  await runReleaseCommand(call, from, groups[0] ?? 'app');
  await destroyRemovedGroups(call, from.app, groups);
  const existing = machinesOf(from.app);
  const missing = groups.filter((group) => !existing.some((machine) => machine.group === group));
  const isHa = call.flags.isOn('ha') !== false;
  // "immediate" waits for nothing, on creation neither.
  const waiting = options.strategy === 'immediate' ? undefined : options.waiting;
  const isUpdateOnly = call.flags.isOn('update-only') === true;
  for (const group of isUpdateOnly ? [] : [...missing].sort()) await createGroup(call, from, { group, isHa, waiting });
  if (missing.length > 0) call.err('Finished launching new machines\n');
  const replaced = await replaceForMounts(call, from, groups);
  const updates = existing
    .filter((machine) => !replaced.has(machine.id))
    .map((machine) => ({
      machine,
      definition: keepStandby(machine.config.standbys, defineMachine(from, machine.group, machine.config.mounts)),
    }));
  await updateMachines(call, from.app, { updates, options });
  call.err('  Finished deploying\n');
}

function keepStandby(
  standbys: readonly string[] | undefined,
  definition: ReturnType<typeof defineMachine>,
): ReturnType<typeof defineMachine> {
  return standbys === undefined ? definition : { ...definition, config: { ...definition.config, standbys } };
}

async function destroyRemovedGroups(call: Invocation, app: App, groups: readonly string[]): Promise<void> {
  const removed = machinesOf(app).filter((machine) => !groups.includes(machine.group));
  for (const machine of removed) await call.platform.destroyMachine(app, machine);
}

/** A machine without the mount its group now has is replaced, not updated. */
async function replaceForMounts(
  call: Invocation,
  from: Definition,
  groups: readonly string[],
): Promise<ReadonlySet<string>> {
  const replaced = new Set<string>();
  for (const machine of machinesOf(from.app).filter(({ group }) => groups.includes(group))) {
    const wanted = defineMachine(from, machine.group);
    if (wanted.config.mounts.length === 0 || machine.config.mounts.length > 0) continue;
    replaced.add(machine.id);
    call.out(`Replacing ${machine.id} by new machine\n`);
    await call.platform.destroyMachine(from.app, machine);
    await call.platform.createMachine(from.app, { region: from.region, definition: wanted }).start();
  }
  return replaced;
}

/** Without a file flyctl takes the configuration of the current release. */
function requireConfig(call: Invocation): AppConfig {
  const config = loadConfig(call);
  if (config !== undefined) return config;
  const live = currentRelease(findApp(call, appName(call, undefined)));
  if (live === undefined)
    throw new FlyctlError(
      'failed to load app config: no fly.toml found, and the app has no release to take a configuration from',
    );
  return { raw: live.config, file: path.join(call.cwd, 'fly.toml'), workingDirectory: call.cwd };
}

function verify(call: Invocation, config: AppConfig): void {
  call.err(`==> Verifying app config\nValidating ${config.file}\n`);
  const problems = configProblems(config, call.flags.text('strategy'));
  if (problems.length > 0) throw new FlyctlError(`invalid app configuration\n${problems.join('\n')}`);
  call.err('✓ Configuration is valid\n--> Verified app config\n');
}

function strategyOf(call: Invocation, config: AppConfig): string {
  return call.flags.text('strategy') ?? textOf(fieldsOf(config.raw['deploy'])['strategy']) ?? 'rolling';
}
