import type { KnownSource, MovingPart } from '@fly-monitoring/fly';
import { parseFlyToml } from '@fly-monitoring/fly';
import { describe, expect, test } from '@jest/globals';
import type { Fingerprint, SourceFingerprint } from './fingerprint.js';
import { imageReason, keptSentence, movingReason } from './source-reason.js';
import type { WantedDeployment, WantedImage, WantedSource } from './wanted.js';

const same: SourceFingerprint = { context: 'c', dockerfile: 'd', settings: 's' };
const tag: MovingPart = { kind: 'tag', image: 'node:24-slim' };
const address: MovingPart = { kind: 'address', address: 'https://e.org/a' };
const build: WantedImage = { kind: 'build', dockerfile: '/D', buildArgs: new Map() };

function known(over: Partial<KnownSource> = {}): KnownSource {
  return { kind: 'known', ...same, hasArguments: false, moving: [], holdsGit: false, ...over };
}

const fingerprint = (source: SourceFingerprint | undefined, image?: string): Fingerprint => {
  return { image, source, config: 'c', secrets: new Map() };
};

interface Wish {
  readonly image?: WantedImage;
  readonly read?: WantedSource['read'];
  readonly now?: Fingerprint;
}

function reason(before: Fingerprint, { image = build, read = known(), now = fingerprint(same) }: Wish = {}) {
  const wanted: WantedDeployment = {
    app: 'shop',
    config: parseFlyToml('', 'fly.toml'),
    image,
    source: image.kind === 'build' ? { read, movingParts: 'released' } : undefined,
    secrets: new Map(),
    otherSecrets: 'kept',
    fingerprint: now,
    create: undefined,
    force: 'when-changed',
  };
  return imageReason(wanted, before);
}

describe('a build from source', () => {
  test('is the same when all its parts are', () => {
    expect(reason(fingerprint(same))).toBeUndefined();
  });

  test('names each part that changed', () => {
    expect(reason(fingerprint({ context: 'x', dockerfile: 'y', settings: 'z' }))).toBe(
      'the build context changed, the Dockerfile changed, the build arguments changed',
    );
  });

  test('says of a context that holds .git why it changes each time, and only then', () => {
    const read = known({ holdsGit: true });
    expect(reason(fingerprint({ ...same, context: 'x' }), { read })).toContain('name it in .dockerignore');
    expect(reason(fingerprint({ ...same, dockerfile: 'x' }), { read })).toBe('the Dockerfile changed');
  });

  test('is released over a release that does not tell its source', () => {
    expect(reason(fingerprint(undefined))).toContain('does not tell which source');
    expect(reason(fingerprint(undefined, 'digest of an image'))).toContain('does not tell which source');
  });

  test('says why it cannot be compared', () => {
    const read = { kind: 'unknown', why: '[build] names a builder' } as const;
    const now = fingerprint(undefined);
    expect(reason(fingerprint(same), { read, now })).toBe('the source cannot be compared: [build] names a builder');
  });

  test('may be followed by an image, which is another thing', () => {
    const image = { kind: 'image', reference: 'r/a@sha256:aa' } as const;
    expect(reason(fingerprint(same), { image, now: fingerprint(undefined, 'i') })).toBe('the image changes');
    expect(reason(fingerprint(undefined), { image, now: fingerprint(undefined) })).toContain('named by a tag');
  });
});

describe('a source that is the same', () => {
  const source = (movingParts: WantedSource['movingParts'], ...moving: readonly MovingPart[]): WantedSource => {
    return { read: known({ moving }), movingParts };
  };

  test('is released for what may have moved, unless it may stay', () => {
    expect(movingReason(source('released', tag, address), 7)).toBe(
      'the source is the same as in release 7, but node:24-slim is a tag that may have moved and https://e.org/a may give something else by now; set input "reuse-unchanged-source" to true to keep the live release',
    );
    expect(movingReason(source('kept', tag), 7)).toBeUndefined();
    expect(movingReason(source('released'), 7)).toBeUndefined();
    expect(movingReason(undefined, 7)).toBeUndefined();
  });

  test('tells what was left out of account', () => {
    expect(keptSentence(source('kept', tag), 7)).toContain('That node:24-slim is a tag that may have moved');
    expect(keptSentence(source('released'), 7)).toBe('Nothing was built: the source is the same as in release 7.');
    expect(keptSentence(undefined, 7)).toBeUndefined();
  });
});
