// Writes what follows from the code, so that it cannot differ from it: every action.yml from its stage's input spec, the
// tables of every action's README from its action.yml, the inputs and outputs of the reusable workflow, the troubleshooting
// pages from the tables of error codes, what the conformance pages say of the probes, the reference app's dashboards and
// catalogue of metrics, and what the Fly stand-in models.
// `--check` changes nothing and fails when a file is not what would be written.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse, stringify } from 'yaml';
import { withWorkflowParts } from './generate-workflow.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const check = process.argv.includes('--check');
const load = (path) => import(pathToFileURL(join(root, path)));
const stages = await load('packages/stages/lib/index.js');
const { verifyTargets } = await load('packages/verify/lib/index.js');
const { withChecks } = await load('packages/verify/lib/report/checks-page.js');
const { errorCodes } = await load('packages/kit/lib/index.js');
const { chineseErrorCodes } = await load('packages/kit/lib/error-codes.zh-cn.js');
const { dashboardFiles } = await load('dashboards/lib/index.js');
const { buildCatalogue } = await load('packages/fechatter/lib/catalogue-document.js');
const conformance = await load('packages/testing/lib/fly/conformance/pages.js');
const grafanaConformance = await load('packages/testing/lib/grafana/conformance/pages.js');
const { withGrafanaBehaviours } = await load('packages/testing/lib/grafana/sources/document.js');
const { renderCatalogueFile } = await load('packages/metrics/lib/index.js');
const { withBehaviours } = await load('packages/testing/lib/fly/sources-document.js');

const branding = {
  'deploy-monitoring': { icon: 'activity', color: 'orange' },
  'deploy-app': { icon: 'upload-cloud', color: 'purple' },
  'import-dashboards': { icon: 'bar-chart-2', color: 'orange' },
  'verify-targets': { icon: 'check-circle', color: 'green' },
  'deploy-with-monitoring': { icon: 'activity', color: 'purple' },
};

const oneLine = { lineWidth: 0 };
const stale = [];

function write(path, text) {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  if (check) {
    stale.push(path);
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote ${path}`);
}

/** A default would hide the environment variable behind it: the runner passes defaults as if they had been given. */
function inputEntry(kind) {
  const notes = [];
  if (kind.choices) notes.push(`One of: ${kind.choices.join(', ')}.`);
  if (kind.environment && kind.default !== undefined) notes.push(`Default: ${kind.default}.`);
  if (kind.environment) notes.push(`Read from ${kind.environment} when empty.`);
  const entry = { description: [kind.help, ...notes].join(' '), required: kind.required === true && !kind.environment };
  return kind.default !== undefined && !kind.environment ? { ...entry, default: kind.default } : entry;
}

function actionYaml(stage, main) {
  const document = {
    name: `fly-monitoring: ${stage.name}`,
    description: stage.purpose,
    author: 'fly-monitoring contributors',
    branding: branding[stage.name],
    inputs: Object.fromEntries(Object.entries(stage.inputs).map(([name, kind]) => [name, inputEntry(kind)])),
    outputs: Object.fromEntries(Object.entries(stage.outputs).map(([name, description]) => [name, { description }])),
    runs: { using: 'node24', main },
  };
  return `# Written by "npm run generate" from the inputs and outputs of the stage ${stage.name}.\n${stringify(document, oneLine)}`;
}

const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');

function tables(action) {
  const inputs = Object.entries(action.inputs).map(
    ([name, { description, default: value, required }]) =>
      `| \`${name}\` | ${cell(description)}${required ? ' **Required.**' : ''} | ${value === undefined ? '' : `\`${cell(value)}\``} |`,
  );
  const outputs = Object.entries(action.outputs).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |`,
  );
  return [
    '## Inputs\n\n| name | what it is | default |\n| --- | --- | --- |',
    ...inputs,
    '\n## Outputs\n\n| name | what it holds |\n| --- | --- |',
    ...outputs,
  ].join('\n');
}

const markers = ['<!-- tables: written by "npm run generate" -->', '<!-- end of tables -->'];

function withTables(page, action) {
  const [start, end] = markers.map((marker) => page.indexOf(marker));
  if (start === -1 || end === -1) throw new Error(`A README misses the markers ${markers.join(' and ')}.`);
  return `${page.slice(0, start)}${markers[0]}\n${tables(action)}\n${page.slice(end)}`;
}

function readme(path, stage, action) {
  const file = join(root, path);
  const page = existsSync(file)
    ? readFileSync(file, 'utf8')
    : `# ${stage.name}\n\n${stage.purpose}\n\n${markers.join('\n')}\n`;
  write(path, withTables(page, action));
}

const actions = Object.values(stages).filter((exported) => typeof exported?.prepare === 'function');
for (const stage of [...actions, verifyTargets]) {
  const folder = `actions/${stage.name}`;
  const yaml = actionYaml(stage, 'dist/index.js');
  write(`${folder}/action.yml`, yaml);
  readme(`${folder}/README.md`, stage, parse(yaml));
  if (stage.name === 'deploy-with-monitoring') write('action.yml', actionYaml(stage, `${folder}/dist/index.js`));
}

const workflow = '.github/workflows/deploy-monitoring.yml';
write(workflow, withWorkflowParts(readFileSync(join(root, workflow), 'utf8'), stages.deployWithMonitoring));

function troubleshooting(head, nextWord, entries) {
  const codes = Object.entries(entries).map(
    ([code, { means, next }]) => `## ${code}\n\n${means}\n\n**${nextWord}** ${next}\n`,
  );
  return `${head}\n\n${codes.join('\n')}`;
}

write(
  'docs/troubleshooting.md',
  troubleshooting(
    '# Troubleshooting\n\nEvery error has a code; find yours below. This page is written by "npm run generate". [中文](troubleshooting.zh-CN.md)',
    'Next:',
    errorCodes,
  ),
);
write(
  'docs/troubleshooting.zh-CN.md',
  troubleshooting(
    '# 故障排查\n\n每个错误都有代码，在下面找到你的。本页由 "npm run generate" 生成。[English](troubleshooting.md)',
    '下一步：',
    chineseErrorCodes,
  ),
);

/** The page with the part between its markers replaced. */
function withSection(path, page, { name, text }) {
  const markers = [`<!-- ${name}: written by "npm run generate" -->`, `<!-- end of ${name} -->`];
  const [start, end] = markers.map((marker) => page.indexOf(marker));
  if (start === -1 || end === -1) throw new Error(`${path} misses the markers ${markers.join(' and ')}.`);
  return `${page.slice(0, start)}${markers[0]}\n${text}${page.slice(end)}`;
}

for (const [path, language] of [
  ['docs/conformance.md', 'en'],
  ['docs/conformance.zh-CN.md', 'zh'],
]) {
  const sections = [
    { name: 'conformance', text: conformance.renderConformanceSection(language) },
    { name: 'conformance of Grafana', text: grafanaConformance.renderGrafanaConformance(language) },
  ];
  const page = readFileSync(join(root, path), 'utf8');
  write(
    path,
    sections.reduce((text, section) => withSection(path, text, section), page),
  );
}

for (const [name, text] of Object.entries(dashboardFiles)) write(`dashboards/${name}`, text);
write('packages/fechatter/metrics-catalogue.json', renderCatalogueFile(await buildCatalogue()));

const checksPage = 'docs/verify-report.md';
write(
  checksPage,
  withChecks(readFileSync(join(root, checksPage), 'utf8'), (path) => readFileSync(join(root, path), 'utf8')),
);

const standIn = 'packages/testing/src/fly/README.md';
write(standIn, withBehaviours(readFileSync(join(root, standIn), 'utf8')));
const grafanaStandIn = 'packages/testing/src/grafana/README.md';
write(grafanaStandIn, withGrafanaBehaviours(readFileSync(join(root, grafanaStandIn), 'utf8')));

for (const path of stale) console.error(`${path} is not what the code gives: run "npm run generate".`);
process.exitCode = stale.length === 0 ? 0 : 1;
