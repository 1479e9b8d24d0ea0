// The parts of the reusable workflow that follow from the chain's inputs and outputs.
import { stringify } from 'yaml';

/** Inputs that this workflow does not pass on; test/workflow-inputs.test.ts holds the reasons. */
const unreachable = ['report'];

/** Secrets that are not named after the variable that the code reads: one is no variable, one must differ from the writer's. */
const secretNames = { secrets: 'APP_SECRETS', 'remote-query-password': 'REMOTE_QUERY_PASSWORD' };
/** Taken from the input alone: the variable behind it names the user who writes. */
const withoutVariable = ['remote-query-user'];

/** GitHub shows a form for these; it allows 25. The others are set where the workflow is called. */
const dispatched = [
  'app-config',
  'monitoring-config',
  'monitoring-app',
  'environment',
  'image',
  'create',
  'org',
  'region',
  'access',
  'strategy',
  'overwrite',
  'prune',
  'allow-empty-panels',
  'force',
  'dry-run',
];

/** What an input means in this workflow besides. */
const extraHelp = { environment: ' When given, also the GitHub environment whose secrets and variables are used.' };

const isSecret = (kind) => kind.kind === 'secret' || kind.kind === 'pairs';

function descriptionOf(kind) {
  const notes = [];
  if (kind.choices) notes.push(`One of: ${kind.choices.join(', ')}.`);
  if (kind.default !== undefined && kind.kind !== 'boolean') notes.push(`Default: ${kind.default}.`);
  return [kind.help, ...notes].join(' ');
}

function inputEntry(name, kind) {
  const description = [descriptionOf(kind), variableNote(name, kind), extraHelp[name] ?? ''].join('').trim();
  if (kind.kind === 'boolean')
    return { description, type: 'boolean', default: kind.default === 'true', required: false };
  return { description, type: 'string', required: false };
}

const variableOf = (name, kind) => (withoutVariable.includes(name) ? undefined : kind.environment);

function variableNote(name, kind) {
  const variable = variableOf(name, kind);
  return variable === undefined ? '' : ` The variable ${variable} is used when empty.`;
}

function passedOn(name, kind) {
  if (isSecret(kind)) return `\${{ secrets.${secretNameOf(name, kind)} }}`;
  if (kind.kind === 'boolean') return `\${{ inputs.${name} == true }}`;
  const variable = variableOf(name, kind);
  return `\${{ inputs.${name}${variable === undefined ? '' : ` || vars.${variable}`} }}`;
}

function secretNameOf(name, kind) {
  return secretNames[name] ?? kind.environment;
}

/** What stands between each pair of markers, by the marker's name. */
export function workflowParts(stage) {
  const all = Object.entries(stage.inputs).filter(([name]) => !unreachable.includes(name));
  const open = all.filter(([, kind]) => !isSecret(kind));
  const secrets = all.filter(([, kind]) => isSecret(kind));
  const entriesOf = (inputs) => Object.fromEntries(inputs.map(([name, kind]) => [name, inputEntry(name, kind)]));
  const outputs = Object.entries(stage.outputs).filter(([name]) => !unreachable.includes(name));
  return {
    'dispatch-inputs': entriesOf(open.filter(([name]) => dispatched.includes(name))),
    'call-inputs': entriesOf(open),
    secrets: Object.fromEntries(
      secrets.map(([name, kind]) => [secretNameOf(name, kind), { description: kind.help, required: false }]),
    ),
    outputs: Object.fromEntries(
      outputs.map(([name, description]) => [name, { description, value: `\${{ jobs.deploy.outputs.${name} }}` }]),
    ),
    'job-outputs': Object.fromEntries(outputs.map(([name]) => [name, `\${{ steps.deploy.outputs.${name} }}`])),
    with: Object.fromEntries(all.map(([name, kind]) => [name, passedOn(name, kind)])),
  };
}

/** The workflow with each part written anew between `# <name>: written by …` and `# end of <name>`. */
export function withWorkflowParts(text, stage) {
  return Object.entries(workflowParts(stage)).reduce((page, [name, part]) => {
    const marked = new RegExp(`^( *)# ${name}: written by "npm run generate"\\n[\\s\\S]*?^ *# end of ${name}\\n`, 'm');
    const indent = marked.exec(page)?.[1];
    if (indent === undefined) throw new Error(`The workflow misses the markers of ${name}.`);
    const lines = stringify(part, { lineWidth: 0 }).trimEnd().split('\n');
    const block = [`# ${name}: written by "npm run generate"`, ...lines, `# end of ${name}`];
    return page.replace(marked, () => block.map((line) => `${indent}${line}\n`).join(''));
  }, text);
}
