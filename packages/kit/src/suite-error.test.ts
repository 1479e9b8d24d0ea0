import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { errorMessage, SuiteError, toSuiteError } from './suite-error.js';

test('an expected error stays what it is', () => {
  const error = new SuiteError({ code: 'FILE_MISSING', message: 'no fly.toml', hint: 'check out first' });
  expect(toSuiteError(error)).toBe(error);
});

test('anything else becomes UNEXPECTED, with its message and its cause', async () => {
  const thrown = await readFile('/does/not/exist').catch((error: unknown) => error);
  const error = toSuiteError(thrown);
  expect(error).toMatchObject({ code: 'UNEXPECTED', cause: thrown });
  expect(error.message).toContain('ENOENT');
});

test('the message holds the causes, each once', () => {
  const inner = new Error('connection refused');
  expect(errorMessage(new Error('fetch failed', { cause: inner }))).toBe('fetch failed (connection refused)');
  expect(errorMessage('just text')).toBe('just text');
});
