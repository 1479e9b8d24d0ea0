import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fillText } from '../documents/expressions.js';
import { asText } from '../documents/values.js';
import { notSupported } from '../errors.js';
import { type Executed, execute } from '../execution.js';
import { type JobRun, processEnv } from './job-run.js';
import type { StepCall } from './step-call.js';

/** How GitHub starts each shell. Without one named it is bash without pipefail. */
const SHELLS: Readonly<Record<string, readonly string[]>> = {
  '': ['bash', '-e', '{0}'],
  bash: ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '{0}'],
  sh: ['sh', '-e', '{0}'],
};

export async function runScript(job: JobRun, call: StepCall): Promise<Executed> {
  const script = fillText(call.spec['run'], call.scope);
  const shell = fillText(call.spec['shell'], call.scope) || (call.frame.defaults.shell ?? '');
  const [file, ...args] = await shellCommand(job, shell, script);
  const relative = fillText(call.spec['working-directory'], call.scope) || (call.frame.defaults.workingDirectory ?? '');
  const cwd = path.resolve(job.folders.workspace, relative);
  for (const line of script.trimEnd().split('\n')) {
    job.log.say(line);
  }
  job.log.say('##[endgroup]');
  return await execute(job, { file: asText(file), args, cwd, env: processEnv(job, call.frame, call.env) }, call.signal);
}

async function shellCommand(job: JobRun, shell: string, script: string): Promise<readonly string[]> {
  const words = SHELLS[shell] ?? (shell.includes('{0}') ? shell.split(/\s+/) : undefined);
  if (words === undefined) {
    throw new Error(notSupported(`shell ${shell}`));
  }
  const file = path.join(job.folders.temp, `${randomUUID()}.sh`);
  await writeFile(file, script);
  return words.map((word) => word.replace('{0}', file));
}
