import type { Invocation } from '../commands/command.js';
import { FlyctlError } from '../commands/flyctl-error.js';
import type { Machine } from '../machines/machine.js';
import type { App } from '../platform/model.js';
import { parseImageRef } from '../platform/views.js';
import type { Update } from './update.js';
import { until, type Waiting } from './wait.js';

interface Green {
  readonly machine: Machine;
  readonly isLaunched: boolean;
}

/**
 * A green machine is made for every blue one; only when all are healthy do the blue ones go. A green machine inherits
 * "do not launch" from a stopped blue one, but one of each group with checks is started.
 */
export async function deployBluegreen(
  call: Invocation,
  app: App,
  plan: { updates: readonly Update[]; waiting: Waiting },
): Promise<void> {
  checkBluegreen(call, app, plan.updates);
  const greens: Green[] = [];
  try {
    await createGreens(call, app, { updates: plan.updates, greens });
    await waitForGreens(call, app, { greens, waiting: plan.waiting });
  } catch (error) {
    await rollBack(call, app, greens);
    throw error;
  }
  call.err('\nMarking green machines as ready\n\nStopping all blue machines\n');
  const blues = plan.updates.map(({ machine }) => machine);
  for (const blue of blues) await blue.stop();
  call.err('\nDestroying all blue machines\n');
  await destroyBlues(call, app, blues);
  call.err('\nDeployment Complete\n');
}

/** A blue machine that cannot be destroyed is named, and no failure. */
async function destroyBlues(call: Invocation, app: App, blues: readonly Machine[]): Promise<void> {
  const [first] = blues;
  const isLeft = first !== undefined && call.strike('bluegreen-destroy', { app: app.name, machine: first });
  for (const blue of isLeft ? blues.slice(1) : blues) await call.platform.destroyMachine(app, blue);
}

/** One image in all machines, and a check in at least one of them. */
function checkBluegreen(call: Invocation, app: App, updates: readonly Update[]): void {
  call.strike('bluegreen-check', { app: app.name });
  call.err('\nVerifying if app can be safely deployed \n');
  const images = new Set(
    updates.filter(({ machine }) => machine.hostStatus === 'ok').map(({ machine }) => imageOf(machine)),
  );
  if (images.size > 1) {
    call.err(
      `\n  Found ${images.size} different images in your app (for bluegreen to work, all machines need to run a single image)\n`,
    );
    throw new FlyctlError('found multiple image versions');
  }
  const unchecked = updates.filter((update) => !hasChecks(update));
  for (const { machine } of unchecked)
    call.err(
      `\n[WARN] Machine ${machine.id} [${machine.group}] doesn't have healthchecks setup. We won't check its health.`,
    );
  if (unchecked.length < updates.length) return;
  call.err(
    '\n\nYou need to define at least 1 check in order to use blue-green deployments. Refer to https://fly.io/docs/reference/configuration/#services-tcp_checks\n',
  );
  throw new FlyctlError('app not in valid state for bluegreen deployments');
}

function imageOf(machine: Machine): string {
  const { repository, tag } = parseImageRef(machine.definition.imageRef);
  return `${repository}:${tag}`;
}

function hasChecks({ definition }: Update): boolean {
  const { checks, services } = definition.config;
  return Object.keys(checks).length > 0 || services.some((service) => service.checks.length > 0);
}

async function createGreens(
  call: Invocation,
  app: App,
  at: { updates: readonly Update[]; greens: Green[] },
): Promise<void> {
  call.err('\nCreating green machines\n');
  const forced = representatives(at.updates);
  for (const update of at.updates) {
    const { machine: blue, definition } = update;
    const isLaunched = !update.skipsLaunch || forced.has(update);
    refuseTakenVolume(app, update);
    const machine = call.platform.createMachine(app, { region: blue.region, definition });
    at.greens.push({ machine, isLaunched });
    if (isLaunched) await machine.start();
    call.err(`  Created machine ${machine.id} [${machine.group}]\n`);
  }
}

/** Mounts are not refused by the validation; the green machine cannot have the volume that the blue one holds. */
function refuseTakenVolume(app: App, { definition }: Update): void {
  const taken = definition.config.mounts.find(({ volume }) => app.volumes.get(volume)?.attachedMachineId !== undefined);
  if (taken === undefined) return;
  throw new FlyctlError(
    `failed to launch VM: volume ${taken.volume} is attached to another machine\nfailed to create green machines`,
  );
}

/** The first machine of every group that has checks and of which nothing would be started. */
function representatives(updates: readonly Update[]): ReadonlySet<Update> {
  const groups = [...new Set(updates.map(({ machine }) => machine.group))];
  return new Set(
    groups.flatMap((group) => {
      const inside = updates.filter(({ machine }) => machine.group === group);
      const [first] = inside;
      const needs = inside.some(hasChecks) && inside.every(({ skipsLaunch }) => skipsLaunch);
      return needs && first !== undefined ? [first] : [];
    }),
  );
}

async function waitForGreens(
  call: Invocation,
  app: App,
  at: { greens: readonly Green[]; waiting: Waiting },
): Promise<void> {
  const { times, interrupted } = at.waiting;
  const launched = at.greens.filter(({ isLaunched }) => isLaunched).map(({ machine }) => machine);
  call.err('\nWaiting for all green machines to start\n');
  call.strike('bluegreen-start', { app: app.name });
  const allStarted = () => launched.every(({ state }) => state === 'started');
  if (!(await until(allStarted, times.stateMs, interrupted)))
    throw new FlyctlError('wait timeout\ncould not get all green machines into started state');
  call.err('\nWaiting for all green machines to be healthy\n');
  call.strike('bluegreen-healthy', { app: app.name });
  if (!(await until(() => launched.every(({ isHealthy }) => isHealthy), times.checksMs, interrupted)))
    throw new FlyctlError('wait timeout\ncould not get all green machines to be healthy');
}

async function rollBack(call: Invocation, app: App, greens: readonly Green[]): Promise<void> {
  call.err('\nRolling back failed deployment\n');
  for (const { machine } of greens) {
    await call.platform.destroyMachine(app, machine);
    call.err(`  Deleted machine ${machine.id} [${machine.group}]\n`);
  }
}
