import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fulfilsVersion, versionWishPattern } from './version-wish.js';

describe('the version that is wanted', () => {
  test.each([
    ['3.13.2', '3.13.2'],
    ['3.13.2', 'v3.13.2'],
    ['v3.13.2', '3.13.2'],
    ['3.13.2', '3.13'],
    ['3.13.2', '3'],
    ['2.42.0+ds', '2.42.0'],
    ['3.5.3+ds1', '3.5'],
    ['3.14.0-rc.0', '3.14.0-rc.0'],
    ['whatever it says', 'any'],
  ])('%s is %s', (seen, wish) => expect(fulfilsVersion(seen, wish)).toBe(true));

  test.each([
    ['3.13.1', '3.13.2'],
    ['3.13.20', '3.13.2'],
    ['3.130.0', '3.13'],
    ['3.1.3', '3.13'],
    ['30.0.0', '3'],
    ['3.14.0-rc.0', '3.14'],
    ['3.14.0-rc.0', '3.14.0'],
    ['3.14.0', '3.14.0-rc.0'],
    ['', '3'],
  ])('%s is not %s', (seen, wish) => expect(fulfilsVersion(seen, wish)).toBe(false));

  test('is fulfilled by itself and its shorter forms, and by no other version', () => {
    const version = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99));
    fc.assert(
      fc.property(version, version, fc.integer({ min: 1, max: 3 }), (seen, other, length) => {
        const wish = other.slice(0, length).join('.');
        const isSame = other.slice(0, length).every((number, place) => number === seen[place]);
        expect(fulfilsVersion(seen.join('.'), wish)).toBe(isSame);
        expect(fulfilsVersion(seen.join('.'), seen.slice(0, length).join('.'))).toBe(true);
      }),
    );
  });

  test('is a version or "any", and nothing else', () => {
    for (const wish of ['any', '3', 'v3.13', '3.13.2', '3.14.0-rc.1']) expect(wish).toMatch(versionWishPattern);
    for (const wish of ['latest', '3.13.x', '>=3', '3.', '3.13.2.1', '3.13-rc.1', 'Any'])
      expect(wish).not.toMatch(versionWishPattern);
  });
});
