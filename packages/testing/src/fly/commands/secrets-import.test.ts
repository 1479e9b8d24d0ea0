import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseSecretLines } from './secrets-import.js';

describe('the reader of "secrets import"', () => {
  test.each([
    ['A=plain', 'plain'],
    ['A=ab#cd', 'ab'],
    ["A='ab#cd'", "'ab"],
    ['A="ab#cd"', 'ab#cd'],
    ['A=  "spaces kept "', 'spaces kept '],
    ["A='single'", 'single'],
    ['A="""one line"""', 'one line'],
    ['A="back\\nslash"', 'back\\nslash'],
    ['A="""two\nlines"""', 'two\nlines'],
  ])('reads %j as %j', (input, value) => {
    expect(Object.fromEntries(parseSecretLines(input))).toEqual({ A: value });
  });

  test('a value with a quote and a hash opens a block that eats the lines after it', () => {
    expect([...parseSecretLines('A="""a"b#cd"""\nB=lost\n').keys()]).toEqual([]);
  });

  test('a line of 64 KiB silently ends the reading', () => {
    expect([...parseSecretLines(`A=1\nB=${'x'.repeat(70_000)}\nC=3\n`).keys()]).toEqual(['A']);
  });

  test('a line without "=" is an error that shows the line', () => {
    expect(() => parseSecretLines('oops')).toThrow('Secrets must be provided as NAME=VALUE pairs (oops is invalid)');
  });

  test('any value without quotes and newlines survives in double quotes', () => {
    const value = fc.string().filter((text) => !/["\r\n]/.test(text));
    fc.assert(fc.property(value, (text) => parseSecretLines(`A="${text}"\n`).get('A') === text));
  });
});
