import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type IgnoreVerdict, judgePath, mayHoldExceptions, parseIgnoreRules } from './ignore-rules.js';

function rulesOf(text: string) {
  const rules = parseIgnoreRules(text);
  if ('badPattern' in rules) throw new Error(`not understood: ${rules.badPattern}`);
  return rules;
}

/** Each folder above a path, and the path itself, from the top. */
const downTo = (path: string) => path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));

function isIgnored(text: string, path: string): boolean {
  const rules = rulesOf(text);
  const last = downTo(path).reduce<IgnoreVerdict | undefined>(
    (parent, each) => judgePath(rules, each, parent),
    undefined,
  );
  return last?.isIgnored === true;
}

/** Each line was also asked of moby's patternmatcher v0.6.1 itself. */
const table: readonly (readonly [rules: string, ignored: readonly string[], sent: readonly string[]])[] = [
  ['', [], ['a', '.git/HEAD', 'fly.toml']],
  ['# a\n\n  \na', ['a', 'a/b', 'a/b/c'], ['b', 'b/a', 'ab', '# a']],
  [' #a', ['#a'], ['a']],
  ['\uFEFFa\r\nb\r\n', ['a', 'b'], ['c']],
  ['/a', ['a', 'a/b'], ['b/a']],
  ['a/', ['a', 'a/b'], ['b/a']],
  ['./a/../b//c', ['b/c', 'b/c/d'], ['a', 'b', 'c']],
  ['../a', [], ['a', 'b/a']],
  ['/', [], ['a']],
  ['.', [], ['a', 'a/b']],
  ['*', ['a', '.a', 'a/b'], []],
  ['*/temp*', ['a/temp', 'a/temporary.txt', 'a/temp/b'], ['temp', 'a/b/temp']],
  ['*/*/temp*', ['a/b/temp'], ['a/temp', 'a/b/c/temp']],
  ['temp?', ['tempa', 'tempa/b'], ['temp', 'tempab', 'a/tempa']],
  ['**/*.go', ['a.go', 'a/b.go', 'a/b/c.go'], ['a.goo']],
  ['**/a', ['a', 'b/a', 'b/a/c'], ['ba', 'b/ca']],
  ['**a', ['a', 'ba', 'b/ca', 'a/b'], ['ab']],
  ['a/**', ['a/b', 'a/b/c'], ['a', 'ab']],
  ['a**', ['a', 'ab', 'ab/c'], ['b/a']],
  ['a/**/b', ['a/b', 'a/c/b', 'a/c/d/b/e'], ['a', 'a/c', 'b']],
  ['**', ['a', 'a/b'], []],
  ['[a-c]x', ['ax', 'cx/y'], ['dx', 'b/ax']],
  ['[^a]x', ['bx'], ['ax']],
  ['a\\*', ['a*'], ['ab']],
  ['a.b+(c)', ['a.b+(c)'], ['aXb+(c)', 'a.bb(c)']],
  ['*.md\n!README.md', ['a.md'], ['README.md', 'b/a.md']],
  ['*.md\n!README*.md\nREADME-secret.md', ['a.md', 'README-secret.md'], ['README.md', 'README-a.md']],
  ['*.md\nREADME-secret.md\n!README*.md', ['a.md'], ['README-secret.md']],
  ['*\n!src', ['a', 'b/src'], ['src', 'src/a/b']],
  ['a\n!a/b/c', ['a', 'a/b', 'a/d'], ['a/b/c', 'a/b/c/d']],
  ['!a\na', ['a'], ['b']],
  ['! a\n*\n! a', ['b'], ['a']],
  ['a\n!a/b\na*', ['a', 'a/c'], ['a/b']],
  ['!../../b', ['b'], ['a']],
];

describe('an ignore file', () => {
  test.each(table)('%j leaves out %j and not %j', (rules, ignored, sent) => {
    expect(ignored.filter((path) => !isIgnored(rules, path))).toEqual([]);
    expect(sent.filter((path) => isIgnored(rules, path))).toEqual([]);
  });

  test.each(['!', 'a\n! /', '[', '[]a]', '[z-a]', 'a\\', 'a\\d*', '[[:alpha:]]'])(
    '%j has a pattern that is refused or not understood',
    (text) => {
      expect(parseIgnoreRules(text)).toEqual({ badPattern: text.split('\n').at(-1) });
    },
  );
});

const name = fc.constantFrom('a', 'b', 'ab', '.a', 'a.b', '^a');
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
const segment = fc.constantFrom('a', 'b', 'ab', 'a.b', '*', '**', '?', 'a*', '*b', '^a', '[ab]', '.', '..');
const pattern = fc
  .tuple(fc.constantFrom('', '!'), fc.array(segment, { minLength: 1, maxLength: 3 }))
  .map(([mark, parts]) => mark + parts.join('/'));
const text = fc.array(pattern, { maxLength: 5 }).map((lines) => lines.join('\n'));

/** By a plain reading of the documentation, without wildcards: the last rule that names the path or a folder above. */
function plainly(lines: readonly string[], wanted: string): boolean {
  return lines.reduce((ignored, line) => {
    const named = line.replace('!', '');
    return wanted === named || wanted.startsWith(`${named}/`) ? !line.startsWith('!') : ignored;
  }, false);
}

describe('for any rules', () => {
  test('plain paths follow the last rule that names them or a folder above', () => {
    const line = fc.tuple(fc.constantFrom('', '!'), path).map(([mark, named]) => mark + named);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), path, (lines, wanted) => {
        expect(isIgnored(lines.join('\n'), wanted)).toBe(plainly(lines, wanted));
      }),
    );
  });

  test('a folder that may be passed over holds nothing that is sent', () => {
    fc.assert(
      fc.property(text, path, (lines, wanted) => {
        const rules = rulesOf(lines);
        const passed = downTo(wanted)
          .slice(0, -1)
          .some((folder) => isIgnored(lines, folder) && !mayHoldExceptions(rules, folder));
        expect(passed && !isIgnored(lines, wanted)).toBe(false);
      }),
    );
  });

  test('without exceptions what is below an ignored folder is ignored', () => {
    fc.assert(
      fc.property(text, path, (lines, wanted) => {
        const without = lines.replaceAll('!', '');
        expect(downTo(wanted).some((each) => isIgnored(without, each))).toBe(isIgnored(without, wanted));
      }),
    );
  });

  test('an exception for everything at the end takes everything back in', () => {
    fc.assert(fc.property(text, path, (lines, wanted) => expect(isIgnored(`${lines}\n!**`, wanted)).toBe(false)));
  });
});
