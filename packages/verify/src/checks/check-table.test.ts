import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { baseInputs } from '../inputs.js';
import { checkTable } from './check-table.js';

const page = readFileSync(join(process.cwd(), 'docs/verify-report.md'), 'utf8');

test('every check has a name of its own, and stands in the page about the report', () => {
  const names = checkTable.map(({ name }) => (name === 'jobs' ? 'job:<name>' : name));
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test('checks that share an input share its spec, and none redefines one of all checks', () => {
  const seen = new Map<string, unknown>(Object.entries(baseInputs));
  for (const { name: check, inputs } of checkTable) {
    for (const [name, kind] of Object.entries(inputs)) {
      expect({ check, name, isSame: (seen.get(name) ?? kind) === kind }).toEqual({ check, name, isSame: true });
      seen.set(name, kind);
    }
  }
});
