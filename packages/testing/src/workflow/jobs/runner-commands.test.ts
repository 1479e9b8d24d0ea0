import { expect, test } from '@jest/globals';
import { parseRunnerCommand, runnerLines } from './runner-commands.js';

test('a line ends where StreamReader.ReadLine ends it, and nowhere else', () => {
  expect(runnerLines('a\rb\r\nc\nd\u0085e\u2028f')).toEqual(['a', 'b', 'c', 'd\u0085e\u2028f']);
});

test.each(['', ' ', '\t', '\v', '\f', '\u0085', '\u00a0', '\u2003', '\u2028', '\u3000', ' \u0085\t'])(
  'a command may follow the blank %j',
  (blank) => {
    expect(parseRunnerCommand(`${blank}::set-output name=a%2Cb::c%25%0Ad`)).toEqual({
      name: 'set-output',
      properties: { name: 'a,b' },
      data: 'c%\nd',
    });
  },
);

test('the older form is obeyed anywhere in a line', () => {
  expect(parseRunnerCommand('text ##[add-mask]a%5Db')).toEqual({ name: 'add-mask', properties: {}, data: 'a]b' });
  expect(parseRunnerCommand('##[Error file=a%3Bb;line=2]no')).toEqual({
    name: 'error',
    properties: { file: 'a;b', line: '2' },
    data: 'no',
  });
});

test.each([
  'text ::error::no',
  '\ufeff::error::no',
  '::unknown::x',
  '::error',
  ': :error::no',
  '##[unknown]x',
  '##[error',
])('%j is no command', (line) => {
  expect(parseRunnerCommand(line)).toBeUndefined();
});

test('what ends stop-commands is a command while it is on', () => {
  expect(parseRunnerCommand('::Token::')).toBeUndefined();
  expect(parseRunnerCommand('::Token::', 'token')).toMatchObject({ name: 'token' });
});
