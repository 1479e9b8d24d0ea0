import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JobResult, WorkflowResult } from './index.js';

const folders: string[] = [];

/** A folder with the given files, as a repository would be checked out. */
export async function repository(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'repository-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}

export async function removeRepositories(): Promise<void> {
  for (const folder of folders.splice(0)) {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A job by its way from the top: `job(ran, 'caller', 'deploy')`. */
export function job(ran: Pick<WorkflowResult, 'jobs'>, id: string, ...inner: string[]): JobResult {
  const found = Object.entries(ran.jobs).find(([name]) => name === id)?.[1];
  const [next, ...rest] = inner;
  if (found === undefined) {
    throw new Error(`There is no job ${id}.`);
  }
  return next === undefined ? found : job(found, next, ...rest);
}
