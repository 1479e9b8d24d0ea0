import { readSource } from '@fly-monitoring/fly';
import type { StageTools } from '@fly-monitoring/kit';
import type { WantedImage, WantedSource } from '../fly-deployment/wanted.js';
import type { DeployAppInputs } from './inputs.js';

interface SourceQuestion {
  readonly inputs: Pick<DeployAppInputs, 'reuseUnchangedSource'>;
  readonly image: WantedImage;
  readonly configFile: string;
  readonly configText: string;
}

/** A checkout is read within this time; only a large one is worth a line. */
const progressEveryMs = 5_000;

/** Undefined for an image that is built already. */
export async function readAppSource(
  { inputs, image, configFile, configText }: SourceQuestion,
  { files, log, clock, context }: StageTools,
): Promise<WantedSource | undefined> {
  if (image.kind === 'image') return undefined;
  let toldMs = clock.now();
  const onProgress = ({ done, total }: { readonly done: number; readonly total: number }) => {
    if (clock.now() - toldMs < progressEveryMs) return;
    toldMs = clock.now();
    log.info(`Reading the build context, to compare it with the live release: ${done} of ${total} files.`);
  };
  const { dockerfile, buildArgs: buildArguments } = image;
  const source = { context: context.workspace, dockerfile, configFile, configText, buildArguments };
  const read = await readSource(source, { files, onProgress });
  return { read, movingParts: inputs.reuseUnchangedSource ? 'kept' : 'released' };
}
