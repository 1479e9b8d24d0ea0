import { objectsIn } from '../json.js';
import { type Answer, type GrafanaFailure, isDoubtful, ok } from './answer.js';
import { backoffMs, type Transport } from './transport.js';

export interface NewAnnotation {
  /** In milliseconds since the epoch. */
  readonly timeMs: number;
  /** Together they tell it from every other one. */
  readonly tags: readonly string[];
  readonly text: string;
}

export type AnnotationOutcome =
  | { readonly kind: 'posted' }
  /** One with the same tags is there. */
  | { readonly kind: 'there' }
  | { readonly kind: 'failed'; readonly failure: GrafanaFailure };

const maxAttempts = 3;

/** Posts it once: before each try it is looked for by its tags, also after an answer that was lost. */
export async function ensureAnnotation(transport: Transport, wanted: NewAnnotation): Promise<AnnotationOutcome> {
  for (let attempt = 0; ; attempt++) {
    const found = await isThere(transport, wanted);
    if (found.kind !== 'ok') return { kind: 'failed', failure: found };
    if (found.value) return { kind: attempt === 0 ? 'there' : 'posted' };
    const { timeMs: time, tags, text } = wanted;
    const answer = await transport.ask({ method: 'POST', path: '/api/annotations', body: { time, tags, text } });
    if (answer.kind === 'ok') return { kind: 'posted' };
    if (!isDoubtful(answer) || attempt + 1 === maxAttempts) return { kind: 'failed', failure: answer };
    await transport.clock.sleep(backoffMs(attempt));
  }
}

/** Several tags in the address mean that it has all of them. */
async function isThere(transport: Transport, { tags }: NewAnnotation): Promise<Answer<boolean>> {
  const wanted = tags.map((tag) => `tags=${encodeURIComponent(tag)}`).join('&');
  const answer = await transport.ask({ path: `/api/annotations?type=annotation&limit=1&${wanted}` });
  return answer.kind === 'ok' ? ok(objectsIn({ list: answer.value }, 'list').length > 0) : answer;
}
