import type { Probe } from '../probe.js';

/** A command line as the suite writes it; `flags` says where flyctl declares them. */
interface CommandLine {
  readonly id: string;
  readonly argv: readonly string[];
  readonly flags: string;
}

const app = ['-a', '{app}'];
const noLogin = { 'stand-in': 'the stand-in does not know this command' };
const deploy = ['deploy', '{folder}', '-c', '{folder}/fly.toml'];

/** One for each form that packages/fly and the README emit. */
const commandLines: readonly CommandLine[] = [
  { id: 'version', argv: ['version'], flags: 'internal/command/version/version.go:28' },
  { id: 'status', argv: ['status', ...app, '--json'], flags: 'internal/command/status/status.go:40' },
  {
    id: 'apps-create',
    argv: ['apps', 'create', '{new-app}', '--org', '{org}', '--json'],
    flags: 'internal/command/apps/create.go:41',
  },
  { id: 'releases', argv: ['releases', ...app, '--json'], flags: 'internal/command/apps/releases.go:33' },
  { id: 'machine-list', argv: ['machine', 'list', ...app, '--json'], flags: 'internal/command/machine/list.go:40' },
  { id: 'volumes-list', argv: ['volumes', 'list', ...app, '--json'], flags: 'internal/command/volumes/list.go:33' },
  {
    id: 'volumes-create',
    argv: ['volumes', 'create', 'data', '--region', 'nrt', '--size', '1', '--yes', '--json', ...app],
    flags: 'internal/command/volumes/create.go:35',
  },
  { id: 'ips-list', argv: ['ips', 'list', ...app, '--json'], flags: 'internal/command/ips/list.go:31' },
  { id: 'ips-allocate-v6', argv: ['ips', 'allocate-v6', ...app], flags: 'internal/command/ips/allocate.go:71' },
  {
    id: 'ips-allocate-v4',
    argv: ['ips', 'allocate-v4', '--shared', ...app],
    flags: 'internal/command/ips/allocate.go:46',
  },
  { id: 'secrets-list', argv: ['secrets', 'list', ...app, '--json'], flags: 'internal/command/secrets/list.go:63' },
  {
    id: 'secrets-import',
    argv: ['secrets', 'import', '--stage', ...app],
    flags: 'internal/command/secrets/secrets.go:17',
  },
  {
    id: 'secrets-unset',
    argv: ['secrets', 'unset', 'ONE', 'TWO', '--stage', ...app],
    flags: 'internal/command/secrets/secrets.go:17',
  },
  { id: 'config-show', argv: ['config', 'show', ...app], flags: 'internal/command/config/show.go:28' },
  {
    id: 'machine-exec',
    argv: ['machine', 'exec', '{machine}', 'wget -qO- http://localhost:9090/-/ready', ...app, '--json'],
    flags: 'internal/command/machine/exec.go:31',
  },
  {
    id: 'machine-start',
    argv: ['machine', 'start', '{machine}', ...app],
    flags: 'internal/command/machine/start.go',
  },
  {
    id: 'logs',
    argv: ['logs', '--no-tail', '--machine', '{machine}', ...app],
    flags: 'internal/command/logs/logs.go',
  },
  {
    id: 'proxy',
    argv: ['proxy', '19090:9090', '-q', '--watch-stdin', ...app],
    flags: 'internal/command/proxy/proxy.go:34',
  },
  { id: 'agent-stop', argv: ['agent', 'stop'], flags: 'internal/command/agent/stop.go:14' },
  {
    id: 'deploy-image',
    argv: [...deploy, '--image', 'registry.fly.io/conformance:deployment-1', '--wait-timeout', '300s', ...app],
    flags: 'internal/flag/flag.go (Image), internal/command/deploy/deploy.go:71',
  },
  {
    id: 'deploy-dockerfile',
    argv: [
      ...deploy,
      '--dockerfile',
      '{folder}/Dockerfile',
      '--ignorefile',
      '{folder}/.dockerignore',
      '--no-public-ips',
      '--image-label',
      'abc-1-1',
      '--build-arg',
      'LIST=a,b=c',
      '--env',
      'PROMETHEUS_ACCESS=private',
      '--strategy',
      'rolling',
      '--ha=false',
      '--wait-timeout',
      '300s',
      ...app,
    ],
    flags: 'internal/command/deploy/deploy.go:39',
  },
  {
    id: 'deploy-documented',
    argv: ['deploy', '--config', 'fly.monitoring.toml', '--dockerfile', 'Dockerfile.monitoring'],
    flags: 'internal/command/deploy/deploy.go:39',
  },
];

/** Commands that a message or a page tells a person to type; nothing of the suite runs them. */
const toldLines: readonly (CommandLine & Pick<Probe, 'notOn'>)[] = [
  { id: 'auth-login', argv: ['auth', 'login'], flags: 'internal/command/auth/login.go', notOn: noLogin },
  { id: 'tokens-deploy', argv: ['tokens', 'create', 'deploy', ...app], flags: 'internal/command/tokens/create.go' },
  { id: 'tokens-org', argv: ['tokens', 'create', 'org'], flags: 'internal/command/tokens/create.go' },
  { id: 'logs', argv: ['logs', ...app], flags: 'internal/command/logs/logs.go' },
  { id: 'checks-list', argv: ['checks', 'list', ...app], flags: 'internal/command/checks/list.go' },
  {
    id: 'machine-status',
    argv: ['machine', 'status', '{machine}', ...app],
    flags: 'internal/command/machine/status.go',
  },
  { id: 'config-validate', argv: ['config', 'validate'], flags: 'internal/command/config/validate.go' },
  { id: 'ssh-console', argv: ['ssh', 'console', '-C', 'ls', ...app], flags: 'internal/command/ssh/console.go' },
  {
    id: 'scale-count',
    argv: ['scale', 'count', '1', ...app],
    flags: 'internal/command/scale/count.go',
    notOn: noLogin,
  },
];

/** --help is only looked at after all flags are read, so it shows that they are known, and asks nothing. */
function known({ id, argv, flags }: CommandLine): Probe {
  return {
    id: `flags/${id}`,
    relies: `flyctl ${argv[0]} takes every flag and argument that the suite writes`,
    source: flags,
    scene: 'nothing',
    argv: [...argv, '--help'],
    expect: { exitCode: 0, stdout: { has: [/Usage:/] }, stderr: 'empty' },
  };
}

function unknown({ id, argv, flags }: CommandLine): Probe {
  return {
    id: `flags/${id}/unknown`,
    relies: 'a flag that a version of flyctl does not have is refused with 1, and never passed over',
    source: flags,
    scene: 'nothing',
    argv: [...argv, '--no-such-flag'],
    expect: { exitCode: 1, stderr: { has: [/^Error: unknown flag: --no-such-flag/m] } },
  };
}

function told({ notOn = {}, ...line }: CommandLine & Pick<Probe, 'notOn'>): Probe {
  return {
    ...known(line),
    id: `told/${line.id}`,
    relies: 'a command that the suite tells people to type is there',
    notOn,
  };
}

export const flagProbes: readonly Probe[] = [
  ...commandLines.flatMap((line) => [known(line), unknown(line)]),
  ...toldLines.map(told),
];
