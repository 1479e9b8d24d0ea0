import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { similarity, trigramModel } from './embedding.js';

const { embed } = trigramModel;

describe('the trigram model', () => {
  test('gives every text with a letter a vector of length one, always the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        const vector = await embed(text);
        const length = Math.hypot(...vector);
        expect(vector).toHaveLength(64);
        expect(length).toBeCloseTo(/[\p{L}\p{N}]/u.test(text.normalize('NFKC').toLowerCase()) ? 1 : 0, 6);
        expect(await embed(text)).toEqual(vector);
      }),
    );
  });

  test('finds texts that share words closer than texts that do not', async () => {
    const [query, near, far] = await Promise.all(['the release', 'our Release is out', 'cake for lunch'].map(embed));
    expect(similarity(query ?? [], near ?? [])).toBeGreaterThan(similarity(query ?? [], far ?? []) + 0.2);
  });
});
