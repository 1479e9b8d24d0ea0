import { describe, expect, test } from '@jest/globals';
import { parseFlags } from './flags.js';

const SPEC = { 'app,a': 'text', ha: 'switch', 'yes,y': 'switch', env: 'list', depot: 'optional' } as const;

describe('flags', () => {
  test.each([[['-a', 'web']], [['-aweb']], [['-a=web']], [['--app', 'web']], [['--app=web']], [['-ya', 'web']]])(
    'finds the app in %j',
    (argv) => {
      expect(parseFlags(argv, SPEC).text('app')).toBe('web');
    },
  );

  test('a switch is off when told so, and unknown when not mentioned', () => {
    const flags = parseFlags(['--ha=false', '--depot', 'folder'], SPEC);
    expect([flags.isOn('ha'), flags.isOn('yes'), flags.text('depot'), flags.args]).toEqual([
      false,
      undefined,
      'true',
      ['folder'],
    ]);
  });

  test('a list keeps every value, and "--" ends the flags', () => {
    const flags = parseFlags(['--env', 'A=1', '--env=B=2', '--', '--ha'], SPEC);
    expect([flags.list('env'), flags.args]).toEqual([['A=1', 'B=2'], ['--ha']]);
  });

  test.each([
    [['--region', 'nrt'], 'unknown flag: --region'],
    [['-x'], "unknown shorthand flag: 'x' in -x"],
    [['--app'], 'flag needs an argument: --app'],
    [['--ha=perhaps'], 'invalid argument "perhaps" for "--ha" flag'],
  ])('refuses %j', (argv, message) => {
    expect(() => parseFlags(argv, SPEC)).toThrow(message);
  });
});
