import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escapeCell, markdownTable, textTable, trimSummary } from './markdown.js';

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

test('a table without rows is nothing', () => {
  expect(markdownTable(['a'], [])).toBe('');
  expect(markdownTable(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |');
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

  test('leaves what fits as it is', () => {
    expect(trimSummary('short', 500)).toBe('short');
  });
});
