import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'smol-toml';
import { configProblems, unknownKeys } from '../config/validate.js';
import { currentRelease } from '../platform/model.js';
import { appName, type Command, findApp, type Invocation, loadConfig, printJson } from './command.js';
import { FlyctlError } from './flyctl-error.js';

const validate: Command = {
  args: { kind: 'none' },
  run(call) {
    const config = loadConfig(call);
    if (config === undefined) throw new FlyctlError('no fly.toml found');
    appName(call, config);
    call.out(`Validating ${config.file}\n`);
    const problems = configProblems(config, undefined);
    const unknown =
      call.flags.isOn('strict') === true ? unknownKeys(config).map((key) => `unrecognized section or key: ${key}`) : [];
    const all = [...problems, ...unknown];
    if (all.length > 0) throw new FlyctlError(`App configuration is not valid\n${all.join('\n')}`);
    call.out('✓ Configuration is valid\n');
  },
};

const show: Command = {
  args: { kind: 'none' },
  run(call) {
    const live = liveConfig(call);
    if (call.flags.isOn('toml') === true) call.out(stringify(live));
    else printJson(call, live);
  },
};

const save: Command = {
  args: { kind: 'none' },
  run(call) {
    const target = path.resolve(call.cwd, call.flags.text('config') ?? 'fly.toml');
    const live = liveConfig(call);
    writeFileSync(target, target.endsWith('.json') ? JSON.stringify(live, null, 2) : stringify(live));
    call.out(`Wrote config file ${target}\n`);
  },
};

function liveConfig(call: Invocation): Record<string, unknown> {
  const name = call.flags.text('app') ?? appName(call);
  const app = findApp(call, name);
  const live = currentRelease(app);
  if (live === undefined) throw new FlyctlError(`could not get app config: no release found for ${name}`);
  return { ...live.config, app: name };
}

export const configCommands: Readonly<Record<string, Command>> = {
  'config validate': validate,
  'config show': show,
  'config save': save,
};
