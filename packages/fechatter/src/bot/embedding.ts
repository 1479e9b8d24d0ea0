export interface EmbeddingModel {
  readonly name: string;
  embed(text: string): Promise<readonly number[]>;
}

const DIMENSIONS = 64;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * A local model without weights: hashed character trigrams, normalised to length one. The same text always gives the
 * same vector and texts that share words come out close, which is all that finding an earlier message needs.
 */
export const trigramModel = {
  name: 'trigram-64',
  async embed(text: string) {
    const vector = new Array<number>(DIMENSIONS).fill(0);
    for (const trigram of trigramsOf(text)) {
      const slot = hash(trigram) % DIMENSIONS;
      vector[slot] = (vector[slot] ?? 0) + 1;
    }
    const length = Math.hypot(...vector);
    return length === 0 ? vector : vector.map((value) => value / length);
  },
} as const satisfies EmbeddingModel;

/** How close two texts are, 0 to 1, for vectors of length one. */
export function similarity(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
}

function* trigramsOf(text: string): Generator<string> {
  for (const word of text
    .toLowerCase()
    .normalize('NFKC')
    .match(/[\p{L}\p{N}]+/gu) ?? []) {
    const letters = [...` ${word} `];
    for (let start = 0; start + 3 <= letters.length; start += 1) yield letters.slice(start, start + 3).join('');
  }
}

/** FNV-1a: short, fast, and the same on every machine. */
function hash(text: string): number {
  let state = FNV_OFFSET;
  for (const byte of Buffer.from(text)) state = Math.imul(state ^ byte, FNV_PRIME) >>> 0;
  return state;
}
