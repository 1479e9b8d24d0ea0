import { ensureAnnotation, explainFailure, type Transport } from '@fly-monitoring/grafana';
import { errorMessage, type RunContext } from '@fly-monitoring/kit';
import type { ImportInputs } from './inputs.js';

/** What became of the annotation, in words; a failure keeps nothing from being imported. */
export interface AnnotationNote {
  readonly kind: 'posted' | 'failed';
  readonly words: string;
}

export interface Annotating {
  readonly transport: Transport;
  readonly inputs: ImportInputs;
  readonly context: RunContext;
}

/**
 * Marks the release on every dashboard that shows annotations with its tags. Once for each run and environment: a step
 * that is repeated finds its own.
 */
export async function annotateRelease({ transport, inputs, context }: Annotating): Promise<AnnotationNote> {
  const tags = annotationTags(inputs, context);
  const wanted = { timeMs: transport.clock.now(), tags, text: annotationText(inputs, context) };
  try {
    const outcome = await ensureAnnotation(transport, wanted);
    if (outcome.kind !== 'failed')
      return { kind: 'posted', words: `Annotated in Grafana with the tags ${tags.join(', ')}` };
    const { seen, hint } = explainFailure(outcome.failure);
    return failed(`${seen}. ${hint}`);
  } catch (thrown) {
    // The time is over or the run cancelled: what was imported has to be told all the same.
    return failed(errorMessage(thrown));
  }
}

function failed(why: string): AnnotationNote {
  return { kind: 'failed', words: `The release was not annotated in Grafana: ${why}` };
}

/** Grafana's own convention is plain words; a query for "deploy" finds all of them. */
function annotationTags({ environment }: ImportInputs, { repository, runLabel }: RunContext): readonly string[] {
  return ['deploy', 'fly-monitoring', environment, repository, `run-${runLabel}`].filter((tag) => tag !== '');
}

function annotationText({ release }: ImportInputs, { repository, sha, actor, runUrl }: RunContext): string {
  const revision = sha === undefined ? '' : ` at ${sha.slice(0, 12)}`;
  const what =
    release === undefined ? `Release of ${repository}${revision}` : `Release ${release} of ${repository}${revision}`;
  const who = actor === undefined || actor === '' ? '' : ` by ${actor}`;
  return [`${what}${who}`, runUrl].filter((line) => line !== undefined).join('\n');
}
