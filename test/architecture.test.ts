import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = process.cwd();

/** What each place may import of this repository: `actions, cli → stages → verify → contract → fly | prometheus | grafana → kit`. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  kit: [],
  fly: ['kit'],
  prometheus: ['kit'],
  grafana: ['kit'],
  contract: ['kit', 'prometheus', 'grafana'],
  verify: ['kit', 'fly', 'prometheus', 'grafana', 'contract'],
  stages: ['kit', 'fly', 'prometheus', 'grafana', 'verify'],
  metrics: [],
  fechatter: ['metrics'],
  cli: ['kit', 'fly', 'stages', 'verify'],
  testing: [],
  demo: ['fechatter', 'kit', 'stages', 'testing'],
  dashboards: [],
  actions: ['kit', 'stages', 'verify'],
};

/** Where the core may touch the world: adapters, and what is an edge as a whole. */
const edges = [
  /^packages\/kit\/src\/adapters\//,
  /^packages\/cli\//,
  /^packages\/testing\//,
  /^packages\/demo\//,
  /^packages\/fechatter\//,
];
const impure = /process\.(env|cwd|exit|argv)|Date\.now\(|new Date\(\)|Math\.random\(|(?:await|return|[=(,])\s*fetch\(/;
/** Of Node, those that a pure function may use: they neither wait nor look at the world. */
const pureModules = [
  'node:path',
  'node:path/posix',
  'node:crypto',
  'node:util',
  'node:buffer',
  'node:url',
  'node:zlib',
];
/** Of the packages that the core uses; each only computes. */
const purePackages = ['yaml', 'smol-toml', 'bcryptjs', '@lezer/common', '@lezer/lr', '@prometheus-io/lezer-promql'];

interface Source {
  readonly path: string;
  readonly owner: string;
  readonly text: string;
  readonly isTest: boolean;
}

function sources(): readonly Source[] {
  const folders = [
    ...readdirSync(join(root, 'packages')).flatMap((name) =>
      ['src', 'test'].map((part) => ({ owner: name, folder: `packages/${name}/${part}` })),
    ),
    ...readdirSync(join(root, 'actions')).map((name) => ({ owner: 'actions', folder: `actions/${name}/src` })),
    { owner: 'dashboards', folder: 'dashboards/src' },
  ];
  const there = folders.filter(({ folder }) => existsSync(join(root, folder)));
  return there.flatMap(({ owner, folder }) =>
    readdirSync(join(root, folder), { recursive: true })
      .map(String)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => {
        const path = relative(root, join(root, folder, file)).replaceAll('\\', '/');
        return { owner, path, text: readFileSync(join(root, path), 'utf8'), isTest: isTestFile(path) };
      }),
  );
}

/** What a file imports, also only for its types or when it is needed. */
function importsOf(text: string): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const found = code.matchAll(/(?:^(?:import|export)\b[^'";]*?\bfrom |^import |\bimport\()'([^']+)'/gm);
  return [...found].map(([, name = '']) => name);
}

/** `x.test.ts`, and what only tests use: `x.test-kit.ts`, or a folder `test` or `fixtures`. */
function isTestFile(file: string): boolean {
  return /\.test(-[a-z-]+)?\.ts$|(^|\/)(test|fixtures)\//.test(file);
}

const all = sources();
const production = all.filter((source) => !source.isTest);

describe('imports', () => {
  test('there is something to look at', () => {
    expect(production.length).toBeGreaterThan(80);
  });

  test('go one way only', () => {
    const wrong = production.flatMap(({ path, owner, text }) =>
      [...text.matchAll(/from '@fly-monitoring\/([a-z-]+)/g)]
        .map((match) => match[1] ?? '')
        .filter((imported) => imported !== owner && !(allowed[owner] ?? []).includes(imported))
        .map((imported) => `${path} imports ${imported}`),
    );
    expect(wrong).toEqual([]);
  });

  test('never reach into another package past its door', () => {
    const packageOf = (path: string) => path.split('/').slice(0, 2).join('/');
    const wrong = production.flatMap(({ path, text }) =>
      importsOf(text)
        .filter((name) =>
          name.startsWith('.')
            ? packageOf(join(dirname(path), name)) !== packageOf(path)
            : /^@fly-monitoring\/[^/]+\/(src|lib)\//.test(name),
        )
        .map((name) => `${path} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('the published metrics package depends on nothing but its peer', () => {
    const wrong = production
      .filter(({ owner }) => owner === 'metrics')
      .flatMap(({ path, text }) =>
        [...text.matchAll(/^(?:import|export) (?!type)[^;]*? from '([^'.][^']*)'/gm)]
          .map((match) => match[1] ?? '')
          .filter((name) => !name.startsWith('node:') && name !== 'prom-client')
          .map((name) => `${path} imports ${name}`),
      );
    expect(wrong).toEqual([]);
  });
});

describe('circles of imports', () => {
  const paths = new Set(all.map(({ path }) => path));
  const graph = new Map(
    all.map(({ path, text }) => {
      const targets = importsOf(text)
        .filter((name) => name.startsWith('.'))
        .map((name) => join(dirname(path), name).replace(/\.js$/, '.ts'));
      return [path, targets.filter((target) => paths.has(target))] as const;
    }),
  );

  test('there are edges to look at', () => {
    expect([...graph.values()].flat().length).toBeGreaterThan(1_000);
  });

  test('are nowhere, not even of types: each file can be understood with what it imports', () => {
    expect(circlesOf(graph)).toEqual([]);
  });

  test('would be found', () => {
    const circle = new Map([
      ['a', ['b', 'd']],
      ['b', ['c']],
      ['c', ['a']],
      ['d', []],
    ]);
    expect(circlesOf(circle)).toEqual(['a → b → c → a']);
  });
});

/** The way round each circle that a walk from every file meets first. */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file);
    if (start >= 0) circles.push([...way.slice(start), file].join(' → '));
    if (start >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return circles;
}

describe('the core', () => {
  const core = ['kit', 'fly', 'prometheus', 'grafana', 'contract', 'verify', 'stages'];

  test('imports nothing that waits or looks at the world', () => {
    const wrong = production
      .filter(({ owner, path }) => core.includes(owner) && !edges.some((edge) => edge.test(path)))
      .flatMap(({ path, text }) =>
        importsOf(text)
          .filter((name) => !name.startsWith('.') && !name.startsWith('@fly-monitoring/'))
          .filter((name) => !pureModules.includes(name) && !purePackages.includes(name))
          .map((name) => `${path} imports ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  test('of the suite touches no clock, network, process or file but through its ports', () => {
    const wrong = production
      .filter(({ owner }) => core.includes(owner))
      .filter(({ path }) => !edges.some((edge) => edge.test(path)))
      .flatMap(({ path, text }) => {
        const match = impure.exec(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''));
        return match === null ? [] : [`${path}: ${match[0]}`];
      });
    expect(wrong).toEqual([]);
  });
});

describe('sizes', () => {
  test('no file is over 300 lines', () => {
    const long = all.filter(({ text }) => text.split('\n').length > 301).map(({ path }) => path);
    expect(long).toEqual([]);
  });

  test('no folder has more than 20 sources', () => {
    const counts = new Map<string, number>();
    for (const { path } of production) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > 20)).toEqual([]);
  });

  test('an entry of an action stays under 15 lines', () => {
    const long = production.filter(({ path, text }) => path.startsWith('actions/') && text.split('\n').length > 15);
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});
