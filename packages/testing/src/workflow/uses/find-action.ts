import path from 'node:path';
import { readActionFile } from '../documents/documents.js';
import { type Json, recordIn, textIn } from '../documents/values.js';
import { notSupported } from '../errors.js';
import type { JobRun } from '../jobs/job-run.js';
import type { Source } from './repositories.js';

/** An action that was found: its manifest, where it lies, and the repository it came from. */
export type Action = {
  readonly content: Json;
  readonly folder: string;
  /** What `$/` means inside of it. */
  readonly source: Source;
  /** `./` actions are told no repository and run no `pre`. */
  readonly isLocal: boolean;
};

export async function localAction(job: JobRun, inside: string): Promise<Action> {
  const folder = path.join(job.folders.workspace, inside);
  const found = await readActionFile(folder);
  if (found === undefined) {
    throw new Error(
      `Can't find 'action.yml', 'action.yaml' or 'Dockerfile' under '${folder}'. Did you forget to run actions/checkout before running your local action?`,
    );
  }
  return { content: checked(found, inside), folder, source: job.world.repositories.own, isLocal: true };
}

export async function actionAt(source: Source, inside: string): Promise<Action> {
  const folder = path.join(source.folder, inside);
  const found = await readActionFile(folder);
  if (found === undefined) {
    throw new Error(`Can't find 'action.yml' in ${source.repository}/${inside}@${source.ref}`);
  }
  return { content: checked(found, inside), folder, source, isLocal: false };
}

function checked(found: { readonly content: Json; readonly problems: readonly string[] }, inside: string): Json {
  if (found.problems.length > 0) {
    throw new Error(`${inside}: ${found.problems.join('; ')}`);
  }
  const using = textIn(recordIn(found.content, 'runs'), 'using') ?? '';
  if (!/^(composite|node20|node24)$/.test(using)) {
    throw new Error(notSupported(`runs.using: ${using}`));
  }
  return found.content;
}
