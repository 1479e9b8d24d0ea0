import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

/**
 * Bytes of the file that is compiled at every start, a tenth above what is needed. Node 20 takes about 10 ms for half a
 * megabyte. Before one of these is raised: is what is new used in every run? Else load it with `import()`.
 */
const entryLimits: Readonly<Record<string, number>> = {
  'actions/deploy-app': 330_000,
  'actions/deploy-monitoring': 742_000,
  'actions/import-dashboards': 332_000,
  'actions/verify-targets': 1_040_000,
  'actions/deploy-with-monitoring': 1_320_000,
  'packages/cli': 1_360_000,
};

/** What takes long to load and is not used in every run, by words that only it holds. */
const lazyParts: readonly (readonly [string, string])[] = [
  ['the HTTP stack undici', 'undici.globalDispatcher'],
  ["the toolkit's OIDC client", 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'],
  ['the tool cache', '_createToolPath'],
  ['version ranges of semver', 'SemVer ANY'],
  ['bcrypt', 'BCRYPT_SALT_LEN'],
  ['the grammar of PromQL', 'LRParser.deserialize'],
];

const units = Object.keys(entryLimits);
const scriptsOf = (unit: string) => readdirSync(join(unit, 'dist')).filter((name) => name.endsWith('.js'));
const textOf = (unit: string, name: string) => readFileSync(join(unit, 'dist', name), 'utf8');

describe('the entry of a bundle', () => {
  test('has a limit for each bundle', () => {
    const actions = readdirSync('actions').map((name) => `actions/${name}`);
    expect([...units].sort()).toEqual([...actions, 'packages/cli'].sort());
  });

  test.each(Object.entries(entryLimits))('of %s is no larger than %i bytes', (unit, limit) => {
    expect(statSync(join(unit, 'dist/index.js')).size).toBeLessThanOrEqual(limit);
  });

  test.each(lazyParts)('does not hold %s', (_, words) => {
    expect(units.filter((unit) => textOf(unit, 'index.js').includes(words))).toEqual([]);
    // The words still find it where it is loaded from.
    const others = units.flatMap((unit) => scriptsOf(unit).map((name) => textOf(unit, name)));
    expect(others.some((text) => text.includes(words))).toBe(true);
  });
});

test.each(units)('%s asks for nothing at run time that is not in its bundle', (unit) => {
  // What ncc cannot find it leaves to a `require` that a module does not have.
  expect(scriptsOf(unit).filter((name) => /eval\("require"\)|require\("\./.test(textOf(unit, name)))).toEqual([]);
});

test.each(units)('the licences of %s name each package once', (unit) => {
  const lock: { readonly packages: Readonly<Record<string, unknown>> } = JSON.parse(
    readFileSync('package-lock.json', 'utf8'),
  );
  const names = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)));
  const lines = textOf(unit, 'licenses.txt').split('\n');
  const heads = lines.filter((line, index) => names.has(line) && (index === 0 || lines[index - 1] === ''));
  expect(heads).toEqual([...new Set(heads)].sort());
  expect(heads).toContain('undici');
});
