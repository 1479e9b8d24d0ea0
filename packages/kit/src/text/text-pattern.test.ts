import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escapePattern, pathGlobSource } from './text-pattern.js';

const fits = (glob: string, path: string) => new RegExp(`^${pathGlobSource(glob)}$`, 'u').test(path);
/** Text full of signs that mean something to regular expressions and to globs. */
const signs = fc.string({ unit: fc.constantFrom(...'()[]{}*+?.^$|\\/-!az09 é𝒳') });
const anyText = fc.oneof(signs, fc.string({ unit: 'binary' }));

describe('text in a regular expression', () => {
  test('stands for itself, whatever it is', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        const pattern = new RegExp(`^${escapePattern(text)}$`);
        expect(pattern.test(text)).toBe(true);
        expect(pattern.test(other)).toBe(text === other);
      }),
    );
  });
});

describe('a path pattern', () => {
  test.each([
    ['rules/*.yml', 'rules/a.yml', true],
    ['rules/*.yml', 'rules/b/a.yml', false],
    ['rules/**.yml', 'rules/a.yml', true],
    ['rule?.yml', 'rules.yml', true],
    ['rule?.yml', 'rule/.yml', false],
    ['[ab].yml', 'b.yml', true],
    ['[a-c].yml', 'b.yml', true],
    ['[^a-c].yml', 'b.yml', false],
    ['[^a-c].yml', 'd.yml', true],
    ['a[^b]c', 'a/c', false],
    ['[\\]].yml', '].yml', true],
    ['\\*.yml', '*.yml', true],
    ['\\*.yml', 'a.yml', false],
    ['[z-a].yml', 'b.yml', false],
    ['[ab.yml', '[ab.yml', true],
    ['web(.yml', 'web(.yml', true],
    ['a.b', 'axb', false],
  ])('%s and %s: %s', (glob, path, expected) => {
    expect(fits(glob, path)).toBe(expected);
  });

  test('is valid with and without the flag u, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (glob) => {
        expect(() => new RegExp(`^${pathGlobSource(glob)}$`)).not.toThrow();
        expect(() => new RegExp(`^${pathGlobSource(glob)}$`, 'u')).not.toThrow();
      }),
    );
  });

  test('means itself when it has none of the signs of patterns', () => {
    const plain = anyText.filter((text) => !/[*?[\\]/.test(text));
    fc.assert(fc.property(plain, (path) => expect(fits(path, path)).toBe(true)));
  });
});
