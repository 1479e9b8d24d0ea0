import { type DeployRequest, encodeSecretsImport, type Flyctl, flyctl } from '@fly-monitoring/fly';
import { type Command, diskFiles, type Processes, type ProcessOutcome, Secret } from '@fly-monitoring/kit';
import { describe, expect, test } from '@jest/globals';
import { quietEnvironment } from '../packages/testing/src/fly/conformance/judges/environment.js';
import { probes } from '../packages/testing/src/fly/conformance/probes/index.js';

const base = {
  app: 'shop',
  contextFolder: '/x',
  configFile: '/x/fly.toml',
  waitTimeout: { ms: 1, from: 'input' },
  totalTimeoutMs: 1,
  endsAtMs: undefined,
} as const;

/** With every option that changes the command line. */
const everyOption: Required<Omit<DeployRequest, 'image'>> = {
  ...base,
  dockerfile: '/x/Dockerfile',
  ignoreFile: '/x/.dockerignore',
  imageLabel: 'a',
  buildArgs: new Map([['A', 'b']]),
  env: { A: 'b' },
  strategy: 'rolling',
  highAvailability: 'off',
  publicAddresses: 'none',
};

/** Every method; the type asks for a new one as soon as there is one. */
function callsOf(fly: Flyctl): Readonly<Record<keyof Flyctl, readonly (() => unknown)[]>> {
  return {
    version: [() => fly.version()],
    findApp: [() => fly.findApp('shop')],
    createApp: [() => fly.createApp('shop', 'personal')],
    releases: [() => fly.releases('shop')],
    machines: [() => fly.machines('shop')],
    startMachine: [() => fly.startMachine('shop', 'm')],
    lastLogLines: [() => fly.lastLogLines('shop', 'm')],
    volumes: [() => fly.volumes('shop')],
    createVolume: [() => fly.createVolume('shop', { name: 'data', region: 'nrt', sizeGb: 1 })],
    addresses: [() => fly.addresses('shop')],
    allocateAddress: [() => fly.allocateAddress('shop', 'v6'), () => fly.allocateAddress('shop', 'shared-v4')],
    secrets: [() => fly.secrets('shop')],
    stageSecrets: [() => fly.stageSecrets('shop', new Map([['A', new Secret('b')]]))],
    stageSecretRemoval: [() => fly.stageSecretRemoval('shop', ['A'])],
    liveConfig: [() => fly.liveConfig('shop')],
    deploy: [() => fly.deploy({ ...base, image: 'nginx' }), () => fly.deploy(everyOption)],
    execute: [() => fly.execute('shop', 'm', 'ls')],
    openAgent: [async () => (await fly.openAgent(diskFiles)).end()],
    startProxy: [
      () => fly.startProxy({ app: 'shop', localPort: 1, remotePort: 2, agent: { env: {}, end: async () => {} } }),
    ],
  };
}

/** Answers are empty: it is the question that counts. */
async function callAll(fly: Flyctl): Promise<void> {
  const calls = callsOf(fly);
  expect(Object.keys(calls).sort()).toEqual(Object.keys(fly).sort());
  for (const call of Object.values(calls).flat()) await Promise.resolve(call()).catch(() => undefined);
}

async function recorded(): Promise<readonly Command[]> {
  const commands: Command[] = [];
  const record = async (command: Command): Promise<ProcessOutcome> => {
    commands.push(command);
    return { kind: 'exited', exitCode: 0, stdout: '{}', stderr: '' };
  };
  const processes: Processes = { run: record, start: (c) => ({ ended: record(c), stop: async () => {} }) };
  await callAll(flyctl({ processes, token: new Secret('t'), agent: 'of-tunnel' }));
  return commands;
}

/** The command and the names of its flags, such as `machine list --json -a`. */
function signature(argv: readonly string[]): string {
  const [first = '', second = ''] = argv;
  const alone = ['version', 'status', 'releases', 'proxy', 'deploy'].includes(first);
  const flags = argv.filter((word) => word.startsWith('-')).map((word) => word.replace(/=.*/, ''));
  return [alone ? first : `${first} ${second}`, ...flags].join(' ');
}

describe('the probes cover what the suite asks of flyctl', () => {
  test('every command with every flag', async () => {
    const probed = probes.map(({ argv }) => signature(argv).split(' '));
    const isProbed = (words: readonly string[]) =>
      probed.some((known) => known[0] === words[0] && words.every((word) => known.includes(word)));
    const signatures = [...new Set((await recorded()).map(({ args }) => signature(args)))];
    expect(signatures.length).toBeGreaterThan(16);
    expect(signatures.filter((one) => !isProbed(one.split(' ')))).toEqual([]);
  });

  test('the environment that it sets', async () => {
    const names = new Set((await recorded()).flatMap(({ env }) => Object.keys(env ?? {})));
    const known = [...Object.keys(quietEnvironment), 'FLY_API_TOKEN', 'FLY_EMIT_RELEASE_JSON', 'FLY_CONFIG_DIR'];
    expect([...names].filter((name) => !known.includes(name))).toEqual([]);
  });

  test('the forms in which it writes secrets', () => {
    const forms = probes.filter(({ expect: { sentSecrets }, id }) => sentSecrets && id.startsWith('secrets-import/'));
    expect(forms.length).toBeGreaterThan(10);
    for (const { stdin, expect: wanted } of forms) {
      const secrets = Object.entries(wanted.sentSecrets ?? {}).map(
        ([name, value]) => [name, new Secret(value ?? '')] as const,
      );
      expect(encodeSecretsImport(new Map(secrets))).toBe(stdin);
    }
  });
});
