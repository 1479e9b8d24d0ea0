import type { Probe } from '../probe.js';

const parser = 'internal/command/secrets/parser.go:15';

/** Every form that packages/fly/src/secrets/encode-import.ts emits, and what must arrive. */
const importForms: readonly { readonly id: string; readonly line: string; readonly value: string }[] = [
  { id: 'quoted', line: 'VALUE="plain"', value: 'plain' },
  { id: 'hash', line: 'VALUE="ab#cd"', value: 'ab#cd' },
  { id: 'hash-after-blank', line: 'VALUE="ab #cd"', value: 'ab #cd' },
  { id: 'two-hashes', line: 'VALUE="a#b#c"', value: 'a#b#c' },
  { id: 'equals', line: 'VALUE="a=b=="', value: 'a=b==' },
  { id: 'backslash', line: 'VALUE="a\\nb\\"', value: 'a\\nb\\' },
  { id: 'dollar', line: 'VALUE="$HOME `id` $(id)"', value: '$HOME `id` $(id)' },
  { id: 'single-quotes', line: 'VALUE="it\'s"', value: "it's" },
  { id: 'inner-quotes', line: 'VALUE={"a":"b c"}', value: '{"a":"b c"}' },
  { id: 'one-inner-quote', line: 'VALUE=a"b', value: 'a"b' },
  { id: 'unicode', line: 'VALUE="密码 ключ"', value: '密码 ключ' },
  { id: 'tab', line: 'VALUE="a\tb"', value: 'a\tb' },
  { id: 'longest', line: `VALUE="${'x'.repeat(65_527)}"`, value: 'x'.repeat(65_527) },
];

const importArgv = ['secrets', 'import', '--stage', '-a', '{app}'];

const imports: readonly Probe[] = importForms.map(({ id, line, value }) => ({
  id: `secrets-import/${id}`,
  relies: 'a value arrives byte for byte in the form in which it is written to stdin',
  source: parser,
  scene: 'live-app',
  argv: importArgv,
  stdin: `${line}\n`,
  expect: { exitCode: 0, stderr: 'empty', sentSecrets: { VALUE: value } },
}));

export const changeProbes: readonly Probe[] = [
  ...imports,
  {
    id: 'secrets-import/several',
    relies: 'several lines are several secrets',
    source: parser,
    scene: 'live-app',
    argv: importArgv,
    stdin: 'ONE="1"\nTWO={"two":2}\nTHREE="#3"\n',
    expect: { exitCode: 0, stdout: { has: [/staged/] }, sentSecrets: { ONE: '1', TWO: '{"two":2}', THREE: '#3' } },
  },
  {
    id: 'secrets-import/nothing',
    relies: 'an empty stdin is an error and no question',
    source: 'internal/command/secrets/import.go:52',
    scene: 'live-app',
    argv: importArgv,
    expect: { exitCode: 1, stderr: { has: [/^Error: requires at least one SECRET=VALUE pair/m] } },
  },
  {
    id: 'secrets-unset/stage',
    relies: 'names are taken away with --stage, also one that is not there, and nothing is asked',
    source: 'internal/command/secrets/unset.go:40',
    scene: 'empty-app',
    argv: ['secrets', 'unset', 'GONE', '--stage', '-a', '{app}'],
    expect: { exitCode: 0, stdout: { has: [/staged/] }, stderr: 'empty', sentSecrets: { GONE: null } },
  },
  {
    id: 'apps-create/json',
    relies: 'an app is created in a named organisation without a question, and tells its name as JSON',
    source: 'internal/command/apps/create.go:81',
    scene: 'empty-app',
    argv: ['apps', 'create', '{new-app}', '--org', '{org}', '--json'],
    expect: { exitCode: 0, json: { fields: { Name: 'text' } } },
  },
  {
    id: 'apps-create/no-name',
    relies: 'without a name it fails and asks nothing',
    source: 'internal/prompt/prompt.go (SelectAppName)',
    scene: 'empty-app',
    argv: ['apps', 'create', '--org', '{org}'],
    expect: { exitCode: 1, stderr: { has: [/^Error: .*name.*interactive/m] } },
  },
  {
    id: 'apps-create/no-such-org',
    relies: 'an organisation that the token does not see is an error that names it',
    source: 'internal/prompt/prompt.go:274',
    scene: 'empty-app',
    argv: ['apps', 'create', '{new-app}', '--org', 'nobodys-org', '--json'],
    expect: { exitCode: 1, stdout: 'empty', stderr: { has: [/^Error: organization nobodys-org not found/m] } },
  },
  {
    id: 'volumes-create/json',
    relies: 'the first volume of an app needs no answer with --yes',
    source: 'internal/command/volumes/create.go:104',
    scene: 'empty-app',
    argv: ['volumes', 'create', 'data', '--region', 'nrt', '--size', '1', '--yes', '--json', '-a', '{app}'],
    expect: {
      exitCode: 0,
      json: { fields: { id: 'text', name: { is: 'data' }, region: { is: 'nrt' }, size_gb: { is: 1 } } },
    },
  },
  {
    id: 'volumes-create/no-yes',
    relies: 'without --yes the first volume of a name is refused where nobody can answer',
    source: 'internal/command/volumes/create.go:220',
    scene: 'empty-app',
    argv: ['volumes', 'create', 'other', '--region', 'nrt', '--size', '1', '-a', '{app}'],
    expect: { exitCode: 1, stderr: { has: [/yes flag must be specified when not running interactively/] } },
  },
  ...[['allocate-v6'], ['allocate-v4', '--shared']].map(
    (words): Probe => ({
      id: `ips/${String(words[0])}`,
      relies: 'an address is given without a question',
      source: 'internal/command/ips/allocate.go:165',
      scene: 'empty-app',
      argv: ['ips', ...words, '-a', '{app}'],
      expect: { exitCode: 0, stdout: { has: [/[0-9a-f]+[.:][0-9a-f.:]+/] }, stderr: 'empty' },
    }),
  ),
  {
    id: 'ips/allocate-v4/json',
    relies: 'the suite must not write --json here: there is none',
    source: 'internal/command/ips/allocate.go:58',
    scene: 'nothing',
    argv: ['ips', 'allocate-v4', '--shared', '--json', '-a', '{app}'],
    expect: { exitCode: 1, stderr: { has: [/^Error: unknown flag: --json/m] } },
  },
  {
    id: 'machine-exec/fails',
    relies: 'flyctl exits with 0 whatever the command did; its own code stands in exit_code',
    source: 'internal/command/machine/exec.go:105',
    scene: 'live-app',
    argv: ['machine', 'exec', '{machine}', 'false', '-a', '{app}', '--json'],
    expect: { exitCode: 0, json: { fields: { exit_code: { is: 1 } } } },
  },
  {
    id: 'machine-exec/ends-well',
    relies: 'exit_code is left out when it is 0',
    source: 'internal/command/machine/exec.go:105, fly-go machine_types.go (MachineExecResponse)',
    scene: 'live-app',
    argv: ['machine', 'exec', '{machine}', 'echo yes', '-a', '{app}', '--json'],
    expect: { exitCode: 0, json: { fields: { stdout: { is: 'yes\n' }, exit_code: { optional: { is: 0 } } } } },
  },
];
