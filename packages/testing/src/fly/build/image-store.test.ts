import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ImageStore } from './image-store.js';
import type { ImageTable } from './registered-image.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'images-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, 'context', name)), { recursive: true });
    writeFileSync(path.join(folder, 'context', name), text);
  }
}

function build(table: ImageTable, args: Readonly<Record<string, string>> = {}): ReturnType<ImageStore['build']> {
  const context = path.join(folder, 'context');
  const store = new ImageStore(path.join(folder, 'store'), table);
  return store.build({
    dockerfile: path.join(context, 'docker/Dockerfile'),
    context,
    args: new Map(Object.entries(args)),
  });
}

describe('images', () => {
  test('the last stage is interpreted: COPY, ENV, ARG, WORKDIR, USER, ENTRYPOINT, CMD', () => {
    write({
      'docker/Dockerfile': `ARG TAG=20
FROM node:\${TAG} AS build
RUN npm ci
FROM node:20
ARG RELEASE=none
ENV NAME="two words" RELEASE=$RELEASE
WORKDIR /app
COPY --chmod=755 --chown=node:node start.sh ./
COPY --from=build /app/node_modules ./node_modules
COPY lib lib/
USER node
ENTRYPOINT ["/app/start.sh"]
CMD serve --now
`,
      'start.sh': 'echo',
      'lib/a.js': 'a',
      'lib/deep/b.js': 'b',
    });
    const image = build(
      { 'docker/Dockerfile': { paths: { '/app/node_modules': folder }, env: { NODE_VERSION: '20' } } },
      { RELEASE: 'r1' },
    );
    expect(image).toMatchObject({
      workdir: '/app',
      user: '1000:1000',
      entrypoint: ['/app/start.sh'],
      cmd: ['/bin/sh', '-c', 'serve --now'],
      env: { NAME: 'two words', RELEASE: 'r1', NODE_VERSION: '20' },
      mounts: [{ source: folder, target: '/app/node_modules' }],
    });
    expect(statSync(path.join(image.folder, 'app/start.sh')).mode & 0o777).toBe(0o755);
    expect(readFileSync(path.join(image.folder, 'app/lib/deep/b.js'), 'utf8')).toBe('b');
  });

  test('the digest follows the content that is copied, and nothing else', () => {
    const dockerfile = 'FROM y AS build\nCOPY source /source\nRUN compile\nFROM x\nCOPY a /a\n';
    write({ 'docker/Dockerfile': dockerfile, a: '1', 'source/s': '1', unrelated: '1' });
    const before = build({ 'from:x': {} }).digest;
    write({ unrelated: '2' });
    expect(build({ 'from:x': {} }).digest).toBe(before);
    write({ a: '2' });
    const after = build({ 'from:x': {} }).digest;
    write({ 'source/s': '2' });
    expect(new Set([before, after, build({ 'from:x': {} }).digest]).size).toBe(3);
  });

  test('.dockerignore leaves files out and takes some back in', () => {
    write({
      'docker/Dockerfile': 'FROM x\nCOPY . /app\n',
      '.dockerignore': '**/*.log\nsecret\n!secret/kept\n',
      'a.log': '',
      'b/c.log': '',
      'b/d': '',
      'secret/key': '',
      'secret/kept': '',
    });
    const app = path.join(build({ 'from:x': {} }).folder, 'app');
    const there = ['a.log', 'b/c.log', 'b/d', 'secret/key', 'secret/kept'].filter((file) =>
      existsSync(path.join(app, file)),
    );
    expect(there).toEqual(['b/d', 'secret/kept']);
  });

  test.each([
    ['FROM x\nCOPY missing /a\n', '"/missing": not found'],
    ['FROM x\nCOPY --from=build /out /out\n', 'the registered image gives nothing at /out'],
    ['FROM lost\n', '/nowhere/bin, registered as /bin/x, does not exist'],
    ['FROM unregistered\n', 'no image is registered'],
    ['FROM x\nUSER stranger\n', 'unable to find user stranger'],
    ['FROM x\nCOPPY a b\n', 'unknown instruction: COPPY'],
  ])('%j does not build', (text, message) => {
    write({ 'docker/Dockerfile': text });
    expect(() => build({ 'from:x': {}, 'from:lost': { paths: { '/bin/x': '/nowhere/bin' } } })).toThrow(message);
  });
});
