import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatDuration, parseDuration } from './duration.js';

test.each([
  ['90', 90_000],
  ['90s', 90_000],
  ['1h30m', 5_400_000],
  ['500ms', 500],
  ['1.5m', 90_000],
  ['0', 0],
])('%s is %i ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each(['', 'soon', '5 m', '-1', '1.m', 'm', '5x'])('%p is no duration', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test('what is formatted in whole seconds means the same number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 86_400 }), (seconds) => {
      const text = formatDuration(seconds * 1_000)
        .replace(' min', 'm')
        .replaceAll(' ', '');
      expect(parseDuration(text)).toBe(seconds * 1_000);
    }),
  );
});
