import { describe, expect, test } from '@jest/globals';
import { type Shape, shapeProblems } from '../../conformance/shape.js';
import { parseConformanceArguments } from './arguments.js';
import type { Probe, RunResult } from './probe.js';
import { probes } from './probes/index.js';
import { countsOf, renderJson, renderReport } from './report.js';
import { verdictOf } from './verdict.js';

const probe: Probe = {
  id: 'a/probe',
  relies: 'it answers',
  source: 'here',
  scene: 'live-app',
  argv: ['status'],
  expect: { exitCode: 0, stdout: { has: [/yes/], lacks: [/no/] }, stderr: 'empty' },
};
const good: RunResult = { exitCode: 0, stdout: 'yes', stderr: '' };

describe('the probes', () => {
  test('have ids of their own, a sentence and a source', () => {
    expect(new Set(probes.map(({ id }) => id)).size).toBe(probes.length);
    expect(probes.filter(({ relies, source }) => relies === '' || !/internal\/|fly-go/.test(source))).toEqual([]);
  });

  test('use only words that every judge fills in', () => {
    const texts = probes.flatMap(({ argv, env }) => [...argv, ...Object.values(env ?? {})].map(String));
    const words = new Set(texts.flatMap((text) => [...text.matchAll(/\{([a-z-]+)\}/g)].map((match) => match[1])));
    const known = [
      'app',
      'org',
      'image',
      'machine',
      'folder',
      'new-app',
      'token',
      'other-token',
      'session',
      'old-session',
    ];
    expect([...words].filter((word) => !known.includes(String(word)))).toEqual([]);
  });
});

describe('a shape', () => {
  const wrong: readonly (readonly [Shape, unknown, string])[] = [
    ['text', 1, 'the document is 1; expected a text'],
    ['number', '1', 'the document is "1"; expected a number'],
    [{ fields: { a: { list: 'boolean' } } }, { a: [true, 0] }, 'the document.a[1] is 0; expected a boolean'],
    [{ fields: { a: 'any' } }, {}, 'the document.a is missing; expected anything'],
    [{ list: 'any', atLeast: 1 }, [], 'the document has 0 items; expected at least 1'],
    [{ list: 'any' }, {}, 'the document is {}; expected a list'],
    [{ oneOf: ['a'] }, 'b', 'the document is "b"; expected one of ["a"]'],
    [{ matches: /^f/ }, 'g', 'the document is "g"; expected a text like /^f/'],
    [{ is: null }, [], 'the document is []; expected null'],
    [{ mapOf: 'text' }, { a: 1 }, 'the document.a is 1; expected a text'],
    [{ fields: {} }, [], 'the document is []; expected an object'],
  ];
  test.each(wrong)('%j is not %j', (shape, value, problem) => {
    expect(shapeProblems(shape, value)).toEqual([problem]);
  });

  test('an optional field may be missing or null, and has its shape when it is there', () => {
    const shape: Shape = { fields: { a: { optional: 'text' } } };
    expect([{}, { a: null }, { a: 'x' }].map((value) => shapeProblems(shape, value))).toEqual([[], [], []]);
    expect(shapeProblems(shape, { a: 1 })).toHaveLength(1);
  });
});

describe('a verdict', () => {
  test('passes when all is as expected', () => {
    expect(verdictOf(probe, 'answered', good).kind).toBe('passed');
  });

  test.each([
    [{ ...good, exitCode: 1 }, 'exit code 1; expected 0 ("yes")'],
    [{ ...good, stdout: 'yes no' }, 'stdout has /no/: "yes no"'],
    [{ ...good, stderr: 'oh' }, 'stderr is "oh"; expected nothing'],
    [{ ...good, unexpectedRequests: ['GET /'] }, 'unexpected request: GET /'],
  ])('names what is wrong in %j', (result, problem) => {
    expect(verdictOf(probe, 'answered', result)).toMatchObject({ kind: 'failed', problems: [problem] });
  });

  test('names a secret that arrives otherwise, a request that never came, and JSON that is none', () => {
    const expected = { exitCode: 0, json: 'any', sentSecrets: { A: 'b#c' }, requests: [/^POST/] } as const;
    const result = { ...good, sentSecrets: { A: 'b' }, requests: ['GET /'] };
    expect(verdictOf({ ...probe, expect: expected }, 'answered', result)).toMatchObject({
      problems: [
        'stdout is "yes"; expected one JSON document',
        'secret A arrives as ""b""; expected ""b#c""',
        'no request is like /^POST/; there were 1',
      ],
    });
  });

  test('a known difference of the stand-in is no failure, until it is gone', () => {
    const known = { ...probe, knownDifference: 'it says no' };
    expect(verdictOf(known, 'stand-in', { ...good, exitCode: 1 }).kind).toBe('known');
    expect(verdictOf(known, 'stand-in', good).kind).toBe('failed');
    expect(verdictOf(known, 'answered', { ...good, exitCode: 1 }).kind).toBe('failed');
  });
});

describe('the report', () => {
  const verdicts = [
    verdictOf(probe, 'stand-in', { ...good, exitCode: 1 }),
    verdictOf(probe, 'answered', good),
    { probe, judge: 'account', kind: 'skipped', why: 'no account' } as const,
  ];

  test('shows a probe in a line, what is wrong, where the stand-in differs, and counts', () => {
    const text = renderReport(verdicts);
    expect(text).toMatch(/^a\/probe +FAILED +ok +-$/m);
    expect(text).toContain('stand-in: a/probe: it answers (here)\n    exit code 1; expected 0');
    expect(text).toContain('The stand-in differs from flyctl in:\n    a/probe: exit code 1');
    expect(text).toContain('stand-in: 0 passed, 1 failed, 0 known to differ, 0 skipped');
    expect(countsOf(verdicts, 'account')).toEqual({ passed: 0, failed: 0, known: 0, skipped: 1 });
  });

  test('as JSON has the id of the probe and never its data', () => {
    expect(JSON.parse(renderJson(verdicts))[0]).toMatchObject({ probe: 'a/probe', judge: 'stand-in', kind: 'failed' });
  });
});

describe('the options', () => {
  const parse = (argv: readonly string[], token = 'x') => parseConformanceArguments(argv, { FLY_API_TOKEN: token });

  test('without any the stand-in alone is asked', () => {
    expect(parse([])).toEqual({ flyctl: undefined, only: '', account: undefined, shows: 'table' });
  });

  test('an account needs a flyctl, a token and consent', () => {
    const all = ['--flyctl', 'f', '--fly-app', 'a', '--make-apps'];
    expect(parse(all).account).toEqual({ app: 'a', org: 'personal' });
    expect(() => parse(all, '')).toThrow('FLY_API_TOKEN');
    expect(() => parse(all.slice(2))).toThrow('--flyctl');
    expect(() => parse(all.slice(0, 4))).toThrow('--make-apps');
    expect(() => parse(['--nonsense'])).toThrow('--nonsense');
  });
});
