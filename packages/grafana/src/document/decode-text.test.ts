import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeText } from './decode-text.js';

const json = '{\n  "title": "Übersicht"\n}';
const utf16be = Buffer.from(json, 'utf16le').swap16();

describe('decodeText', () => {
  test('reads UTF-8, with a byte order mark or without', () => {
    expect(decodeText(Buffer.from(json))).toEqual({ kind: 'text', text: json });
    expect(decodeText(Buffer.from(`\uFEFF${json}`))).toEqual({ kind: 'text', text: json });
    expect(decodeText(Buffer.from(''))).toEqual({ kind: 'text', text: '' });
  });

  test.each([
    ['Latin-1', Buffer.from(json, 'latin1'), /not UTF-8: byte 0xdc in line 2, perhaps Latin-1.*iconv/],
    ['UTF-16LE', Buffer.from(json, 'utf16le'), /encoded as UTF-16LE, not as UTF-8.*iconv -f UTF-16LE/],
    ['UTF-16LE with its mark', Buffer.from(`\uFEFF${json}`, 'utf16le'), /encoded as UTF-16LE/],
    ['UTF-16BE', utf16be, /encoded as UTF-16BE/],
    ['UTF-16BE with its mark', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be]), /encoded as UTF-16BE/],
    ['UTF-32LE with its mark', Buffer.from([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0]), /encoded as UTF-32LE/],
    ['gzip', Buffer.from([0x1f, 0x8b, 0x08, 0, 0]), /compressed with gzip.*gunzip/],
    ['ZIP', Buffer.from('PK\u0003\u0004'), /ZIP archive/],
  ])('names %s and what to do', (_, bytes, words) => {
    expect(decodeText(bytes)).toEqual({ kind: 'other', problem: expect.stringMatching(words) });
  });

  test('tells the first broken byte, not a replacement character that the file itself holds', () => {
    const bytes = Buffer.concat([Buffer.from('{"a": "\uFFFD",\n\n'), Buffer.from([0xe9])]);
    expect(decodeText(bytes)).toMatchObject({ problem: expect.stringContaining('byte 0xe9 in line 3') });
  });

  test('gives any text that is JSON back as it was', () => {
    fc.assert(fc.property(fc.json(), (text) => expect(decodeText(Buffer.from(text))).toEqual({ kind: 'text', text })));
  });

  test('no bytes make it throw', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => ['text', 'other'].includes(decodeText(bytes).kind)));
  });
});
