import { chmod, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { diskFiles as files } from '@fly-monitoring/kit';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { contextEntries } from './context-entries.js';
import { parseIgnoreRules } from './ignore-rules.js';
import { type KnownSource, readSource } from './read-source.js';

let context: string;
beforeEach(async () => {
  context = await files.makeTemporaryFolder();
  await write({ Dockerfile: 'FROM scratch\n', 'src/a.js': 'a', 'src/b.js': 'b', 'README.md': 'read' });
});
afterEach(() => files.removeFolder(context));

async function write(texts: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(texts)) await files.writeText(join(context, path), text);
}

interface Build {
  readonly configText?: string;
  readonly arguments?: Readonly<Record<string, string>>;
}

function read({ configText = '', arguments: given = {} }: Build = {}, onProgress = () => {}) {
  const buildArguments = new Map(Object.entries(given));
  const [dockerfile, configFile] = [join(context, 'Dockerfile'), join(context, 'fly.toml')];
  return readSource({ context, dockerfile, configFile, configText, buildArguments }, { files, onProgress });
}

async function known(build: Build = {}): Promise<KnownSource> {
  const source = await read(build);
  if (source.kind === 'unknown') throw new Error(source.why);
  return source;
}

/** Whether the context counts as another one afterwards. */
async function changes(work: () => Promise<unknown>, build: Build = {}): Promise<boolean> {
  const before = (await known(build)).context;
  await work();
  return (await known(build)).context !== before;
}

describe('the digest of a build context', () => {
  test('is the same for the same content, whenever it was written', async () => {
    expect(await changes(() => write({ 'src/a.js': 'a' }))).toBe(false);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['content', () => write({ 'src/a.js': 'A' })],
    ['a name', () => write({ 'src/c.js': 'a' })],
    ['content that moves from one file to the next', () => write({ 'src/a.js': 'ab', 'src/b.js': '' })],
    ['a mode', () => chmod(join(context, 'src/a.js'), 0o755)],
    ['the mode of a folder', () => chmod(join(context, 'src'), 0o711)],
    ['a link', () => symlink('src/a.js', join(context, 'link'))],
    ['an empty folder', () => mkdir(join(context, 'empty'))],
    ['the rules of what is sent', () => write({ '.dockerignore': '# nothing\n' })],
  ])('changes with %s', async (_what, work) => {
    expect(await changes(work)).toBe(true);
  });

  test('does not see what the ignore file leaves out', async () => {
    await write({ '.dockerignore': '**/*.md\nsrc/b.js' });
    expect(await changes(() => write({ 'README.md': 'x', 'docs/a.md': 'y', 'src/b.js': 'z' }))).toBe(true);
    await write({ '.dockerignore': '**/*.md\nsrc/b.js\ndocs' });
    expect(await changes(() => write({ 'README.md': 'xx', 'docs/b.js': 'y', 'src/b.js': 'zz' }))).toBe(false);
  });

  test('follows the ignore file beside the Dockerfile rather than that of the context', async () => {
    await write({ 'Dockerfile.dockerignore': 'src', '.dockerignore': 'README.md' });
    expect(await changes(() => write({ 'src/a.js': 'x' }))).toBe(false);
    expect(await changes(() => write({ 'README.md': 'x' }))).toBe(true);
  });

  test('sees with ignorefile in [build] what either kind of builder gets', async () => {
    await write({ '.dockerignore': 'src\nREADME.md', 'deploy/ignore': 'src' });
    const build = { configText: '[build]\nignorefile = "deploy/ignore"' };
    expect(await changes(() => write({ 'README.md': 'x' }), build)).toBe(true);
    expect(await changes(() => write({ 'src/a.js': 'x' }), build)).toBe(false);
  });

  test('tells its progress file by file', async () => {
    let calls = 0;
    await read({}, () => calls++);
    expect(calls).toBe(4);
  });
});

describe('what is sent', () => {
  test('holds the folders above what an exception takes back in, and nothing that is read in vain', async () => {
    await write({ 'node_modules/a/x.js': 'x', 'build/keep/x.js': 'x', 'build/drop.js': 'x' });
    const rules = parseIgnoreRules('*\n!build/keep\nnode_modules');
    const asked: string[] = [];
    const recording = {
      entries: (folder: string) => {
        asked.push(folder);
        return files.entries(folder);
      },
    };
    if ('badPattern' in rules) throw new Error(rules.badPattern);
    const entries = await contextEntries({ context, rules: [rules], files: recording });
    expect(entries.map(({ path }) => path)).toEqual(['build', 'build/keep', 'build/keep/x.js']);
    expect(asked.map((folder) => folder.slice(context.length))).toEqual(['', '/build', '/build/keep']);
  });
});

describe('a source', () => {
  test('tells context, Dockerfile and settings apart', async () => {
    const before = await known();
    await write({ '.dockerignore': 'Dockerfile\n.dockerignore' });
    const ignoring = await known();
    await write({ Dockerfile: 'FROM scratch\nCOPY src /src\n' });
    const after = await known({ arguments: { A: '1' } });
    expect(ignoring.context).not.toBe(before.context);
    expect(after).toMatchObject({ context: ignoring.context, holdsGit: false, moving: [] });
    expect(after.dockerfile).not.toBe(before.dockerfile);
    expect(after.settings).not.toBe(before.settings);
  });

  test('has its arguments from [build] and from the inputs, in any order', async () => {
    const configText = '[build]\nbuild-target = "web"\n[build.args]\nA = "1"\nB = "2"';
    const both = await known({ configText, arguments: { B: '3' } });
    const turned = await known({
      configText: configText.replace('A = "1"\nB = "2"', 'B = "2"\nA = "1"'),
      arguments: { B: '3' },
    });
    expect(turned.settings).toBe(both.settings);
    expect(both.settings).not.toBe((await known({ configText })).settings);
    await write({ Dockerfile: 'ARG B\nFROM node:$B\n' });
    expect((await known({ configText })).moving).toEqual([{ kind: 'tag', image: 'node:2' }]);
  });

  test('tells that it holds .git, which no two checkouts have alike', async () => {
    await write({ '.git/HEAD': 'ref' });
    expect((await known()).holdsGit).toBe(true);
    await write({ '.dockerignore': '.git' });
    expect((await known()).holdsGit).toBe(false);
  });

  test.each([
    ['a builder', { configText: '[build]\nbuilder = "paketobuildpacks/builder:base"' }, 'names a builder'],
    ['buildpacks', { configText: '[build]\nbuildpacks = ["a"]' }, 'names a builder'],
    ['a wrong [build]', { configText: '[build]\nignorefile = 1' }, 'ignorefile'],
  ])('is unknown with %s', async (_what, build, why) => {
    expect(await read(build)).toEqual({ kind: 'unknown', why: expect.stringContaining(why) });
  });

  test('is unknown with an ignore file that builders refuse', async () => {
    await write({ '.dockerignore': 'a\n[' });
    expect(await read()).toEqual({ kind: 'unknown', why: expect.stringContaining('"["') });
  });
});
