import { expect, test } from '@jest/globals';
import { hashInMessage, saveMessage } from './save-message.js';

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
