import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { COMMAND_FLAGS } from './commands/flags/command-flags.js';
import { commandNames } from './commands/run-flyctl.js';
import { TROUBLES } from './misbehaviour-table.js';
import { COMMAND_SOURCES } from './sources/command-sources.js';
import { BEHAVIOURS } from './sources.js';
import { withBehaviours } from './sources-document.js';

/** A file of flyctl or fly-go with its line, a page of the documentation, an issue, or another project. */
const SOURCE = /^(F|G) [\w/.-]+\.go:\d+$|^fly\.io\/docs\/|^[\w-]+\/[\w-]+(#\d+| )/;

describe('the table of sources', () => {
  test('has every command that there is, and no other', () => {
    const known = Object.keys(COMMAND_FLAGS).sort();
    expect(Object.keys(COMMAND_SOURCES).sort()).toEqual(known);
    expect([...commandNames()].sort()).toEqual(known);
  });

  test.each(Object.entries(COMMAND_SOURCES))('says where "%s" is in the source', (_name, source) => {
    expect(source).toMatch(/^F internal\/command\/[\w/]+\.go:\d+$/);
  });

  test.each(Object.values(BEHAVIOURS).flat())('says where "$what" is known from, or why it is assumed', (behaviour) => {
    if (behaviour.assumed === undefined) expect(behaviour.sources.length).toBeGreaterThan(0);
    else expect(behaviour.assumed).not.toBe('');
    for (const source of behaviour.sources) expect(source).toMatch(SOURCE);
  });

  test('says of every misbehaviour where it is known from', () => {
    for (const { source } of Object.values(TROUBLES)) expect(source).toMatch(/\.go\b|#\d+/);
  });

  test('is what the README says; "npm run generate" writes it', () => {
    const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
    expect(withBehaviours(readme)).toBe(readme);
  });
});
