import type { Probe } from '../probe.js';

const missing = /Could not find App/;
const refused = /must be authenticated|\bunauthorized\b/i;
const unavailable = /\b50[0234]\b|Bad Gateway|Service Unavailable/i;
const loginHint = /^Error: no access token available\. Please login with 'flyctl auth login'/m;

const status = ['status', '-a', '{app}', '--json'];
const machines = ['machine', 'list', '-a', '{app}', '--json'];
const proxy = ['proxy', '19090:9090', '-q', '-a', '{app}'];
/** A port of its own, by which the judge knows it. */
const longProxy = ['proxy', '19091:9090', '-q', '-a', '{app}'];

export const refusalProbes: readonly Probe[] = [
  {
    id: 'refusals/status/no-app',
    relies: 'an app that is not there: exit code 1, "Could not find App" on stderr, nothing on stdout',
    source: "internal/command/status/status.go:84; the words are the server's",
    scene: 'no-app',
    argv: status,
    expect: { exitCode: 1, stdout: 'empty', stderr: { has: [/^Error: /m, missing] } },
  },
  {
    id: 'refusals/proxy/no-app',
    relies: 'flyctl proxy ends by itself when there is no such app',
    source: 'internal/command/proxy/proxy.go:91',
    scene: 'no-app',
    argv: proxy,
    expect: { exitCode: 1, stderr: { has: [missing] } },
  },
  {
    id: 'refusals/secrets-import/no-app',
    relies: 'secrets for an app that is not there are refused',
    source: 'internal/command/secrets/import.go:42',
    scene: 'no-app',
    argv: ['secrets', 'import', '--stage', '-a', '{app}'],
    stdin: 'A="b"\n',
    expect: { exitCode: 1, stderr: { has: [missing] } },
  },
  ...[status, machines, proxy].map(
    (argv): Probe => ({
      id: `refusals/${String(argv[0])}/token`,
      relies: 'a token that Fly refuses is told from an app that is missing, by words on stderr',
      source: "fly-go client.go:282, flaps/flaps.go; the words are the server's",
      scene: 'token-refused',
      argv,
      expect: { exitCode: 1, stdout: 'empty', stderr: { has: [refused], lacks: [missing] } },
    }),
  ),
  ...[status, machines].map(
    (argv): Probe => ({
      id: `refusals/${String(argv[0])}/unavailable`,
      relies: 'an outage is known by the status in the text on stderr, so that the question is asked again',
      source: 'fly-go http.go:22, flaps/flaps.go (handleAPIError)',
      scene: 'fly-unavailable',
      argv,
      expect: { exitCode: 1, stdout: 'empty', stderr: { has: [unavailable] } },
    }),
  ),
  {
    id: 'refusals/machine/unavailable-in-json',
    relies:
      'when the machines API refuses with JSON, its words are shown without the status: an outage cannot be told by it',
    source: 'fly-go flaps/flaps.go:305',
    scene: 'machines-api-unavailable',
    argv: machines,
    expect: { exitCode: 1, stderr: { has: [/^Error: failed to list VMs: try again later/m], lacks: [/503/] } },
  },
  {
    id: 'access/no-token',
    relies: 'without a token flyctl says so at once, asks Fly nothing and nobody else',
    source: 'internal/command/command.go:679',
    scene: 'nothing',
    argv: status,
    env: { FLY_API_TOKEN: null },
    expect: { exitCode: 1, stdout: 'empty', stderr: { has: [loginHint] } },
  },
  {
    id: 'access/empty-access-token',
    relies: 'an empty FLY_ACCESS_TOKEN hides a good FLY_API_TOKEN, so the suite must not pass it on',
    source: 'internal/env/env.go:13, internal/config/config.go:140',
    scene: 'nothing',
    argv: status,
    env: { FLY_ACCESS_TOKEN: '' },
    expect: { exitCode: 1, stderr: { has: [loginHint] } },
  },
  {
    id: 'access/empty-access-token-and-session',
    relies: 'an empty FLY_ACCESS_TOKEN does not hide a login',
    source: 'internal/config/config.go:140',
    scene: 'live-app',
    argv: status,
    env: { FLY_ACCESS_TOKEN: '', FLY_API_TOKEN: null, FLY_CONFIG_DIR: '{session}' },
    expect: { exitCode: 0, json: { fields: { Name: 'text' } } },
    notOn: { account: 'a token of the environment is no login' },
  },
  {
    id: 'access/access-token-wins',
    relies: 'FLY_ACCESS_TOKEN is taken before FLY_API_TOKEN',
    source: 'internal/config/config.go:140',
    scene: 'live-app',
    argv: status,
    env: { FLY_ACCESS_TOKEN: '{token}', FLY_API_TOKEN: '' },
    expect: { exitCode: 0, json: { fields: { Name: 'text' } } },
  },
  {
    id: 'access/joined-tokens',
    relies: 'several tokens joined by commas are one FLY_API_TOKEN',
    source: 'fly-go tokens/tokens.go:31',
    scene: 'live-app',
    argv: status,
    env: { FLY_API_TOKEN: '{other-token},{token}' },
    expect: { exitCode: 0, json: { fields: { Name: 'text' } } },
  },
  {
    id: 'access/session',
    relies: 'a login of less than 30 days in FLY_CONFIG_DIR does instead of a token',
    source: 'internal/command/command.go:566',
    scene: 'live-app',
    argv: status,
    env: { FLY_API_TOKEN: null, FLY_CONFIG_DIR: '{session}' },
    expect: { exitCode: 0, json: { fields: { Name: 'text' } } },
    notOn: { account: 'a token of the environment is no login' },
  },
  {
    id: 'access/old-session',
    relies: 'a login of more than 30 days counts as none, without a question',
    source: 'internal/command/command.go:585',
    scene: 'nothing',
    argv: status,
    env: { FLY_API_TOKEN: null, FLY_CONFIG_DIR: '{old-session}' },
    expect: { exitCode: 1, stdout: 'empty', stderr: { has: [loginHint] } },
  },
  {
    id: 'agent/none-runs',
    relies: 'without an agent "agent stop" fails with words of its own, needs no token and asks Fly nothing',
    source: 'internal/command/agent/stop.go:27, internal/command/agent/agent.go:62, agent/client.go:148',
    scene: 'nothing',
    argv: ['agent', 'stop'],
    env: { FLY_API_TOKEN: null, FLY_CONFIG_DIR: '{folder}' },
    expect: { exitCode: 1, stdout: 'empty', stderr: { has: [/^Error: failed dialing agent: agent not running/m] } },
  },
  {
    id: 'exit/interrupted',
    relies: 'SIGINT ends flyctl with 127',
    source: 'internal/cli/cli.go:107',
    scene: 'no-answer',
    argv: longProxy,
    signal: { name: 'SIGINT', after: /graphql/ },
    expect: { exitCode: 127, stderr: { lacks: [/^Error: /m] } },
  },
  {
    id: 'exit/unknown-command',
    relies: 'a command that a version of flyctl does not have ends with 1',
    source: 'internal/cli/cli.go:120',
    scene: 'nothing',
    argv: ['no-such-command'],
    expect: { exitCode: 1, stderr: { has: [/^Error: unknown command "no-such-command" for "flyctl"/m] } },
  },
];
