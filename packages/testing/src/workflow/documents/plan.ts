import path from 'node:path';
import { notSupported } from '../errors.js';
import type { Repositories, Source } from '../uses/repositories.js';
import { readActionFile, readWorkflowFile } from './documents.js';
import { missing, undeclared } from './inputs.js';
import { excessOf, type Permissions, permissionsFor } from './permissions.js';
import { asText, isRecord, type Json, listIn, mapValues, recordIn, textIn } from './values.js';

/** A workflow file with everything it calls, read and judged before anything runs. */
export type PlannedWorkflow = {
  readonly source: Source;
  readonly file: string;
  readonly content: Json;
  readonly jobs: Readonly<Record<string, PlannedJob>>;
};

export type PlannedJob = {
  readonly id: string;
  readonly spec: Json;
  readonly needs: readonly string[];
  readonly permissions: Permissions;
  readonly calls?: PlannedWorkflow;
};

type Planning = { readonly repositories: Repositories; readonly problems: string[] };
type Place = { readonly source: Source; readonly file: string; readonly granted: Permissions; readonly depth: number };

/** Called workflows may nest nine deep below the first. */
const DEEPEST = 10;

export async function planWorkflow(planning: Planning, place: Place): Promise<PlannedWorkflow> {
  const { source, file, depth } = place;
  const { content, problems } = await readWorkflowFile(source.folder, file);
  planning.problems.push(...problems);
  if (depth > DEEPEST) {
    planning.problems.push(`${file}: workflows may be nested ${DEEPEST} deep at most`);
    return { source, file, content, jobs: {} };
  }
  const jobs = Object.entries(recordIn(content, 'jobs'));
  const planned = await Promise.all(
    jobs.map(
      async ([id, spec]) =>
        await planJob(planning, { ...place, id, spec: isRecord(spec) ? spec : {}, workflow: content }),
    ),
  );
  planning.problems.push(...sharedGroups(file, planned));
  return { source, file, content, jobs: Object.fromEntries(planned.map((job) => [job.id, job])) };
}

/** Jobs of one run that would have to wait for each other's group. */
function sharedGroups(file: string, jobs: readonly PlannedJob[]): readonly string[] {
  const groups = jobs.flatMap(({ spec }) => textIn(spec, 'concurrency') ?? textIn(spec['concurrency'], 'group') ?? []);
  const shared = new Set(groups.filter((group, index) => groups.indexOf(group) !== index));
  return [...shared].map((group) => notSupported(`several jobs of ${file} in the concurrency group ${group}`));
}

type JobPlace = Place & { readonly id: string; readonly spec: Json; readonly workflow: Json };

async function planJob(planning: Planning, at: JobPlace): Promise<PlannedJob> {
  const { id, spec } = at;
  const needs = listIn(spec, 'needs').map(asText);
  const permissions = permissionsFor(spec, at.workflow, at.granted);
  if (at.depth > 1) {
    planning.problems.push(...excessOf(permissions, at.granted, id));
  }
  planning.problems.push(...outOfScope(at));
  const uses = textIn(spec, 'uses');
  if (uses === undefined) {
    await planSteps(planning, at);
    return { id, spec, needs, permissions };
  }
  const calls = await planCall(planning, { ...at, granted: permissions }, uses);
  return { id, spec, needs, permissions, ...(calls === undefined ? {} : { calls }) };
}

async function planCall(planning: Planning, at: JobPlace, uses: string): Promise<PlannedWorkflow | undefined> {
  const found = planning.repositories.workflowUse(uses, at.source);
  if (typeof found === 'string') {
    planning.problems.push(found);
    return undefined;
  }
  const called = await planWorkflow(planning, {
    source: found.source,
    file: found.path,
    granted: at.granted,
    depth: at.depth + 1,
  });
  planning.problems.push(...callFaults(at, uses, called));
  return called;
}

function callFaults(at: JobPlace, uses: string, called: PlannedWorkflow): readonly string[] {
  const on = called.content['on'];
  const isCallable =
    on === 'workflow_call' ||
    (Array.isArray(on) && on.includes('workflow_call')) ||
    (isRecord(on) && 'workflow_call' in on);
  if (!isCallable) {
    return [`${at.file}: job ${at.id} calls ${uses}, which has no workflow_call trigger`];
  }
  const declared = recordIn(on, 'workflow_call');
  const given = recordIn(at.spec, 'with');
  const inherits = at.spec['secrets'] === 'inherit';
  const secrets = recordIn(at.spec, 'secrets');
  return [
    ...undeclared(recordIn(declared, 'inputs'), given, 'input'),
    ...missing(recordIn(declared, 'inputs'), given, 'input'),
    ...(inherits ? [] : undeclared(recordIn(declared, 'secrets'), secrets, 'secret')),
    ...(inherits ? [] : missing(recordIn(declared, 'secrets'), secrets, 'secret')),
  ].map((fault) => `${at.file}: job ${at.id}: ${fault}`);
}

const JOB_KEYS_OUT = ['strategy', 'container', 'services', 'snapshot'];
const STEP_KEYS_OUT = ['background', 'parallel', 'wait', 'wait-all', 'cancel'];

function outOfScope({ file, id, spec }: JobPlace): readonly string[] {
  const steps = listIn(spec, 'steps').filter(isRecord);
  const keys = [
    ...JOB_KEYS_OUT.filter((key) => key in spec),
    ...steps.flatMap((step) => STEP_KEYS_OUT.filter((key) => key in step)),
  ];
  return keys.map((key) => notSupported(`"${key}" in job ${id} of ${file}`));
}

/** As the real runner fetches every action before the first step: what is missing shows at once. */
async function planSteps(planning: Planning, at: JobPlace): Promise<void> {
  for (const step of listIn(at.spec, 'steps')) {
    const uses = textIn(step, 'uses');
    const use = uses === undefined ? undefined : planning.repositories.stepUse(uses, at.source);
    if (typeof use === 'string') {
      planning.problems.push(use);
    } else if (use?.kind === 'source') {
      const action = await readActionFile(path.join(use.source.folder, use.path));
      const absent = [`${asText(uses)}: ${use.source.repository} has no action.yml in "${use.path}"`];
      planning.problems.push(...(action?.problems.map((problem) => `${asText(uses)}: ${problem}`) ?? absent));
    }
  }
}

/** The jobs a job waits for, directly or through others. */
export function ancestorsOf(jobs: PlannedWorkflow['jobs'], id: string): readonly string[] {
  const needs = jobs[id]?.needs ?? [];
  return [...new Set(needs.flatMap((need) => [need, ...ancestorsOf(jobs, need)]))];
}

export function planOutputs(workflow: PlannedWorkflow): Record<string, unknown> {
  const declared = recordIn(recordIn(workflow.content, 'on'), 'workflow_call');
  return mapValues(recordIn(declared, 'outputs'), (output) => (isRecord(output) ? output['value'] : undefined));
}
