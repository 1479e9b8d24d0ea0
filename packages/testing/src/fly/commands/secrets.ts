import { randomBytes } from 'node:crypto';
import { settleRelease } from '../deploy/deploy.js';
import { waitTimes } from '../deploy/flag-readers.js';
import { metadata } from '../deploy/machine-definition.js';
import { createRelease, secretValues } from '../deploy/releases.js';
import { updateMachines } from '../deploy/update-machines.js';
import { type App, currentRelease, machinesOf } from '../platform/model.js';
import { secretView } from '../platform/views.js';
import { type Command, findApp, type Invocation, printJson, wantsJson } from './command.js';
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
    const views = [...app.secrets].sort(([a], [b]) => (a < b ? -1 : 1)).map((entry) => secretView(app, entry));
    if (wantsJson(call)) return printJson(call, views);
    call.out(
      `NAME\tDIGEST\tSTATUS\n${views.map((view) => `${String(view['name'])}\t${String(view['digest'])}\t${String(view['status'])}\n`).join('')}`,
    );
  },
};

const sync: Command = { run: (call) => void findApp(call) };

/** There is no test for "unchanged": every set is a new digest, and unless staged a release. */
async function store(call: Invocation, app: App, values: ReadonlyMap<string, string>): Promise<void> {
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
  } else if (app.releases.length === 0 && machinesOf(app).length === 0) {
    call.out('Secrets are staged for the first deployment\n');
  } else {
    await restartWithSecrets(call, app);
  }
}

/** A release with the image and configuration of the current one; every machine is restarted. */
async function restartWithSecrets(call: Invocation, app: App): Promise<void> {
  const live = currentRelease(app);
  const imageRef = machinesOf(app)[0]?.definition.imageRef ?? live?.imageRef ?? '';
  const made = createRelease(app, { imageRef, config: live?.config ?? {}, strategy: 'rolling', reason: 'secrets' });
  const updates = machinesOf(app).map((machine) => {
    const config = { ...machine.config, metadata: metadata(made, machine.group) };
    return { machine, definition: { ...machine.definition, config, secrets: secretValues(app) } };
  });
  const waiting = { times: waitTimes(call, undefined), smoke: true, interrupted: call.interrupted };
  const options = {
    strategy: 'rolling',
    maxUnavailable: 0.33,
    waiting: call.flags.isOn('detach') === true ? undefined : waiting,
  };
  await settleRelease(call, { app, release: made }, () => updateMachines(call, app, { updates, options }));
}

export const secretCommands: Readonly<Record<string, Command>> = {
  'secrets set': set,
  'secrets import': importCommand,
  'secrets unset': unset,
  'secrets list': list,
  'secrets deploy': deploy,
  'secrets sync': sync,
};
