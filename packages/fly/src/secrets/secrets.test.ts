import { Secret } from '@fly-monitoring/kit';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encodeSecretsImport, secretProblems } from './encode-import.js';
import { bareToken } from './token.js';

const one = (value: string) => new Map([['KEY', new Secret(value)]]);

/** flyctl's rules as they are known: `#` cuts unless an odd number of quotes stands before it; an outer pair goes. */
function readAsFlyctl(line: string): string {
  let value = line.slice(line.indexOf('=') + 1).replace(/^ +/, '');
  for (let at = value.indexOf('#'); at >= 0; at = value.indexOf('#', at + 1)) {
    if ((value.slice(0, at).split('"').length - 1) % 2 === 0) {
      value = value.slice(0, at).trimEnd();
      break;
    }
  }
  if (value.startsWith('"""')) return 'a block that eats the lines after it';
  const quoted = /^"(.*)"$/s.exec(value) ?? /^'(.*)'$/s.exec(value);
  return quoted?.[1] ?? value;
}

describe('secrets for flyctl', () => {
  test('come out as they went in, or are refused before anything is changed', () => {
    const text = fc.string({
      unit: fc.constantFrom('"', "'", '#', ' ', '=', '\\', '$', 'a', '\n', 'é'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, (value) => {
        if (secretProblems(one(value)).length > 0) return;
        const encoded = encodeSecretsImport(one(value));
        expect(encoded.split('\n')).toHaveLength(2);
        expect(readAsFlyctl(encoded.trimEnd())).toBe(value);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(['plain', 'ab#cd', '{"a":"b"}', 'admin:$2b$10$abc', "it's", 'a b', 'https://host/path?a=b'])(
    '%j can be written',
    (value) => {
      expect(secretProblems(one(value))).toEqual([]);
    },
  );

  test.each([
    ['', 'is empty'],
    ['a\nb', 'more than one line'],
    [' a', 'begins or ends with a blank'],
    ['"a"', 'quotation mark'],
    ['a"b#c', 'holds both'],
    ['a'.repeat(65_536), 'longer than 64 KiB'],
  ])('%# is refused with a reason and a next step, and is not shown', (value, reason) => {
    const [problem = ''] = secretProblems(one(value));
    expect(problem).toContain(reason);
    expect(problem).toMatch(/^Secret KEY .*; .*\.$/);
    expect(() => encodeSecretsImport(one(value))).toThrow(reason);
  });

  test('all refused secrets are named at once', () => {
    const secrets = new Map([
      ['FLY_X', new Secret('a')],
      ['1A', new Secret('a')],
      ['OK', new Secret('a')],
    ]);
    expect(secretProblems(secrets)).toEqual([expect.stringContaining('FLY_X'), expect.stringContaining('1A')]);
  });
});

test.each([
  ['FlyV1 fm2_a,fm2_b', 'fm2_a,fm2_b'],
  ['Bearer FlyV1 fm2_a', 'fm2_a'],
  ['FlyV1 fm2_a, FlyV1 fm2_b', 'fm2_a,fm2_b'],
  [' fo1_abc ', 'fo1_abc'],
])('the token %j is used as %j', (given, used) => {
  expect(bareToken(new Secret(given)).reveal()).toBe(used);
});
