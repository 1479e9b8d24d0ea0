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
    const source = fc.record({ context: digests, dockerfile: digests, settings: digests });
    const fingerprints = fc.record({
      image: fc.option(digests, { nil: undefined }),
      source: fc.option(source, { nil: undefined }),
      revision: fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: undefined }),
      config: digests,
      secrets,
    });
    fc.assert(
      fc.property(fingerprints, (made) => {
        const whole = { ...made, secrets: new Map(made.secrets) };
        expect(parseFingerprint(writeFingerprint(whole))).toEqual(whole);
      }),
    );
  });

  test('tells equal secrets from others without telling them', async () => {
    const one = writeFingerprint(await makeFingerprint(facts));
    expect(one).toBe(writeFingerprint(await makeFingerprint(facts)));
    const other = new Map([['KEY', new Secret('s3creT')]]);
    expect(writeFingerprint(await makeFingerprint({ ...facts, secrets: other }))).not.toBe(one);
    expect(one).toMatch(/^v1 image=[0-9a-f]{32} config=[0-9a-f]{32} secret\.KEY=[0-9a-f]{32}$/);
  });

  const source = { kind: 'known', context: 'c', dockerfile: 'd', settings: 's', moving: [], holdsGit: false } as const;

  test('tells the parts of a source apart, and its arguments not by a plain hash', async () => {
    const withArguments = { ...source, hasArguments: true };
    const made = await makeFingerprint({ ...facts, image: undefined, source: withArguments, revision: 'v 1=%' });
    expect(parseFingerprint(writeFingerprint(made))).toEqual(made);
    const other = await makeFingerprint({ ...facts, app: 'b', source: withArguments });
    expect(other.source).toEqual({ ...made.source, settings: expect.any(String) });
    expect(other.source?.settings).not.toBe(made.source?.settings);
  });

  test('takes no time over settings without arguments, in which nothing can be secret', async () => {
    const settingsOf = async (app: string) =>
      (await makeFingerprint({ ...facts, app, source: { ...source, hasArguments: false } })).source?.settings;
    expect(await settingsOf('a')).toBe(await settingsOf('b'));
  });

  test('of an earlier version tells no source and no revision, and words of a later one are passed over', () => {
    const earlier = parseFingerprint('v1 image=unknown config=c secret.KEY=d later.word=x');
    expect(earlier).toEqual({ image: undefined, config: 'c', secrets: new Map([['KEY', 'd']]) });
  });

  test('of one secret differs between apps and names', async () => {
    const digest = async (app: string, name: string) =>
      (await makeFingerprint({ ...facts, app, secrets: new Map([[name, new Secret('s')]]) })).secrets.get(name);
    expect(new Set([await digest('a', 'X'), await digest('b', 'X'), await digest('a', 'Y')]).size).toBe(3);
  });

  test.each([undefined, '', 'v2 image=a config=b', 'v1 config=b', 'nonsense'])('is none in %j', (text) => {
    expect(parseFingerprint(text)).toBeUndefined();
  });
});
