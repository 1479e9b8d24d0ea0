import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseCli } from './cli-options.js';
import { fill, fillText, holds, type Scope } from './documents/expressions.js';
import { parsePairs } from './jobs/file-commands.js';
import { Masks } from './jobs/masks.js';

const status = { success: true, failure: false, cancelled: false };
const scope: Scope = {
  status,
  contexts: { inputs: { n: 3, on: true, text: "it's", none: '' }, github: { ref: 'refs/heads/main' } },
};

test('reads back every value that is written as a block', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,10}$/);
  const value = fc.string().filter((text) => !/[\r\n]/.test(text));
  fc.assert(
    fc.property(fc.dictionary(name, fc.array(value, { minLength: 1 })), (pairs) => {
      const written = Object.entries(pairs).map(
        ([key, lines]) => `${key}<<-END-OF-IT-\n${lines.join('\n')}\n-END-OF-IT-\n`,
      );
      const wanted = Object.fromEntries(Object.entries(pairs).map(([key, lines]) => [key, lines.join('\n')]));
      expect(parsePairs(written.join(''))).toEqual(wanted);
    }),
  );
});

test('shows no secret, whatever stands around it', () => {
  const secret = fc.string({ minLength: 6 }).filter((text) => text.trim().length > 5 && !text.includes('*'));
  fc.assert(
    fc.property(secret, fc.string(), fc.string(), (hidden, before, after) => {
      const masks = new Masks([hidden]);
      return !masks.apply(`${before}${hidden}${after}`).includes(hidden.trim());
    }),
  );
});

describe('expressions', () => {
  test('keep their type alone and become text among text', () => {
    expect(fill(`\${{ inputs.n }}`, scope)).toBe(3);
    expect(fill(` \${{ inputs.on && inputs.n > 2 }} `, scope)).toBe(true);
    expect(fill(`n=\${{ inputs.n }}!`, scope)).toBe('n=3!');
    expect(fillText(true, scope)).toBe('true');
  });

  test('read quotes and braces inside of texts', () => {
    expect(fillText(`\${{ format('}}{0}', 'it''s') }} \${{ inputs.text }}`, scope)).toBe("}it's it's");
    expect(fillText(`\${{ fromJSON('[1,2]')[1] }}`, scope)).toBe('2');
  });

  test.each<[string | undefined, Partial<Scope['status']>, boolean]>([
    [undefined, {}, true],
    [undefined, { success: false }, false],
    ["github.ref == 'refs/heads/main'", {}, true],
    ["github.ref == 'refs/heads/main'", { success: false }, false],
    ["github.ref == 'always()'", { success: false }, false],
    ['always()', { success: false, failure: true }, true],
    ['!cancelled()', { success: false, failure: true }, true],
    ['failure()', { success: false, failure: true }, true],
    ['inputs.none', {}, false],
    ['inputs.n', {}, true],
  ])('the condition %s with %j holds: %s', (condition, changed, expected) => {
    expect(holds(condition, { ...scope, status: { ...status, ...changed } })).toBe(expected);
  });
});

describe('the command line', () => {
  test('takes inputs typed and secrets from the environment', () => {
    const args = [
      'a.yml',
      '--event',
      'workflow_dispatch',
      '--input',
      'dry-run=true',
      '--input',
      'app=a=b',
      '--secret',
      'KEY',
      '--with',
      'o/r=/x',
    ];
    expect(parseCli(args, { KEY: 'hush' })).toMatchObject({
      kind: 'run',
      options: {
        file: 'a.yml',
        inputs: { 'dry-run': true, app: 'a=b' },
        secrets: { KEY: 'hush' },
        repositories: { 'o/r': '/x' },
      },
    });
  });

  test.each([
    [[], 'Exactly one workflow file'],
    [['a.yml', '--event', 'schedule'], '--event is "schedule"'],
    [['a.yml', '--secret', 'KEY'], 'no environment variable'],
    [['a.yml', '--input', 'x'], '--input is "x"'],
    [['a.yml', '--nope'], '--nope'],
  ])('explains %j', (args, problem) => {
    expect(parseCli(args, {})).toEqual({ kind: 'usage', problem: expect.stringContaining(problem) });
  });
});
