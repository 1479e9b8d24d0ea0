import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as toolkit from '@actions/core';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addToSummary, issueCommand, printGroup, printLine, setOutput } from './workflow-commands.js';

const write = process.stdout.write;
const names = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'] as const;
let before: readonly (string | undefined)[] = [];
let printed = '';
let folder = '';

beforeEach(() => {
  printed = '';
  before = names.map((name) => process.env[name]);
  folder = mkdtempSync(join(tmpdir(), 'commands-'));
  process.stdout.write = (text: string | Uint8Array) => {
    printed += String(text);
    return true;
  };
});
afterEach(() => {
  process.stdout.write = write;
  rmSync(folder, { recursive: true, force: true });
  for (const [index, name] of names.entries()) {
    const value = before[index];
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

function printedBy(act: () => void): string {
  printed = '';
  act();
  return printed;
}

function writtenBy(name: (typeof names)[number], act: () => void): string {
  const file = join(folder, name);
  writeFileSync(file, '');
  process.env[name] = file;
  act();
  return readFileSync(file, 'utf8');
}

/** Text with what the runner's syntax uses for itself. */
const text = fc.string({ unit: fc.constantFrom('a', '😀', '%', '\r', '\n', ':', ',', '::', '%25', ' ', '=') });
const filled = text.filter((value) => value !== '');

describe('a command for the runner is what the toolkit writes', () => {
  test.each([
    ['notice', toolkit.notice],
    ['warning', toolkit.warning],
    ['error', toolkit.error],
  ] as const)('for %s', (level, theirCommand) => {
    fc.assert(
      fc.property(filled, filled, fc.integer({ min: 1 }), text, (title, file, line, message) => {
        const theirs = printedBy(() => theirCommand(message, { title, file, startLine: line }));
        expect(printedBy(() => issueCommand(level, { title, file, line }, message))).toBe(theirs);
      }),
    );
  });

  test('for masks and plain lines', () => {
    fc.assert(
      fc.property(text, (value) => {
        const theirs = printedBy(() => toolkit.setSecret(value));
        expect(printedBy(() => issueCommand('add-mask', {}, value))).toBe(theirs);
        expect(printedBy(() => printLine(value))).toBe(printedBy(() => toolkit.info(value)));
      }),
    );
  });

  test('for groups, which end also when their body fails', async () => {
    const fails = () => Promise.reject(new Error('no'));
    await expect(toolkit.group('a: b', fails)).rejects.toThrow('no');
    const theirs = printed;
    printed = '';
    await expect(printGroup('a: b', fails)).rejects.toThrow('no');
    expect(printed).toBe(theirs);
  });

  test('for outputs, but for the delimiter that is drawn', () => {
    const withoutDrawn = (written: string) => written.replace(/ghadelimiter_[0-9a-f-]{36}/g, 'DELIMITER');
    fc.assert(
      fc.property(text, (value) => {
        const theirs = writtenBy('GITHUB_OUTPUT', () => toolkit.setOutput('url', value));
        const ours = writtenBy('GITHUB_OUTPUT', () => setOutput('url', value));
        expect(withoutDrawn(ours)).toBe(withoutDrawn(theirs));
        expect(ours).not.toBe(theirs);
      }),
      { numRuns: 20 },
    );
  });

  test('for outputs of a runner that has no file for them', () => {
    delete process.env['GITHUB_OUTPUT'];
    expect(printedBy(() => setOutput('url', 'a\nb'))).toBe(printedBy(() => toolkit.setOutput('url', 'a\nb')));
  });

  test('for the summary', async () => {
    const ours = writtenBy('GITHUB_STEP_SUMMARY', () => addToSummary('# All up'));
    const file = process.env['GITHUB_STEP_SUMMARY'] ?? '';
    writeFileSync(file, '');
    await toolkit.summary.addRaw('# All up', true).write();
    expect(ours).toBe(readFileSync(file, 'utf8'));
  });
});

test('a runner without summaries is told none', () => {
  delete process.env['GITHUB_STEP_SUMMARY'];
  expect(printedBy(() => addToSummary('# All up'))).toBe('');
});
