import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Json } from './documents/values.js';
import type { RunOptions } from './options.js';
import type { Repositories } from './uses/repositories.js';

/** What all jobs of one run share. */
export type World = {
  readonly options: RunOptions;
  readonly repositories: Repositories;
  readonly github: Json;
  readonly folder: string;
  readonly cancelled: AbortSignal;
  readonly logLines: string[];
};

export type JobFolders = {
  readonly workspace: string;
  readonly temp: string;
  readonly home: string;
  readonly tools: string;
  readonly commands: string;
};

/** A machine of its own for each job: nothing but outputs goes from one to the next. */
export async function createJobFolders(world: World, name: string): Promise<JobFolders> {
  const root = path.join(world.folder, name.replace(/[^\w-]+/g, '_'));
  const repository = world.options.repository.name.split('/')[1] ?? 'repository';
  const folders = {
    workspace: path.join(root, 'work', repository, repository),
    temp: path.join(root, 'temp'),
    home: path.join(root, 'home'),
    tools: path.join(root, 'tools'),
    commands: path.join(root, 'temp', '_runner_file_commands'),
  };
  await Promise.all(Object.values(folders).map(async (folder) => await mkdir(folder, { recursive: true })));
  return folders;
}

/** The `github` context as far as it is the same for every step of a run. */
export function githubOf(options: RunOptions, own: { readonly ref: string; readonly sha: string }, event: Json): Json {
  const { name } = options.repository;
  return {
    event_name: options.event,
    event,
    ref: own.ref,
    ref_name: own.ref.replace(/^refs\/(heads|tags)\//, ''),
    ref_type: own.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    sha: own.sha,
    repository: name,
    repository_owner: name.split('/')[0],
    workflow_ref: `${name}/${options.file}@${own.ref}`,
    workflow_sha: own.sha,
    token: options.token ?? 'ghs_tokenOfThisRun',
    ...{ actor: 'octocat', triggering_actor: 'octocat', run_id: '1', run_number: '1', run_attempt: '1' },
    ...{
      server_url: 'https://github.com',
      api_url: 'https://api.github.com',
      graphql_url: 'https://api.github.com/graphql',
    },
    ...{ head_ref: '', base_ref: '', action: '', action_path: '', action_ref: '', action_repository: '' },
  };
}

/** Which context entries become `GITHUB_…` variables; the token does not. */
const AS_VARIABLES = [
  ...['event_name', 'ref', 'ref_name', 'ref_type', 'sha', 'repository', 'repository_owner', 'workflow', 'workflow_ref'],
  ...['workflow_sha', 'actor', 'triggering_actor', 'run_id', 'run_number', 'run_attempt', 'server_url', 'api_url'],
  ...['graphql_url', 'head_ref', 'base_ref', 'job', 'action', 'workspace', 'event_path', 'action_path'],
];

export function githubVariables(github: Json): Record<string, string> {
  const known = AS_VARIABLES.filter((key) => github[key] !== undefined && github[key] !== null);
  return Object.fromEntries(known.map((key) => [`GITHUB_${key.toUpperCase()}`, String(github[key])]));
}
