import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
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
const impure =
  /from 'node:(fs|child_process|net|http|https|dns|os|timers)|process\.(env|cwd|exit|argv)|Date\.now\(|new Date\(\)|Math\.random\(|(?:await|return|[=(,])\s*fetch\(/;

interface Source {
  readonly path: string;
  readonly owner: string;
  readonly text: string;
  readonly isTest: boolean;
}

function sources(): readonly Source[] {
  const folders = [
    ...readdirSync(join(root, 'packages')).map((name) => ({ owner: name, folder: `packages/${name}/src` })),
    ...readdirSync(join(root, 'actions')).map((name) => ({ owner: 'actions', folder: `actions/${name}/src` })),
    { owner: 'dashboards', folder: 'dashboards/src' },
  ];
  return folders.flatMap(({ owner, folder }) =>
    readdirSync(join(root, folder), { recursive: true })
      .map(String)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => {
        const path = relative(root, join(root, folder, file)).replaceAll('\\', '/');
        return { owner, path, text: readFileSync(join(root, path), 'utf8'), isTest: isTestFile(file) };
      }),
  );
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
    const wrong = production.flatMap(({ path, text }) =>
      [
        ...text.matchAll(
          /from '((?:\.\.\/)+(?:packages|actions|dashboards|shared)\/[^']*|@fly-monitoring\/[^']*\/(?:src|lib)\/[^']*)'/g,
        ),
      ].map((match) => `${path} imports ${match[1]}`),
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

describe('the core', () => {
  test('of the suite touches no clock, network, process or file but through its ports', () => {
    const wrong = production
      .filter(({ owner }) => ['kit', 'fly', 'prometheus', 'grafana', 'contract', 'verify', 'stages'].includes(owner))
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

  test('an entry of an action stays under 15 lines', () => {
    const long = production.filter(({ path, text }) => path.startsWith('actions/') && text.split('\n').length > 15);
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});
