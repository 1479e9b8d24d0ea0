import { parseFileChoice } from '@fly-monitoring/grafana';
import { diskFiles as files } from '@fly-monitoring/kit';
import { isAllowed, parseAllowed } from '@fly-monitoring/verify';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contextFiles, globPattern } from './build-context.js';

let folder: string;
beforeAll(async () => {
  folder = await files.makeTemporaryFolder();
  for (const path of ['conf/p.yml', 'conf/rules/a.yml', 'conf/rules/b.yml', 'conf/rules/x.txt', 'run.sh']) {
    await files.writeText(`${folder}/${path}`, path);
  }
});
afterAll(() => files.removeFolder(folder));

async function listed(dockerfile: string) {
  const found = await contextFiles(dockerfile, folder, files);
  return found.kind === 'listed'
    ? { missing: found.missing, files: found.files.map(({ path, imagePath }) => `${path} > ${imagePath}`) }
    : found;
}

describe('the files that a Dockerfile needs', () => {
  test.each([
    ['a file', 'COPY conf/p.yml /etc/p.yml', ['conf/p.yml > /etc/p.yml']],
    ['a file into a folder', 'COPY conf/p.yml /etc/', ['conf/p.yml > /etc/p.yml']],
    ['a file below WORKDIR', 'WORKDIR /w\nWORKDIR x\nCOPY run.sh .', ['run.sh > /w/x']],
    ['several files', 'COPY conf/p.yml run.sh /e', ['conf/p.yml > /e/p.yml', 'run.sh > /e/run.sh']],
    ['with flags', 'copy --chmod=755 --chown=0:0 run.sh /r', ['run.sh > /r']],
    ['in JSON', 'ADD ["run.sh", "/r"]', ['run.sh > /r']],
    ['over two lines', 'COPY \\\n  # why\n  run.sh \\\n  /r', ['run.sh > /r']],
    ['by a pattern', 'COPY conf/rules/*.yml /r/', ['conf/rules/a.yml > /r/a.yml', 'conf/rules/b.yml > /r/b.yml']],
    [
      'a folder',
      'COPY ./conf/rules /r',
      ['conf/rules/a.yml > /r/a.yml', 'conf/rules/b.yml > /r/b.yml', 'conf/rules/x.txt > /r/x.txt'],
    ],
    ['of another stage', 'COPY --from=build /a /b', []],
    ['from elsewhere', 'ADD https://example.com/x.tgz /x', []],
  ])('%s', async (_, dockerfile, expected) => {
    expect(await listed(`FROM scratch\n${dockerfile}\n`)).toEqual({ files: expected, missing: [] });
  });

  test('that are not there are named', async () => {
    expect(await listed('COPY none.yml /x\nCOPY run.sh /r')).toEqual({ missing: ['none.yml'], files: ['run.sh > /r'] });
  });

  test('of a whole checkout cannot be told', async () => {
    expect(await listed('COPY . /app')).toEqual({ kind: 'everything' });
  });
});

test('patterns of a Dockerfile, of inputs and of rule_files crash nothing, whatever the text', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'()[]{}*+?^$|\\/-!az09. \n') });
  fc.assert(
    fc.property(signs, signs, (text, other) => {
      expect(typeof globPattern(text).test(other)).toBe('boolean');
      const choice = parseFileChoice(text);
      if (choice.kind === 'pattern') expect(typeof choice.matches(other)).toBe('boolean');
      const panel = { dashboard: other, panel: other } as Parameters<typeof isAllowed>[0];
      expect(typeof isAllowed(panel, parseAllowed(text))).toBe('boolean');
    }),
  );
});

test('a file whose name holds brackets is found by that name', async () => {
  await files.writeText(`${folder}/conf/[ab.yml`, '');
  expect(await listed('COPY conf/[ab.yml /r/')).toEqual({ missing: [], files: ['conf/[ab.yml > /r/[ab.yml'] });
  expect(await listed('COPY conf/rules/[ab].yml /r/')).toMatchObject({
    files: ['conf/rules/a.yml > /r/a.yml', 'conf/rules/b.yml > /r/b.yml'],
  });
});
