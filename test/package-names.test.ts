import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { overviewHelp } from '../packages/cli/src/help.js';

const root = process.cwd();
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const listed = (patterns: readonly string[]) =>
  spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...patterns], {
    cwd: root,
    encoding: 'utf8',
  })
    .stdout.split('\0')
    .filter((path) => path !== '');

/** None of these is published: whoever registers one would be run, or built in, by everybody who follows such a line. */
const names = listed(['package.json', '**/package.json'])
  .filter((path) => !path.includes('/test/') && !path.includes('dist/'))
  .flatMap((path) => (JSON.parse(read(path)) as { name?: string }).name ?? [])
  .filter((name) => name.includes('fly-monitoring'));

const runners =
  '(?:npx|bunx|npm (?:exec|x|init|create|install|i|add|ci)|pnpm (?:dlx|exec|add|install|i)|yarn (?:dlx|add)|bun (?:x|add))';
const escaped = names.map((name) => name.replace(/[/@.-]/g, String.raw`\$&`)).join('|');
/** A runner, its flags and other names, then one of ours as a whole word and not part of a path. */
const byName = new RegExp(
  String.raw`\b${runners}\b[^\n|&;#\x60]*?[\s'"=](?:${escaped})(?=$|[\s'"\x60@,.)])(?!\.tgz)`,
  'm',
);

describe('a package that nobody owns', () => {
  test('has a name, of which there are several', () => {
    expect(names).toEqual(expect.arrayContaining(['fly-monitoring', '@fly-monitoring/metrics']));
  });

  test.each([
    'npx fly-monitoring hash-password',
    'run `npx --yes fly-monitoring@1 verify-targets`',
    'npm install @fly-monitoring/metrics prom-client',
    'npm i -D prom-client @fly-monitoring/metrics',
    'npm exec -- fly-monitoring',
    'pnpm dlx fly-monitoring',
    '"npx fly-monitoring"',
  ])('is seen in %s', (line) => {
    expect(line).toMatch(byName);
  });

  test.each([
    'npx tsc -b packages/testing',
    'npm install <checkout>/fly-monitoring-metrics-0.1.0.tgz prom-client',
    'npx --yes --allow-git=root github:OWNER/fly-monitoring#cli-v1 hash-password',
    "import { metrics } from '@fly-monitoring/metrics';",
    'npm pack --workspace packages/metrics',
  ])('is not seen in %s', (line) => {
    expect(line).not.toMatch(byName);
  });

  test('is run or installed by its name nowhere: no page, help text, hint, script or workflow', () => {
    const texts = listed([
      '*.md',
      '*.ts',
      '*.mjs',
      '*.js',
      '*.sh',
      '*.yml',
      '*.yaml',
      '*.toml',
      '*Dockerfile*',
      '*.json',
    ]);
    expect(texts.length).toBeGreaterThan(100);
    const wrong = texts
      .filter((path) => !/package-lock\.json$|(^|\/)dist\/|^test\/package-names\.test\.ts$/.test(path))
      .flatMap((path) => {
        const found = byName.exec(read(path));
        return found === null ? [] : [`${path}: ${found[0]}`];
      });
    expect(wrong).toEqual([]);
  });

  test('is not what --help tells people to type', () => {
    expect(overviewHelp()).toContain('Usage: node packages/cli/dist/index.js <command>');
    expect(overviewHelp()).not.toMatch(/^\s*(Usage: )?fly-monitoring [a-z<]/m);
  });
});
