import { describe, expect, test } from '@jest/globals';
import { COMMAND_FLAGS } from './command-flags.js';
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

  test.each([
    [['--vm-cpus=two'], 'invalid argument "two" for "--vm-cpus" flag: strconv.ParseInt: parsing "two": invalid syntax'],
    [['--max-unavailable=x'], 'strconv.ParseFloat: parsing "x": invalid syntax'],
    [['--json'], 'unknown flag: --json'],
    [['--region=nrt'], 'unknown flag: --region'],
  ])('deploy refuses %j', (argv, message) => {
    expect(() => parseFlags(argv, COMMAND_FLAGS.deploy)).toThrow(message);
  });

  test('a slice is cut at commas, a list is not, and an alias is its flag', () => {
    const flags = parseFlags(['--only-regions=nrt,ams', '-e', 'A=1,2', '--auto-confirm'], COMMAND_FLAGS.deploy);
    expect([flags.list('regions'), flags.list('env'), flags.isOn('yes')]).toEqual([['nrt', 'ams'], ['A=1,2'], true]);
    expect(parseFlags(['-i', 'abc'], COMMAND_FLAGS.logs).text('machine')).toBe('abc');
  });

  test('a list keeps every value, and "--" ends the flags', () => {
    const flags = parseFlags(['--env', 'A=1', '--env=B=2', '--', '--ha'], SPEC);
    expect([flags.list('env'), flags.args]).toEqual([['A=1', 'B=2'], ['--ha']]);
  });

  test.each([
    [['--region', 'nrt'], 'unknown flag: --region'],
    [['-x'], "unknown shorthand flag: 'x' in -x"],
    [['--app'], 'flag needs an argument: --app'],
    [['-a'], "flag needs an argument: 'a' in -a"],
    [['--yes=maybe'], 'invalid argument "maybe" for "-y, --yes" flag'],
    [['--ha=perhaps'], 'invalid argument "perhaps" for "--ha" flag'],
  ])('refuses %j', (argv, message) => {
    expect(() => parseFlags(argv, SPEC)).toThrow(message);
  });
});
