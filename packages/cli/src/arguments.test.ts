import { boolean, list, pairs, secret, text } from '@fly-monitoring/kit';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseFlags } from './arguments.js';

const spec = {
  'wait-timeout': text({ help: 'budget' }),
  'dry-run': boolean({ help: 'dry' }),
  jobs: list({ help: 'jobs' }),
  'grafana-token': secret({ help: 'token', environment: 'GRAFANA_API_KEY' }),
  secrets: pairs({ help: 'secrets' }),
};

describe('parseFlags', () => {
  test('reads both spellings, booleans that stand alone, and repeated lists', () => {
    const flags = parseFlags(['--wait-timeout', '5m', '--dry-run', '--jobs=a', '--jobs', 'b', '--json'], spec);
    expect(flags).toMatchObject({
      given: { 'wait-timeout': '5m', 'dry-run': 'true', jobs: 'a\nb' },
      wants: { json: true, help: false },
      problems: [],
    });
  });

  test('refuses a secret on the command line, without repeating it, and says where it belongs', () => {
    const { problems } = parseFlags(['--grafana-token', 'glsa_hunter2'], spec);
    expect(problems).toEqual([
      '--grafana-token is a secret and must not stand on the command line. Set GRAFANA_API_KEY in the environment, or write --grafana-token env:NAME, file:PATH or - (standard input).',
    ]);
  });

  test('takes the place a secret is at', () => {
    const { secretSources } = parseFlags(['--grafana-token=env:TOKEN', '--secrets', 'file:.env'], spec);
    expect(secretSources).toEqual({
      'grafana-token': { kind: 'environment', name: 'TOKEN' },
      secrets: { kind: 'file', path: '.env' },
    });
  });

  test('tells all that is wrong at once', () => {
    const { problems } = parseFlags(['deploy', '--wait-timeout', '--dry-run', '-x'], spec);
    expect(problems).toEqual([
      '"deploy" is not a flag; flags begin with --.',
      '"-x" is not a flag; flags begin with --.',
      '--wait-timeout needs a value.',
    ]);
  });

  test('an unknown flag is passed on: the inputs say which name is nearest', () => {
    expect(parseFlags(['--wait-timeot', '5m'], spec).given).toEqual({ 'wait-timeot': '5m' });
  });

  test('a value given with = arrives as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        expect(parseFlags([`--wait-timeout=${value}`], spec).given).toEqual({ 'wait-timeout': value });
      }),
    );
  });
});
