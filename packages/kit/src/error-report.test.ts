import { expect, test } from '@jest/globals';
import { errorReport } from './error-report.js';
import { SuiteError } from './suite-error.js';

test('a sentence of ours is text, and what a tool said below it stays as it was written', () => {
  const message = 'The image of "*shop*" could not be built.\nError: <b>\n  ```\n  ![x](https://e.example)';
  const { summary } = errorReport(new SuiteError({ code: 'FLY_BUILD_FAILED', message, hint: 'Ask @octocat.' }));
  expect(summary).toBe(
    [
      '### ❌ FLY_BUILD_FAILED',
      '',
      'The image of "\\*shop\\*" could not be built.',
      '',
      '````text\nError: <b>\n  ```\n  ![x](https://e.example)\n````',
      '',
      '**Next:** Ask @&#8203;octocat.\n',
    ].join('\n'),
  );
});

test('each wrong input is a paragraph of its own', () => {
  const { summary } = errorReport(
    new SuiteError({ code: 'INPUT_INVALID', message: 'Input "a".\nInput <b>.', hint: 'x' }),
  );
  expect(summary).toContain('\n\nInput "a".\n\nInput &lt;b&gt;.\n\n');
});
