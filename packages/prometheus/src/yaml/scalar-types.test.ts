import { describe, expect, test } from '@jest/globals';
import { booleanOf, isNull, numberOf, parsePrometheusDuration, parseSizeBytes } from './scalar-types.js';
import { readYamlTree } from './yaml-tree.js';

const read = (written: string) => {
  const { root } = readYamlTree(`v: ${written}\n`);
  const value = root?.kind === 'mapping' ? root.entries.get('v') : undefined;
  if (value === undefined) throw new Error(`no value in ${written}`);
  return value;
};

/** resolveMapList of go-yaml v2, resolve.go. */
describe('a boolean field', () => {
  test.each(['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON', '!!bool on'])(
    'is on by %s',
    (v) => {
      expect(booleanOf(read(v))).toBe(true);
    },
  );

  test.each(['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'])('is off by %s', (v) => {
    expect(booleanOf(read(v))).toBe(false);
  });

  test.each(['"true"', "'on'", '!!str yes', 'tRUE', '1', '~'])('is not set by %s', (v) => {
    expect(booleanOf(read(v))).toBeUndefined();
  });
});

test.each(['', '~', 'null', 'Null', 'NULL', '# a comment'])('nothing is written as %j', (v) => {
  expect(isNull(read(v))).toBe(true);
});

test.each(['""', "'null'", '!!str null', 'nULL', '[]'])('%s is something', (v) => {
  expect(isNull(read(v))).toBe(false);
});

/** The cases of decode_test.go of go-yaml v2. */
describe('a number field', () => {
  test.each([
    ['10', 10],
    ['-10', -10],
    ['+685_230', 685_230],
    ['685.230_15e+03', 685_230.15],
    ['0b1010_0111_0100_1010_1110', 685_230],
    ['-0b101010', -42],
    ['02472256', 685_230],
    ['0o14', 12],
    ['0xA', 10],
    ['0x_0A_74_AE', 685_230],
    ['0.1', 0.1],
    ['.1', 0.1],
    ['1e3', 1_000],
    ['10_000', 10_000],
    ['0', 0],
    ['!!int "5"', 5],
  ])('%s is %d', (v, number) => {
    expect(numberOf(read(v))).toBe(number);
  });

  test.each(['"10"', '!!str 10', '1h', '190:20:30', '2001-12-14', '0x', '08x', '_1', '', '1.2.3'])(
    'takes no %s',
    (v) => {
      expect(numberOf(read(v))).toBeUndefined();
    },
  );
});

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** TestParseDuration and TestParseBadDuration of prometheus/common, model/time_test.go. */
describe('a duration', () => {
  test.each([
    ['0', 0],
    ['0w', 0],
    ['0s', 0],
    ['324ms', 324],
    ['3s', 3_000],
    ['5m', 300_000],
    ['1h', hourMs],
    ['4d', 4 * dayMs],
    ['4d1h', 4 * dayMs + hourMs],
    ['14d', 14 * dayMs],
    ['3w', 21 * dayMs],
    ['3w2d1h', 23 * dayMs + hourMs],
    ['10y', 3_650 * dayMs],
    ['1h30m', 1.5 * hourMs],
  ])('%s is %d ms', (text, ms) => {
    expect(parsePrometheusDuration(text)).toBe(ms);
  });

  test.each(['1', '1y1m1d', '-1w', '1.5d', '', '1s1m', '1 s', '1H'])('is not %j', (text) => {
    expect(parsePrometheusDuration(text)).toBeUndefined();
  });
});

/** ParseBase2Bytes and ParseUnit of alecthomas/units. */
describe('a size', () => {
  test.each([
    ['0', 0],
    ['10B', 10],
    ['1KB', 1_024],
    ['1KiB', 1_024],
    ['512MB', 536_870_912],
    ['1.5GB', 1_610_612_736],
    ['1GiB512MiB', 1_610_612_736],
    ['2TB', 2 * 1_024 ** 4],
    ['1PiB', 1_024 ** 5],
  ])('%s is %d bytes', (text, bytes) => {
    expect(parseSizeBytes(text)).toBe(bytes);
  });

  test.each(['', '10', '1kB', '1M', 'MB', '1 MB', '-1MB'])('is not %j', (text) => {
    expect(parseSizeBytes(text)).toBeUndefined();
  });
});
