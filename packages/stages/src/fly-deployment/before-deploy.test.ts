import { SuiteError } from '@fly-monitoring/kit';
import { describe, expect, test } from '@jest/globals';
import { nothingChanged, nothingDeployed, tellingWhatRan } from './before-deploy.js';

describe('an error of what comes before a deploy', () => {
  test('is followed by what has happened to the app, and stays what it was', async () => {
    const facts = { code: 'FLY_RATE_LIMITED', message: 'Too many.', hint: 'Wait.', isTemporary: true } as const;
    const failing = tellingWhatRan(() => Promise.reject(new SuiteError(facts)), nothingChanged('shop'));
    await expect(failing).rejects.toMatchObject({ ...facts, message: 'Too many.\nNothing was changed on "shop".' });
  });

  test.each([
    ['what is no expected error', new Error('a defect')],
    ['a cancelled run', new SuiteError({ code: 'INTERRUPTED', message: 'Cancelled.', hint: 'Run again.' })],
  ])('is left alone when it is %s', async (_, error) => {
    await expect(tellingWhatRan(() => Promise.reject(error), 'x')).rejects.toBe(error);
  });

  test('names the steps that were done', () => {
    expect(nothingDeployed('shop', ['create the app shop', 'stage the secrets KEY'])).toBe(
      'Nothing was deployed to "shop": what ran before runs on. Done before that: create the app shop; stage the secrets KEY.',
    );
    expect(nothingDeployed('shop', [])).toBe('Nothing was deployed to "shop": what ran before runs on.');
  });
});
