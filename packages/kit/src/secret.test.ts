import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Redactor, Secret, secretForms } from './secret.js';
import { escapeCell } from './text/markdown.js';

describe('Secret', () => {
  const secret = new Secret('hunter2-hunter2');

  test('shows itself only to reveal()', () => {
    expect(secret.reveal()).toBe('hunter2-hunter2');
    expect([`${secret}`, JSON.stringify({ secret }), inspect({ secret })].join()).not.toContain('hunter2');
  });
});

describe('Redactor', () => {
  test('hides the parts of a Fly token as well as the whole', () => {
    const redactor = new Redactor();
    redactor.add('FlyV1 fm2_aaaaaaaa,fm2_bbbbbbbb');
    expect(redactor.redact('used fm2_bbbbbbbb and FlyV1 fm2_aaaaaaaa,fm2_bbbbbbbb')).toBe('used *** and ***');
  });

  test('hides the base64 form, in which a password travels in a header', () => {
    const redactor = new Redactor();
    redactor.add('correct horse');
    expect(redactor.redact(`Basic ${Buffer.from('correct horse').toString('base64')}`)).toBe('Basic ***');
  });

  test('hides a secret that was escaped for a summary', () => {
    const redactor = new Redactor();
    redactor.add('p_a*s[s]|w<o>rd');
    expect(redactor.redact(`was ${escapeCell('p_a*s[s]|w<o>rd')} here`)).toBe('was *** here');
  });

  test('leaves everyday words alone, which would garble every line', () => {
    expect(secretForms('production')).toEqual([]);
  });

  test('leaves a short value alone, and its base64 with it', () => {
    expect([secretForms('prod'), secretForms('a,b,prod')].flat()).not.toContain(Buffer.from('prod').toString('base64'));
  });

  test('hides the password inside an address, encoded or not', () => {
    expect(secretForms('postgres://shop:p%40ssw0rd@db/shop')).toEqual(
      expect.arrayContaining(['p%40ssw0rd', 'p@ssw0rd']),
    );
  });

  test('takes half a character for what it is', () => {
    expect(secretForms('half \ud800 pair')).toContain('half \ud800 pair');
  });

  test('leaves no secret of six or more characters in any text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6 }), fc.string(), fc.string(), (value, before, after) => {
        fc.pre(value.trim().length >= 6 && secretForms(value).includes(value.trim()) && !'***'.includes(value.trim()));
        const redactor = new Redactor();
        redactor.add(value);
        expect(redactor.redact(`${before}|${value.trim()}|${after}`).includes(`|${value.trim()}|`)).toBe(false);
      }),
    );
  });
});
