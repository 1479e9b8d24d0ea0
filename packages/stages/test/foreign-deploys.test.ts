import { join } from 'node:path';
import { type Command, diskFiles, errorReport, type Processes, type Stage, toSuiteError } from '@fly-monitoring/kit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { configJson, digestA, machineJson } from '../../fly/test/machine-json.js';
import { deployApp } from '../src/deploy-app/stage.js';
import { deployMonitoring } from '../src/deploy-monitoring/stage.js';
import { deployWithMonitoring } from '../src/deploy-with-monitoring/stage.js';
import { hostileTexts } from './hostile-text.js';
import { expectHarmless } from './published.js';
import { recordingTools } from './stage-tools.js';

interface Words {
  /** By the first words of a flyctl command: what it prints, in place of what it prints when all is well. */
  readonly prints?: Readonly<Record<string, string>>;
  /** By the same words: what it fails with. */
  readonly fails?: Readonly<Record<string, string>>;
}

const metadata = { fly_release_version: '8', fly_process_group: 'app', fly_platform_version: 'v2' };
const machines = (over: object = {}) => JSON.stringify([machineJson({ config: configJson({ metadata }), ...over })]);
const usual: Readonly<Record<string, string>> = {
  version: 'flyctl v0.4.87',
  status: '{"Name":"shop","Deployed":true}',
  releases: JSON.stringify([{ Version: 7, Status: 'complete' }]),
  'machine list': machines(),
  'secrets list': '[]',
  'ips list': '[{"Address":"2a09::1","Type":"v6"}]',
  'volumes list': '[{"id":"v","name":"prometheus_data","region":"nrt","size_gb":1}]',
  deploy: '{"version":8,"image_ref":"registry.fly.io/shop:1"}',
};

/** A flyctl that says what the test wants. */
function flyctl({ prints = {}, fails = {} }: Words): Processes {
  const of = (words: Readonly<Record<string, string>>, args: readonly string[]) =>
    words[args.slice(0, 2).join(' ')] ?? words[args[0] ?? ''];
  const run = async ({ args, onLine }: Command) => {
    const failure = of(fails, args);
    const stdout = of({ ...usual, ...prints }, args) ?? '';
    for (const line of [failure ?? '', stdout].join('\n').split('\n')) onLine?.(line, 'stderr');
    return { kind: 'exited', exitCode: failure === undefined ? 0 : 1, stdout, stderr: failure ?? '' } as const;
  };
  return { run, start: (command) => ({ ended: run(command), stop: async () => {} }) };
}

interface Field {
  /** It does not come so far with this flyctl. */
  readonly not?: Stage;
  readonly words?: (text: string) => Words;
  readonly given?: (text: string, folder: string) => Promise<Record<string, string>>;
}

const inFile = async (path: string, text: string) => {
  await diskFiles.writeText(path, text);
  return path;
};
const config = async (path: string, text: string) => {
  const file = await inFile(path, text);
  return { config: file, 'app-config': file, 'monitoring-config': file };
};

/** Every text in a deploy that somebody else writes. */
const fields: Readonly<Record<string, Field>> = {
  'what flyctl says when it fails': { words: (text) => ({ fails: { status: `Error: ${text}` } }) },
  'the last lines of a failed deploy': { words: (text) => ({ fails: { deploy: `building\n${text}` } }) },
  'what a deploy writes while it works': { words: (text) => ({ prints: { deploy: `${text}\n${usual['deploy']}` } }) },
  'the output of a check': {
    words: (output) => ({
      prints: { 'machine list': machines({ checks: [{ name: 'up', status: 'critical', output }] }) },
    }),
  },
  'the names of machines, checks, states and regions': {
    words: (text) => ({
      prints: {
        'machine list': machines({ id: text, region: text, checks: [{ name: text, status: text, output: text }] }),
      },
    }),
  },
  'the machines of a good deploy': {
    not: deployMonitoring,
    words: (text) => ({
      prints: {
        'machine list': machines({
          id: text,
          region: text,
          image_ref: { registry: text, repository: text, tag: text, digest: digestA },
        }),
      },
    }),
  },
  'the state of a machine': { words: (state) => ({ prints: { 'machine list': machines({ state }) } }) },
  'a fly.toml that is none': { given: (text, folder) => config(join(folder, 'fly.toml'), `a = "\n[${text}\n`) },
  'the values of inputs': {
    given: async (text) => ({ 'monitored-app': text, 'monitoring-app': text, strategy: text, dockerfile: text }),
  },
};

const stages: readonly Stage[] = [deployApp, deployMonitoring, deployWithMonitoring];
const cases = stages.flatMap((stage) =>
  Object.entries(fields)
    .filter(([, { not }]) => not !== stage)
    .map(([name, field]) => [stage.name, name, stage, field] as const),
);
const forms = Object.values(hostileTexts);

describe('a deploy', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await diskFiles.makeTemporaryFolder();
  });
  afterAll(() => diskFiles.removeFolder(folder));

  async function run(stage: Stage, { words, given }: Field, text: string) {
    const { tools, lines } = recordingTools({ workspace: process.cwd(), processes: flyctl(words?.(text) ?? {}) });
    const secret = { 'fly-api-token': 'fm2_token-of-nobody' };
    const raw = { given: { ...secret, force: 'true', ...(await given?.(text, folder)) }, environment: {} };
    for (const name of Object.keys(raw.given)) if (!(name in stage.inputs)) Reflect.deleteProperty(raw.given, name);
    const work = stage.prepare(raw, tools).then((prepared) => prepared.run());
    return { report: await work.catch((thrown) => errorReport(toSuiteError(thrown))), lines };
  }

  test.each(cases)('by %s obeys nothing of %s', async (_stage, _name, stage, field) => {
    for (const text of forms) {
      const { report, lines } = await run(stage, field, text);
      expect(report.summary).not.toContain('UNEXPECTED:');
      expectHarmless(report, lines);
    }
  });

  test.each(cases)('by %s shows %s', async (_stage, _name, stage, field) => {
    const { report, lines } = await run(stage, field, 'marker');
    expect(JSON.stringify([report, lines])).toContain('marker');
  });
});
