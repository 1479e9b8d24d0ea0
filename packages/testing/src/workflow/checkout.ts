import { execFile } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { asText, type Json } from './documents/values.js';
import { notSupported } from './errors.js';
import type { JobRun } from './jobs/job-run.js';

const UNKNOWN = ['submodules', 'lfs', 'sparse-checkout', 'filter', 'ssh-key'];
const LARGEST_LISTING_BYTES = 64 * 1024 * 1024;

/** actions/checkout as a copy of the folder: what git tracks or would track, as it lies there now. */
export async function checkout(job: JobRun, inputs: Json): Promise<void> {
  const refused = UNKNOWN.filter((name) => !['', 'false'].includes(asText(inputs[name])));
  if (refused.length > 0) {
    throw new Error(notSupported(`actions/checkout with ${refused.join(', ')}`));
  }
  const { repositories } = job.world;
  const name = asText(inputs['repository']) || repositories.own.repository;
  const source = repositories.at(name, asText(inputs['ref']));
  if (source === undefined) {
    throw new Error(notSupported(`checking out ${name}; name its folder in "repositories"`));
  }
  const target = path.resolve(job.folders.workspace, asText(inputs['path']));
  if (target !== job.folders.workspace && !target.startsWith(job.folders.workspace + path.sep)) {
    throw new Error(`Repository path '${target}' is not under '${job.folders.workspace}'`);
  }
  job.log.say(`Copying ${name} to ${target}`);
  await copyTracked(source.folder, target);
}

async function copyTracked(folder: string, target: string): Promise<void> {
  const files = await trackedFiles(folder);
  if (files === undefined) {
    await cp(folder, target, { recursive: true, filter: (from) => !/[/\\](node_modules|\.git)$/.test(from) });
    return;
  }
  for (const file of files) {
    await mkdir(path.dirname(path.join(target, file)), { recursive: true });
    await cp(path.join(folder, file), path.join(target, file), { verbatimSymlinks: true, recursive: true });
  }
}

/** `undefined`: the folder is not the top of a git working tree. Deleted files are still listed, so they are left out. */
async function trackedFiles(folder: string): Promise<readonly string[] | undefined> {
  const git = async (...args: string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)('git', ['-C', folder, ...args], { maxBuffer: LARGEST_LISTING_BYTES });
    return stdout;
  };
  try {
    if ((await git('rev-parse', '--show-prefix')).trim() !== '') {
      return undefined;
    }
    const deleted = new Set((await git('ls-files', '-z', '--deleted')).split('\0'));
    const listed = (await git('ls-files', '-z', '--cached', '--others', '--exclude-standard')).split('\0');
    return listed.filter((file) => file !== '' && !deleted.has(file));
  } catch {
    return undefined;
  }
}
