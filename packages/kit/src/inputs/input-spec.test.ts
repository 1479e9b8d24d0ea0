import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isSuiteError } from '../suite-error.js';
import { boolean, choice, duration, integer, list, pairs, secret, text, url } from './input-kinds.js';
import { type InputSpec, parseInputs } from './input-spec.js';

const spec = {
  'monitored-app': text({ help: 'app', default: 'shop', pattern: /^[a-z-]+$/, expects: 'lower-case letters' }),
  strategy: choice(['rolling', 'immediate'], { help: 'how', default: 'rolling' }),
  'wait-timeout': duration({ help: 'budget', default: '5m' }),
  'fly-api-token': secret({ help: 'token', required: true, environment: 'FLY_API_TOKEN' }),
  'remote-write-url': url({ help: 'where to' }),
  'dry-run': boolean({ help: 'dry', default: 'false' }),
  machines: integer({ help: 'count', min: 1, max: 9 }),
  jobs: list({ help: 'jobs' }),
  secrets: pairs({ help: 'secrets' }),
};

const parse = (given: Record<string, string>, environment: Record<string, string> = { FLY_API_TOKEN: 'fm2_token' }) =>
  parseInputs(spec, { given, environment });

function problemsOf(given: Record<string, string>): string {
  try {
    parse(given);
  } catch (error) {
    if (isSuiteError(error)) return error.message;
    throw error;
  }
  throw new Error('the inputs were accepted');
}

describe('parseInputs', () => {
  test('gives one frozen typed object, with defaults, units and the environment resolved', () => {
    const inputs = parse({ jobs: 'a, b\nc', secrets: 'A=1=2\nB= x', machines: '3' });
    expect(Object.isFrozen(inputs)).toBe(true);
    expect(inputs).toMatchObject({ monitoredApp: 'shop', waitTimeout: 300_000, dryRun: false, machines: 3 });
    expect(inputs.jobs).toEqual(['a', 'b', 'c']);
    expect(inputs.flyApiToken.reveal()).toBe('fm2_token');
    expect([...(inputs.secrets ?? [])].map(([name, value]) => [name, value.reveal()])).toEqual([
      ['A', '1=2'],
      ['B', ' x'],
    ]);
    expect(inputs.remoteWriteUrl).toBeUndefined();
  });

  test('treats an empty input as not given, as GitHub passes a missing secret', () => {
    expect(parse({ 'monitored-app': ' ', 'fly-api-token': '' })).toMatchObject({ monitoredApp: 'shop' });
  });

  test('reports every wrong, missing and unknown input at once', () => {
    const message = problemsOf({
      strategy: 'fast',
      'wait-timeout': 'soon',
      'dry-run': 'yes',
      machines: '10',
      'monitored-ap': 'x',
      secrets: 'no equals sign',
    });
    expect(message.split('\n')).toEqual([
      'Input "monitored-ap" is unknown; did you mean "monitored-app"?',
      'Input "strategy" is "fast"; it must be one of rolling, immediate.',
      'Input "wait-timeout" is "soon"; it must be a duration such as 90s, 5m or 1h.',
      'Input "dry-run" is "yes"; it must be true or false.',
      'Input "machines" is "10"; it must be a whole number from 1 to 9.',
      'Input "secrets" is wrong (not shown: it is secret); line 1 must be NAME=value.',
    ]);
  });

  test('names the environment variable of a missing secret', () => {
    expect(() => parseInputs(spec, { given: {}, environment: {} })).toThrow(
      'Input "fly-api-token" (or the environment variable FLY_API_TOKEN) is missing',
    );
  });

  test('refuses an address that holds credentials, without repeating them', () => {
    const message = problemsOf({ 'remote-write-url': 'https://me:hunter2@host/push' });
    expect(message).toContain('must not hold a user or password');
    expect(message).not.toContain('hunter2');
  });

  test('never throws anything but INPUT_INVALID, whatever is given', () => {
    const names = fc.constantFrom(...Object.keys(spec as InputSpec), 'other');
    fc.assert(
      fc.property(fc.dictionary(names, fc.string({ unit: 'grapheme' })), (given) => {
        try {
          parse(given);
        } catch (error) {
          expect(isSuiteError(error) && error.code).toBe('INPUT_INVALID');
        }
      }),
    );
  });
});
