import { type Command, runChild } from './jobs/child.js';
import { createFileCommands, parsePairs } from './jobs/file-commands.js';
import type { JobRun } from './jobs/job-run.js';

/** GitHub's limit for one step's summary. */
const LARGEST_SUMMARY_BYTES = 1024 * 1024;
/** Steps may not change how later actions' node starts. */
const PROTECTED = ['NODE_OPTIONS'];

export type Executed = {
  readonly isOk: boolean;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
};

/** Runs one process of a step and takes in what it wrote to its command files. */
export async function execute(job: JobRun, command: Command, signal: AbortSignal): Promise<Executed> {
  job.nextStep += 1;
  const files = await createFileCommands(job.folders.commands, String(job.nextStep));
  const code = await runChild(
    { ...command, env: { ...command.env, ...files.env } },
    { signal, onLine: (line) => job.log.hear(line), onGroup: (group) => job.groups.add(group) },
  );
  if (code !== 0 && !signal.aborted) {
    fail(job, `Process completed with exit code ${code}.`);
  }
  takeSummary(job, await files.read('step_summary'));
  try {
    takeEnv(job, parsePairs(await files.read('env')));
    job.pathEntries.unshift(
      ...(await files.read('path'))
        .split(/\r?\n/)
        .filter((line) => line !== '')
        .reverse(),
    );
    const [outputs, state] = [parsePairs(await files.read('output')), parsePairs(await files.read('state'))];
    return { isOk: code === 0 && !signal.aborted, outputs, state };
  } catch (error) {
    fail(job, `Unable to process file command: ${String(Object(error).message)}`);
    return { isOk: false, outputs: {}, state: {} };
  }
}

export function fail(job: JobRun, message: string): void {
  job.log.annotate({ level: 'error', message, properties: {} });
}

function takeEnv(job: JobRun, pairs: Readonly<Record<string, string>>): void {
  const refused = Object.keys(pairs).filter((name) => PROTECTED.includes(name));
  if (refused.length > 0) {
    throw new Error(`Can't store ${refused.join(', ')} output parameter using '$GITHUB_ENV' command.`);
  }
  Object.assign(job.env, pairs);
}

function takeSummary(job: JobRun, text: string): void {
  const size = Buffer.byteLength(text);
  if (size > LARGEST_SUMMARY_BYTES) {
    const kib = Math.ceil(size / 1024);
    fail(job, `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${kib}k.`);
  } else if (text !== '') {
    job.summaries.push(
      text
        .split('\n')
        .map((line) => job.masks.apply(line))
        .join('\n'),
    );
  }
}
