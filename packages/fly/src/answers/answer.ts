import { SuiteError } from '@fly-monitoring/kit';
import { Field } from '../field.js';

/** The JSON that a flyctl command printed; `command` is for messages. */
export function answerField(json: unknown, command: string): Field {
  return new Field(
    json,
    '',
    (path, expected, seen) =>
      new SuiteError({
        code: 'UNEXPECTED_ANSWER',
        message: `"${command}" answered with ${path} as ${seen}; expected ${expected}.`,
        hint: 'This version knows flyctl 0.4.80 to 0.4.87; install one of these, or open an issue with the version you have.',
      }),
  );
}

/**
 * Text to JSON. flyctl may print notices before the document, never after it.
 * @throws SuiteError UNEXPECTED_ANSWER
 */
export function parseAnswer(stdout: string, command: string): unknown {
  const start = stdout.search(/^[[{]|^null\s*$/m);
  try {
    return JSON.parse(start < 0 ? stdout : stdout.slice(start));
  } catch (cause) {
    throw new SuiteError({
      code: 'UNEXPECTED_ANSWER',
      message: `"${command}" answered with ${stdout.trim() === '' ? 'nothing' : 'text that is not JSON'}.`,
      hint: `Run "${command}" on your machine and look at what it prints.`,
      cause,
    });
  }
}
