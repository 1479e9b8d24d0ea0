import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseToml, stringify } from 'smol-toml';
import { configJson, configToml } from '../config/config-view.js';
import { type Fields, fieldsOf } from '../config/fields.js';
import { unknownKeys, validateConfig } from '../config/validate.js';
import { currentRelease } from '../platform/model.js';
import { appName, type Command, findApp, type Invocation, loadConfig } from './command.js';
import { FlyctlError } from './flyctl-error.js';

/** The reasons are on standard output; the error is one sentence. */
const validate: Command = {
  args: { kind: 'none' },
  run(call) {
    const config = loadConfig(call);
    if (config === undefined) throw new FlyctlError('app name is required');
    appName(call, config);
    const verdict = validateConfig(config);
    call.out(`${verdict.text}\n`);
    const unknown = call.flags.isOn('strict') === true ? unknownKeys(config) : [];
    if (unknown.length > 0) {
      const listed = unknown.map((key) => `  - ${key}\n`).join('');
      call.out(`\nStrict validation found unrecognised sections or keys:\n${listed}\n\n\n`);
    }
    if (!verdict.isValid) throw new FlyctlError('App configuration is not valid');
    if (unknown.length > 0) throw new FlyctlError('strict validation failed');
  },
};

const show: Command = {
  args: { kind: 'none' },
  run(call) {
    const config = call.flags.isOn('local') === true ? localConfig(call) : liveConfig(call);
    if (call.flags.isOn('toml') === true) call.out(stringify(configToml(config)));
    else call.out(`${JSON.stringify(configJson(config), null, 2)}\n`);
  },
};

/** The [build] section is kept nowhere but in the file that is written over. */
const save: Command = {
  args: { kind: 'none' },
  run(call) {
    const given = path.resolve(call.cwd, call.flags.text('config') ?? '.');
    const target = existsSync(given) && statSync(given).isDirectory() ? path.join(given, 'fly.toml') : given;
    if (existsSync(target) && call.flags.isOn('yes') !== true) throw new FlyctlError('prompt: non interactive');
    const isJson = call.flags.isOn('json') === true || target.endsWith('.json');
    const file = isJson ? target.replace(/\.[^./]*$/, '.json') : target;
    const live = { ...liveConfig(call), ...buildOf(file) };
    writeFileSync(file, isJson ? JSON.stringify(configJson(live), null, 2) : stringify(configToml(live)));
    call.out(`Wrote config file ${file}\n`);
  },
};

function buildOf(file: string): Fields {
  if (!existsSync(file) || !file.endsWith('.toml')) return {};
  const build = fieldsOf(parseToml(readFileSync(file, 'utf8')))['build'];
  return build === undefined ? {} : { build };
}

function localConfig(call: Invocation): Fields {
  const config = loadConfig(call);
  if (config === undefined) throw new FlyctlError('No local fly.toml found');
  return config.raw;
}

function liveConfig(call: Invocation): Fields {
  const name = call.flags.text('app') ?? appName(call);
  const live = currentRelease(findApp(call, name));
  if (live === undefined)
    throw new FlyctlError(
      'failed to grab app config from existing machines, error: could not create a fly.toml from any machines :-(\nNo machines configured for this app',
    );
  return { ...live.config, app: name };
}

export const configCommands: Readonly<Record<string, Command>> = {
  'config validate': validate,
  'config show': show,
  'config save': save,
};
