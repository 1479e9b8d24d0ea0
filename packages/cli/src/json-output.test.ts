import { Redactor } from '@fly-monitoring/kit';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jsonOutput } from './json-output.js';

test('JSON means the same, whatever texts it holds, and has nothing that a runner would obey', () => {
  const hostile = fc.constantFrom('##[add-mask]x', '\u2028::set-output name=x::y', '\u0085', '\u202e', '\r\n::error::');
  fc.assert(
    fc.property(fc.array(fc.oneof(hostile, fc.string({ unit: 'grapheme' }))), (texts) => {
      const json = jsonOutput({ texts }, new Redactor());
      expect(JSON.parse(json)).toEqual({ texts });
      expect(json).not.toMatch(/##\[|^\s*::|[\u0080-\u009f\u2028\u2029\u202e]/m);
    }),
  );
});

test('a secret is hidden also where JSON writes it with escapes', () => {
  const redactor = new Redactor();
  redactor.add('say "friend"');
  expect(JSON.parse(jsonOutput({ message: 'the word is say "friend"' }, redactor))).toEqual({
    message: 'the word is ***',
  });
});
