import { Secret } from '@fly-monitoring/kit';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeFingerprint, parseFingerprint, writeFingerprint } from './fingerprint.js';

const facts = { app: 'a', image: 'x', config: 'y', secrets: new Map([['KEY', new Secret('s3cret')]]) };

describe('a fingerprint', () => {
  test('comes back as it was written', () => {
    const names = fc.stringMatching(/^[A-Z_]{1,8}$/);
    const digests = fc.stringMatching(/^[0-9a-f]{32}$/);
    const secrets = fc.uniqueArray(fc.tuple(names, digests), { selector: ([name]) => name });
    const fingerprints = fc.record({ image: fc.option(digests, { nil: undefined }), config: digests, secrets });
    fc.assert(
      fc.property(fingerprints, (made) => {
        const whole = { ...made, secrets: new Map(made.secrets) };
        expect(parseFingerprint(writeFingerprint(whole))).toEqual(whole);
      }),
    );
  });

  test('tells equal secrets from others without telling them', () => {
    const one = writeFingerprint(makeFingerprint(facts));
    expect(one).toBe(writeFingerprint(makeFingerprint(facts)));
    const other = new Map([['KEY', new Secret('s3creT')]]);
    expect(writeFingerprint(makeFingerprint({ ...facts, secrets: other }))).not.toBe(one);
    expect(one).toMatch(/^v1 image=[0-9a-f]{32} config=[0-9a-f]{32} secret\.KEY=[0-9a-f]{32}$/);
  });

  test('of one secret differs between apps and names', () => {
    const digest = (app: string, name: string) =>
      makeFingerprint({ ...facts, app, secrets: new Map([[name, new Secret('s')]]) }).secrets.get(name);
    expect(new Set([digest('a', 'X'), digest('b', 'X'), digest('a', 'Y')]).size).toBe(3);
  });

  test.each([undefined, '', 'v2 image=a config=b', 'v1 config=b', 'nonsense'])('is none in %j', (text) => {
    expect(parseFingerprint(text)).toBeUndefined();
  });
});
