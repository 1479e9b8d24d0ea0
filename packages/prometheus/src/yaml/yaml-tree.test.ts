import { describe, expect, test } from '@jest/globals';
import { type MergeOrder, readYamlTree, type YamlValue } from './yaml-tree.js';

const plain = (value: YamlValue | undefined): unknown => {
  if (value === undefined || value.kind === 'scalar') return value?.text;
  if (value.kind === 'list') return value.items.map(plain);
  return Object.fromEntries([...value.entries].map(([key, each]) => [key, plain(each)]));
};
const read = (text: string, order?: MergeOrder) => plain(readYamlTree(text, order).root);
const mistakes = (text: string) => readYamlTree(text).mistakes.map(({ message }) => message);

describe('a YAML text', () => {
  test('keeps what is written, whatever it looks like', () => {
    expect(read('{ a: 1.10, b: 010, c: yes, d: 2001-12-14, e: 190:20:30, f: "1.0", 7: 0x1F }')).toEqual({
      a: '1.10',
      b: '010',
      c: 'yes',
      d: '2001-12-14',
      e: '190:20:30',
      f: '1.0',
      7: '0x1F',
    });
  });

  test('shares what an anchor names', () => {
    expect(read('a: &x { k: 1 }\nb: *x\nc: [*x, &y 1.10, *y]\n')).toEqual({
      a: { k: '1' },
      b: { k: '1' },
      c: [{ k: '1' }, '1.10', '1.10'],
    });
  });

  test('takes in mappings by merge keys, of several the first', () => {
    const base = 'a: &a { k: 1, l: 2 }\nb: &b { k: 3, m: 4 }\n';
    expect(read(`${base}c: { <<: [*a, *b], n: 5 }`)).toMatchObject({ c: { k: '1', l: '2', m: '4', n: '5' } });
    expect(read(`${base}c: { <<: *a, <<: *b }`)).toMatchObject({ c: { k: '3', l: '2', m: '4' } });
    expect(read(`${base}c: { "<<": *a }`)).toMatchObject({ c: { '<<': { k: '1', l: '2' } } });
  });

  test('lets the later key win as go-yaml v2 does, or the own key as v3 does', () => {
    const text = 'a: &a { k: 1 }\nb: { k: 2, <<: *a }\nc: { <<: *a, k: 2 }\n';
    expect(read(text)).toMatchObject({ b: { k: '1' }, c: { k: '2' } });
    expect(read(text, 'own-wins')).toMatchObject({ b: { k: '2' }, c: { k: '2' } });
  });

  test('ends with its first document', () => {
    expect(read('---\na: 1\n---\nb: [\n')).toEqual({ a: '1' });
    expect(mistakes('---\na: 1\n---\nb: [\n')).toEqual([]);
    expect(read('')).toBeUndefined();
  });

  test.each([
    'a:\n  - b: [\n      { c: [1, 2] } # why\n  ]\n    d: "x"\n',
    'a:\n  - b: [\n# why\n      {\n c: [\n1,\n 2\n]}\n]\n    d: x\n',
    'a:\n  - { b: [{ c: [1, 2,], }],\n d: "x"#comment\n}\n',
  ])('may be laid out in any way that libyaml reads: %j', (text) => {
    expect(mistakes(text)).toEqual([]);
    expect(read(text)).toEqual({ a: [{ b: [{ c: ['1', '2'] }], d: 'x' }] });
  });

  test('tells lines as they are written, also after such a collection', () => {
    const text = 'a:\n  - [\n  1\n ]\nb: here\n';
    const { root, lineAt } = readYamlTree(text);
    const here = root?.kind === 'mapping' ? root.entries.get('b') : undefined;
    expect(lineAt(here?.offset ?? 0)).toBe(5);
  });

  test.each(['a:\n  - [\n  1\n', 'a: [1, {b: 2]\n', 'a:\n  b: [1\nc: 2\n'])(
    'without its end is a mistake: %j',
    (text) => {
      expect(mistakes(text)).not.toEqual([]);
    },
  );

  test.each([
    ['a: *x', 'The alias *x has no anchor.'],
    ['a: &x { b: *x }', 'An anchor contains itself.'],
    ['a: { <<: 1 }', 'A merge key (<<) must have a mapping or a list of mappings.'],
    ['a: 1\na: 2', 'Map keys must be unique'],
  ])('%j is a mistake', (text, message) => {
    expect(mistakes(text)).toEqual([expect.stringContaining(message)]);
  });

  test('whose aliases expand without end is a mistake, and takes no time', () => {
    const levels = [...'abcdefghij'].map((name, index, all) => {
      const before = index === 0 ? '1' : `*${all[index - 1]}`;
      return `${name}: &${name} [${Array.from({ length: 10 }, () => before).join(', ')}]`;
    });
    expect(mistakes(levels.join('\n'))).toEqual(['The aliases expand to more than 1000000 values.']);
  });
});
