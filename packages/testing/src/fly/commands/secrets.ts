import { randomBytes } from 'node:crypto';
import { fieldsOf, textOf } from '../config/fields.js';
import { maxUnavailable, waitTimes } from '../deploy/flag-readers.js';
import { metadata } from '../deploy/machine-definition.js';
import { createRelease, secretValues } from '../deploy/releases.js';
import { settleRelease } from '../deploy/settle-release.js';
import { planUpdate, updateMachines } from '../deploy/update-machines.js';
import type { Machine } from '../machines/machine.js';
import type { MachineDefinition } from '../machines/machine-definition.js';
import { type App, currentRelease, isDeployed, launchMachines, machinesOf, type Release } from '../platform/model.js';
import { secretView } from '../platform/views.js';
import { type Command, findApp, type Invocation, printJson, wantsJson } from './command.js';
import { debugRequest } from './debug-log.js';
import { FlyctlError } from './flyctl-error.js';
import { parseSecretLines, SecretLineError } from './secrets-import.js';

const STDIN_LIMIT = 64 * 1024;

const set: Command = {
  args: { kind: 'atLeast', count: 1 },
  async run(call) {
    const app = findApp(call);
    const values = new Map<string, string>();
    for (const pair of call.flags.args) {
      const cut = pair.indexOf('=');
      if (cut < 0) throw new FlyctlError(`could not parse secrets: '${pair}': must be in the format NAME=VALUE`);
      const value = pair.slice(cut + 1);
      values.set(pair.slice(0, cut), value === '-' ? (await call.readInput()).slice(0, STDIN_LIMIT).trim() : value);
    }
    await store(call, app, values);
  },
};

const importCommand: Command = {
  async run(call) {
    const app = findApp(call);
    const values = parse(await call.readInput());
    if (values.size === 0) throw new FlyctlError('requires at least one SECRET=VALUE pair');
    await store(call, app, values);
  },
};

function parse(input: string): Map<string, string> {
  try {
    return parseSecretLines(input);
  } catch (error) {
    if (error instanceof SecretLineError) throw new FlyctlError(`Failed to parse secrets from stdin: ${error.message}`);
    throw error;
  }
}

const unset: Command = {
  args: { kind: 'atLeast', count: 1 },
  async run(call) {
    const app = findApp(call);
    for (const name of call.flags.args) app.secrets.delete(name);
    await release(call, app);
  },
};

const deploy: Command = {
  async run(call) {
    const app = findApp(call);
    if (machinesOf(app).length === 0) throw new FlyctlError('no machines available to deploy');
    await restartWithSecrets(call, app);
  },
};

const list: Command = {
  run(call) {
    const app = findApp(call);
    call.strike('secrets-api', { app: app.name, before: 'failed to list app secrets: ' });
    const isUnreadable = call.platform.misbehaviours.take('releases-unavailable', app.name) !== undefined;
    const releases = isUnreadable ? [] : app.releases;
    const views = [...app.secrets].sort(byName).map((entry) => secretView(app, entry, releases));
    if (wantsJson(call)) return printJson(call, views);
    call.out(
      `NAME\tDIGEST\tSTATUS\n${views.map((view) => `${String(view['name'])}\t${String(view['digest'])}\t${String(view['status'])}\n`).join('')}`,
    );
  },
};

const sync: Command = { run: (call) => void findApp(call) };

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** There is no test for "unchanged": every set is a new digest, and unless staged a release. */
async function store(call: Invocation, app: App, values: ReadonlyMap<string, string>): Promise<void> {
  call.strike('secrets-api', { app: app.name, before: 'update secrets: failed to update app secrets: ' });
  debugRequest(call, {
    line: `POST https://api.machines.dev/v1/apps/${app.name}/secrets`,
    body: { values: Object.fromEntries(values) },
  });
  const now = new Date().toISOString();
  for (const [name, value] of values) {
    const createdAt = app.secrets.get(name)?.createdAt ?? now;
    app.secrets.set(name, { value, digest: randomBytes(8).toString('hex'), createdAt, updatedAt: now });
  }
  app.secretsVersion += 1;
  await release(call, app);
}

async function release(call: Invocation, app: App): Promise<void> {
  if (call.flags.isOn('stage') === true) {
    call.out(
      'Secrets have been staged, but not set on VMs. Deploy or update machines in this app for the secrets to take effect.\n',
    );
  } else if (!isDeployed(app) && machinesOf(app).length === 0) {
    call.out('Secrets are staged for the first deployment\n');
  } else {
    await restartWithSecrets(call, app);
  }
}

/** A release with the image and configuration of the current one; every machine that runs is restarted. */
async function restartWithSecrets(call: Invocation, app: App): Promise<void> {
  const live = currentRelease(app);
  const machines = launchMachines(app);
  const imageRef = machines[0]?.definition.imageRef ?? live?.imageRef ?? '';
  const config = live?.config ?? {};
  const deploy = fieldsOf(config['deploy']);
  const strategy = textOf(deploy['strategy']) ?? 'rolling';
  const made = createRelease(app, { imageRef, config, strategy, reason: 'secrets' });
  const updates = machines.map((machine) => planUpdate(machine, withSecrets(app, machine, made)));
  const health = call.flags.isOn('detach') !== true;
  const waiting = { times: waitTimes(call, deploy), smoke: true, health, interrupted: call.interrupted };
  const options = { strategy, maxUnavailable: maxUnavailable(call, deploy), waiting };
  const checksDns = health && call.flags.isOn('dns-checks') !== false;
  await settleRelease(call, { app, release: made, checksDns }, () => updateMachines(call, app, { updates, options }));
}

function withSecrets(app: App, machine: Machine, release: Release): MachineDefinition {
  const config = { ...machine.config, metadata: metadata(release, machine.group) };
  return { ...machine.definition, config, secrets: secretValues(app) };
}

export const secretCommands: Readonly<Record<string, Command>> = {
  'secrets set': set,
  'secrets import': importCommand,
  'secrets unset': unset,
  'secrets list': list,
  'secrets deploy': deploy,
  'secrets sync': sync,
};
