import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hashInMessage, importMark, saveMessage } from './save-message.js';

const hash = '0123456789abcdef';
const origin = {
  repository: 'acme/shop',
  sha: 'c0ffee0123456789',
  runUrl: 'https://github.com/acme/shop/actions/runs/1',
};

test('the message tells what was saved, from which commit and by which run', () => {
  expect(saveMessage(hash, origin)).toBe(
    `fly-monitoring ${hash} acme/shop@c0ffee012345 https://github.com/acme/shop/actions/runs/1`,
  );
  expect(saveMessage(hash, { repository: '', sha: undefined, runUrl: undefined })).toBe(`fly-monitoring ${hash}`);
});

test('the hash is read back from our own messages only', () => {
  expect(hashInMessage(saveMessage(hash, origin))).toBe(hash);
  expect(hashInMessage(saveMessage(hash, { repository: '', sha: undefined, runUrl: undefined }))).toBe(hash);
  for (const message of [
    '',
    'Restored from version 3',
    `x fly-monitoring ${hash}`,
    `fly-monitoring ${hash}0`,
    'fly-monitoring',
  ]) {
    expect(hashInMessage(message)).toBeUndefined();
  }
});

test('says for which environment and from which file it was', () => {
  const place = { environment: 'staging', file: 'dashboards/shop.json' };
  const message = saveMessage(hash, { ...origin, ...place });
  expect(message).toContain(' acme/shop@c0ffee012345 (staging) dashboards/shop.json https://');
  expect(importMark(message)).toEqual({ hash, repository: 'acme/shop', ...place });
});

test.each([
  ['without a commit', { ...origin, sha: undefined }, { repository: 'acme/shop' }],
  ['without a run', { ...origin, runUrl: undefined }, { repository: 'acme/shop' }],
  ['of a release before this one', origin, { repository: 'acme/shop' }],
  ['without a repository', { repository: '', sha: undefined, runUrl: undefined }, {}],
])('a message %s is read', (_, given, mark) => {
  expect(importMark(saveMessage(hash, given))).toEqual({ hash, ...mark });
});

test('whatever names there are, they are read back as they were', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1 });
  const environment = fc.option(fc.stringMatching(/^[A-Za-z0-9._-]{1,64}$/), { nil: undefined });
  const file = fc.option(name, { nil: undefined }).filter((path) => !/^https?:/.test(path ?? ''));
  fc.assert(
    fc.property(name, environment, file, (repository, place, path) => {
      const mark = importMark(saveMessage(hash, { ...origin, repository, environment: place, file: path }));
      expect([mark?.repository, mark?.environment, mark?.file]).toEqual([repository, place, path]);
    }),
  );
});
