import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseRunnerCommand, runnerLines } from '../../../testing/src/workflow/jobs/runner-commands.js';
import { cutLines, cutMiddle, harmless, onOneLine, visible } from './foreign-text.js';

const breaks = ['', '\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029', '\v', '\f', '\u001b[1A\u001b[2K\r', '\u001b[0m'];
/** What .NET's TrimStart takes away, and characters without width that its comparisons have passed over. */
const blanks = [
  ...['', ' ', '\t', '\v', '\f', '\u0085', '\u00a0', '\u1680', '\u202f', '\u205f', '\u3000', '\u2028', '\u2029'],
  ...Array.from({ length: 11 }, (_, index) => String.fromCharCode(0x2000 + index)),
  ...['\0', '\u00ad', '\u200b', '\u200d', '\u2060', '\ufeff', '\u001b[31m'],
];
const commands = [
  '::set-output name=a::b',
  '::add-mask::https',
  '::stop-commands::token',
  '::ERROR file=a::b',
  ':\u001b[0m:add-mask::x',
  '##[add-mask]https',
  '##\u001b[0m[add-mask]https',
  'text ##[error]x',
];

const obeyed = (printed: string) => runnerLines(printed).filter((line) => parseRunnerCommand(line) !== undefined);

describe('harmless', () => {
  test.each(commands)('takes its meaning from %j behind every line end and every blank', (command) => {
    const texts = breaks.flatMap((end) => blanks.map((blank) => `said${end}${blank}${command}${end}${command}`));
    expect(obeyed(texts.map(harmless).join('\n'))).toEqual([]);
  });

  test('leaves no command in any text', () => {
    const parts = fc.constantFrom(...breaks, ...blanks, ...commands, ':', '::', '#', '##[', ']', 'debug', 'x');
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 12 }), (some) => {
        const text = harmless(some.join(''));
        expect(obeyed(text)).toEqual([]);
        expect(harmless(text)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test('leaves lines, tabs and every other text as they are', () => {
    const text = 'Error: no\n\t"a::b" at std::vector #[x] ✅ ⚠️ 中文';
    expect(harmless(text)).toBe(text);
  });
});

describe('visible', () => {
  test('shows what a terminal would obey or hide, and drops colours', () => {
    expect(visible('10%\r20%\u001b[2K\u009b1A\u202edne\u{e0041}\ud800\u0007')).toBe(
      '10%\\r20%\\u001b[2K\\u009b1A\\u202edne\\u{e0041}\\ud800\\u0007',
    );
    expect(visible('\u001b[31mred\u001b[0m')).toBe('red');
  });

  test('leaves only line breaks and tabs of all that has no glyph', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(text)).not.toMatch(/[^\P{C}\p{Cn}\p{Co}\n\t]|[\u2028\u2029]/u);
      }),
    );
  });
});

test('a title is one line', () => {
  expect(onOneLine(' a\r\n  b\tc\n')).toBe('a b c');
});

describe('cutting', () => {
  test('keeps both ends, counts what is between them and stays within the limit', () => {
    const cut = cutMiddle(`begin${'x'.repeat(2_000_000)}end`, 100);
    expect(cut).toMatch(/^beginx+ … \(1999\d\d\d characters left out\) … x+end$/);
    expect(cut.length).toBeLessThanOrEqual(100);
    expect(cut.replace(/ … .* … /, '').length + Number(/\d+/.exec(cut)?.[0])).toBe(2_000_008);
  });

  test('cuts no character in two', () => {
    for (let most = 60; most < 70; most++) expect(cutMiddle('😀'.repeat(100), most)).not.toMatch(/\p{Cs}/u);
  });

  test('leaves short lines between long ones', () => {
    expect(cutLines(`a\n${'x'.repeat(9_000)}\nb`)).toMatch(/^a\nx+ … \(\d+ characters left out\) … x+\nb$/);
  });
});
