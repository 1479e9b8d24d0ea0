import { FLYCTL_VERSION } from '../deploy/machine-definition.js';
import { tokenText } from '../platform/tokens.js';
import { USER } from '../platform/views.js';
import { type Command, findApp, printJson, wantsJson } from './command.js';
import { FlyctlError } from './flyctl-error.js';

const version: Command = {
  needsNoSession: true,
  run(call) {
    const built = '2026-08-21T00:00:00Z';
    if (wantsJson(call))
      return printJson(call, {
        Name: 'flyctl',
        Version: FLYCTL_VERSION,
        Commit: 'standin',
        BranchName: 'master',
        BuildDate: built,
        OS: process.platform,
        Architecture: process.arch,
        Environment: 'production',
      });
    call.out(`flyctl v${FLYCTL_VERSION} ${process.platform}/${process.arch} Commit: standin BuildDate: ${built}\n`);
  },
};

const whoami: Command = {
  run(call) {
    if (call.access.kind !== 'known')
      throw new FlyctlError('failed resolving current user: You must be authenticated to view this.');
    if (wantsJson(call)) printJson(call, { email: USER.email });
    else call.out(`${USER.email}\n`);
  },
};

const token: Command = {
  run(call) {
    call.err("The 'fly auth token' command is deprecated. Use 'fly tokens create' instead.\n");
    const text = tokenText(call.flags.text('access-token'), call.env);
    if (wantsJson(call)) printJson(call, { token: text });
    else call.out(`${text}\n`);
  },
};

const createDeployToken: Command = {
  run(call) {
    const issued = call.platform.tokens.issue({ app: findApp(call).name });
    if (wantsJson(call)) printJson(call, { token: issued });
    else call.out(`${issued}\n`);
  },
};

const createOrgToken: Command = {
  run(call) {
    const issued = call.platform.tokens.issue('org');
    if (wantsJson(call)) printJson(call, { token: issued });
    else call.out(`${issued}\n`);
  },
};

export const accessCommands: Readonly<Record<string, Command>> = {
  version,
  'auth whoami': whoami,
  'auth token': token,
  'tokens create deploy': createDeployToken,
  'tokens create org': createOrgToken,
};
