import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { codeBlock, escapeCell, inlineCode, markdownLink, markdownTable, textTable, trimSummary } from './markdown.js';

describe('escapeCell', () => {
  test('takes away what would end the cell, the row or the text', () => {
    expect(escapeCell('a|b\n<script>`x`')).toBe('a\\|b &lt;script&gt;\\`x\\`');
  });

  test('leaves no bare border and no line break in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeCell(text)).not.toMatch(/(^|[^\\])\||\n|</);
      }),
    );
  });
});

test.each([
  ['![x](https://e.example/p.png)', '!\\[x\\](https://e.example/p.png)'],
  ['# big', '\\# big'],
  ['- item', '\\- item'],
  ['1. item', '1\\. item'],
  ['---', '\\---'],
  ['~~gone~~ $x$', '\\~\\~gone\\~\\~ \\$x\\$'],
  ['ask @octocat, not a@b.example', 'ask @&#8203;octocat, not a@b.example'],
  ['a\r\u202eb', 'a\\\\r\\\\u202eb'],
])('%j is plain text', (text, escaped) => {
  expect(escapeCell(text)).toBe(escaped);
});

test('code in a line holds no markup', () => {
  expect(inlineCode('a`</code>*b*')).toBe('<code>a\\`&lt;/code&gt;\\*b\\*</code>');
});

describe('codeBlock', () => {
  test('keeps lines as they are, in a fence that they cannot end', () => {
    expect(codeBlock('a  <b>\n````\n[x](y)')).toBe('`````text\na  <b>\n````\n[x](y)\n`````');
  });
});

describe('markdownLink', () => {
  test('has an address that ends where it should', () => {
    expect(markdownLink('a]b', 'https://g.example/d/x)y z?q=[1]')).toBe(
      '[a\\]b](https://g.example/d/x%29y%20z?q=%5B1%5D)',
    );
  });

  test.each(['javascript:alert(1)', '//g.example', 'https://', ''])(
    'is text alone where %j is no web address',
    (address) => {
      expect(markdownLink('a', address)).toBe('a');
    },
  );
});

test('a table without rows is nothing', () => {
  expect(markdownTable(['a'], [])).toBe('');
  expect(markdownTable(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |');
});

test('a row of a terminal table is one line', () => {
  expect(textTable(['job'], [['a\nb\r::debug::c']])).toEqual(['job', 'a b\\r::debug::c']);
});

test('a terminal table lines its columns up', () => {
  expect(textTable(['job', 'up'], [['server', '2']])).toEqual(['job     up', 'server  2']);
});

describe('trimSummary', () => {
  test('cuts whole lines, counts bytes and says so', () => {
    const trimmed = trimSummary(`${'é'.repeat(100)}\n`.repeat(10), 500);
    expect(Buffer.byteLength(trimmed)).toBeLessThanOrEqual(500);
    expect(trimmed).toMatch(/^é{100}\né{100}\n\n_Cut/);
  });

  test('says how many bytes are missing', () => {
    const markdown = `${'é'.repeat(100)}\n`.repeat(10);
    expect(trimSummary(markdown, 500)).toMatch(/_Cut: 1609 of 2010 bytes are left out here/);
  });

  test.each(['x', 'é', '😀'])('cuts one huge line of %p in its middle and keeps what is around it', (character) => {
    const trimmed = trimSummary(`# top\n\n${character.repeat(2_000_000)}\n\n# bottom\n`);
    expect(trimmed).toMatch(/^# top\n\n(.)\1+ … \(\d+ characters left out\) … \1+\n\n# bottom\n$/u);
    expect(trimmed).not.toMatch(/\p{Cs}/u);
  });

  test('closes a fence that it cuts', () => {
    const trimmed = trimSummary(`${codeBlock('line ```` \n'.repeat(200))}\nend`, 500);
    expect(trimmed).toMatch(/^`{5}text\n.*\n`{5}\n\n_Cut/s);
    expect(Buffer.byteLength(trimmed)).toBeLessThanOrEqual(500);
  });

  test('leaves what fits as it is', () => {
    expect(trimSummary('short', 500)).toBe('short');
  });
});
