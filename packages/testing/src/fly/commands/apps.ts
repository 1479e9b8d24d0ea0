import { mayUse, mayUseOrganisation } from '../platform/tokens.js';
import { appView, statusView } from '../platform/views.js';
import { type Command, findApp, printJson, wantsJson } from './command.js';
import { FlyctlError } from './flyctl-error.js';

const NAME_TAKEN =
  'App names are unique across all of Fly.io, not just your organization, so this name may be held by an app you cannot see. Try a different name.';
const NAME_RULE = /^[a-z][a-z0-9-]{0,62}$/;

const create: Command = {
  args: { kind: 'between', least: 0, most: 1 },
  run(call) {
    const name = call.flags.args[0] ?? call.flags.text('name');
    const given = call.flags.text('org') ?? call.env['FLY_ORG'] ?? call.env['FLY_ORGANIZATION'];
    const { org } = call.platform.options;
    if (name === undefined)
      throw new FlyctlError('name argument or flag must be specified when not running interactively');
    if (given === undefined && org !== 'personal')
      throw new FlyctlError('org slug must be specified when not running interactively');
    if (call.access.kind !== 'known') throw new FlyctlError('You must be authenticated to view this.');
    if (!mayUseOrganisation(call.access)) throw new FlyctlError('Not authorized to access this createapp');
    if (given !== undefined && given !== org) throw new FlyctlError(`organization ${given} not found`);
    if (!NAME_RULE.test(name))
      throw new FlyctlError('Validation failed: Name may only contain lowercase letters, numbers and dashes');
    if (call.platform.isTaken(name))
      throw new FlyctlError('Validation failed: Name has already been taken', { suggestion: NAME_TAKEN });
    const app = call.platform.createApp(name, call.flags.text('network') ?? 'default');
    if (wantsJson(call)) printJson(call, appView(app));
    else call.out(`New app created: ${name}\n`);
  },
};

const list: Command = {
  run(call) {
    if (call.access.kind !== 'known') throw new FlyctlError('You must be authenticated to view this.');
    const apps = [...call.platform.apps.values()].filter((app) => mayUse(call.access, app.name));
    if (wantsJson(call)) return printJson(call, apps.map(appView));
    call.out(
      `NAME\tOWNER\tSTATUS\n${apps.map((app) => `${app.name}\t${app.org}\t${String(appView(app)['Status'])}\n`).join('')}`,
    );
  },
};

const destroy: Command = {
  async run(call) {
    if (call.flags.isOn('yes') !== true)
      throw new FlyctlError('yes flag must be specified when not running interactively');
    for (const name of call.flags.args) {
      await call.platform.destroyApp(findApp(call, name));
      call.out(`Destroyed app ${name}\n`);
    }
  },
};

const status: Command = {
  args: { kind: 'none' },
  run(call) {
    const app = findApp(call);
    call.strike('machines-api', { app: app.name, before: 'failed to list active VMs: ' });
    const view = statusView(app);
    if (wantsJson(call)) return printJson(call, view);
    call.out(
      `App\n  Name     = ${app.name}\n  Owner    = ${app.org}\n  Hostname = ${String(view['Hostname'])}\n\nMachines\nPROCESS\tID\tSTATE\tREGION\n`,
    );
    for (const machine of app.machines.values())
      call.out(`${machine.group}\t${machine.id}\t${machine.state}\t${machine.region}\n`);
  },
};

export const appCommands: Readonly<Record<string, Command>> = {
  'apps create': create,
  'apps list': list,
  'apps destroy': destroy,
  status,
};
