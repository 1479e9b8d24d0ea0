import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from '@fly-monitoring/kit';
import { deployApp, deployMonitoring, deployWithMonitoring, importDashboards } from '@fly-monitoring/stages';
import { exportDashboards } from '@fly-monitoring/stages/export-dashboards';
import { verifyTargets } from '@fly-monitoring/verify';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

const root = process.cwd();
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Stages in whose messages the texts below a folder can stand; the longest folder counts. */
const speakers: Readonly<Record<string, readonly Stage[]>> = {
  'packages/contract/src': [verifyTargets],
  'packages/fly/src': [deployApp, deployMonitoring, verifyTargets],
  'packages/grafana/src': [importDashboards, verifyTargets],
  'packages/grafana/src/import': [importDashboards],
  'packages/prometheus/src': [deployMonitoring, verifyTargets],
  'packages/stages/src': [deployApp, deployMonitoring, verifyTargets],
  'packages/stages/src/deploy-app': [deployApp],
  'packages/stages/src/deploy-monitoring': [deployMonitoring],
  'packages/stages/src/export-dashboards': [exportDashboards],
  'packages/stages/src/fly-deployment': [deployApp, deployMonitoring],
  'packages/stages/src/import-dashboards': [importDashboards],
  'packages/verify/src': [verifyTargets],
};

/** Said by some of the speakers only, and where that is decided. */
const exceptions: Readonly<Record<string, string>> = {
  'packages/fly/src/flyctl/command-error.ts: wait-timeout': 'Only for the command deploy, which no other stage runs.',
  'packages/kit/src/inputs/insecure-hosts.ts: allow-insecure-http (deploy-app)':
    'deploy-app sends nothing to such a host.',
  'packages/grafana/src/api/hint-for-words.ts: folder': 'Only import-dashboards puts anything into a folder.',
  'packages/prometheus/src/access-inputs.ts: prometheus-': 'Only import-dashboards and verify-targets use Prometheus.',
  'packages/stages/src/export-dashboards/report.ts: overwrite': 'Of the import that comes next.',
  'packages/stages/src/fly-deployment/source-reason.ts: reuse-unchanged-source': 'Only deploy-app compares a source.',
};

/** A command of the command line alone, which no action or workflow runs. */
const commandAlone = 'packages/stages/src/export-dashboards/';

/** The chain calls these by another name, or sets them itself. */
const renamed = ['config', 'dockerfile', 'timeout', 'interval', 'since', 'monitoring-since'];

interface Mention {
  readonly file: string;
  readonly input: string;
}

const stages = [deployApp, deployMonitoring, importDashboards, verifyTargets, deployWithMonitoring];
const allInputs = [...new Set(stages.flatMap(({ inputs }) => Object.keys(inputs)))];

const files = Object.keys(speakers)
  .filter((folder) => !Object.keys(speakers).some((other) => folder.startsWith(`${other}/`)))
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => `${folder}/${name}`))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));

/** The sentences of a file: texts with a blank in them. */
function sentencesOf(file: string): readonly string[] {
  const code = read(file).replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
  return [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)]
    .map(([, plain, template]) => plain ?? template ?? '')
    .filter((text) => text.includes(' '));
}

/** `input "x"`, `inputs "x" and "y"`, `"x: value"`, and a name with hyphens wherever it stands. */
function inputsIn(sentence: string): readonly string[] {
  const quoted = [...sentence.matchAll(/\binputs? "[a-z-]+"(?:(?:,| and| or) "[a-z-]+")*/gi)].flatMap(([words]) =>
    [...words.matchAll(/"([a-z-]+)"/g)].map(([, name = '']) => name),
  );
  const assigned = [...sentence.matchAll(/"([a-z-]+): \w+"/g)].map(([, name = '']) => name);
  const bare = allInputs.filter(
    (name) => name.includes('-') && new RegExp(`(?<![\\w./<-])${name}(?![\\w>/-])`).test(sentence),
  );
  return [...new Set([...quoted, ...assigned, ...bare])];
}

const mentions: readonly Mention[] = files.flatMap((file) =>
  [...new Set(sentencesOf(file).flatMap(inputsIn))].map((input) => ({ file, input })),
);

function speakersOf(file: string): readonly Stage[] {
  const folders = Object.keys(speakers).filter((folder) => file.startsWith(`${folder}/`));
  return speakers[folders.sort((a, b) => b.length - a.length)[0] ?? ''] ?? [];
}

describe('an input that a message names', () => {
  test('is found by this test', () => {
    expect(mentions.length).toBeGreaterThan(40);
  });

  test('exists in each stage that can say it', () => {
    const wrong = mentions.flatMap(({ file, input }) =>
      speakersOf(file)
        .filter(({ inputs }) => !(input in inputs))
        .map(({ name }) => `${file}: ${input} (${name})`),
    );
    const isExcepted = (one: string) => Object.keys(exceptions).some((exception) => one.startsWith(exception));
    expect(wrong.filter((one) => !isExcepted(one))).toEqual([]);
  });

  test('exists in the chain, in its action, and in the workflow, by its name there', () => {
    const { on } = parse(read('.github/workflows/deploy-monitoring.yml')) as {
      on: { workflow_call: { inputs: Readonly<Record<string, unknown>> } };
    };
    const action = parse(read('action.yml')) as { inputs: Readonly<Record<string, unknown>> };
    const inChain = mentions.filter(({ file }) => !file.startsWith(commandAlone));
    const named = [...new Set(inChain.map(({ input }) => input))].filter((input) => !renamed.includes(input));
    for (const input of named) {
      const kind = deployWithMonitoring.inputs[input]?.kind;
      const isSecret = kind === 'secret' || kind === 'pairs';
      // A secret has a name of its own there, which the message adds, as in "grafana-token" (GRAFANA_API_KEY).
      const inWorkflow = isSecret || input in on.workflow_call.inputs;
      expect([input, kind !== undefined, input in action.inputs, inWorkflow]).toEqual([input, true, true, true]);
    }
  });

  test('is written so that the chain can put its own name there, where it has another one', () => {
    const bare = new RegExp(`\\b(?:raise|lower|set|give|shorten|correct) "?(?:${renamed.join('|')})\\b(?!-)`, 'i');
    const wrong = files.flatMap((file) =>
      sentencesOf(file)
        .filter((sentence) => bare.test(sentence))
        .map((sentence) => `${file}: ${sentence}`),
    );
    expect(wrong).toEqual([]);
  });
});
