import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { compareConfig } from './compare-config.js';

const compared = (wanted: string, loaded: string) => {
  const comparison = compareConfig(wanted, loaded);
  return comparison.kind === 'compared' ? comparison.differences : comparison.problem;
};

describe('a loaded configuration', () => {
  test.each([
    ['a duration in other units', 'global: { scrape_interval: 90s }', 'global: { scrape_interval: 1m30s }'],
    ['a size in other units', 'global: { body_size_limit: 10MB }', 'global: { body_size_limit: 10240KB }'],
    ['a relative file', 'rule_files: [./rules/*.yml]', 'rule_files: [/etc/prometheus/rules/*.yml]'],
    [
      'a hidden secret',
      'remote_write: [{ basic_auth: { password: x } }]',
      'remote_write: [{ basic_auth: { password: <secret> } }]',
    ],
    [
      'an expanded variable',
      'global: { external_labels: { env: $ENV } }',
      'global: { external_labels: { env: prod } }',
    ],
    ['an address without its password', 'x: http://me:secret@host/p', 'x: http://me:xxxxx@host/p'],
    [
      'what is off or empty, and left out',
      'scrape_configs: [{ job_name: a, honor_labels: false, params: {} }]',
      'scrape_configs: [{ job_name: a }]',
    ],
    ['defaults that were filled in', 'global: {}', 'global: { scrape_interval: 1m, scrape_protocols: [a] }'],
    [
      'jobs in another order',
      'scrape_configs: [{ job_name: a, x: 1 }, { job_name: b, x: 2 }]',
      'scrape_configs: [{ job_name: b, x: 2 }, { job_name: a, x: 1 }]',
    ],
  ])('equals the file with %s', (_, wanted, loaded) => {
    expect(compared(wanted, loaded)).toEqual([]);
  });

  test.each([
    [
      'another value',
      'global: { scrape_interval: 15s }',
      'global: { scrape_interval: 1m }',
      'global.scrape_interval',
      '1m',
    ],
    ['a missing job', 'scrape_configs: [{ job_name: a, x: 1 }]', 'scrape_configs: []', 'scrape_configs[a]', undefined],
    [
      'another key of a job',
      'scrape_configs: [{ job_name: a, x: { y: 1 } }]',
      'scrape_configs: [{ job_name: a, x: { y: 2 } }]',
      'scrape_configs[a].x.y',
      '2',
    ],
    ['a rule of relabelling too few', 'r: [{ a: 1 }, { a: 2 }]', 'r: [{ a: 1 }]', 'r', '1 items'],
    [
      'another file',
      'rule_files: [rules.yml]',
      'rule_files: [/etc/other-rules.yml]',
      'rule_files[0]',
      '/etc/other-rules.yml',
    ],
  ])('differs by %s', (_, wanted, loaded, path, seen) => {
    expect(compared(wanted, loaded)).toMatchObject([{ path, loaded: seen }]);
  });

  test.each([
    ['a label that looks like nothing', 'no'],
    ['a label that looks like zero', '0s'],
  ])('differs by %s and is not loaded', (_, value) => {
    const of = (labels: string) => `scrape_configs: [{ job_name: a, static_configs: [{ targets: [a], ${labels} }] }]`;
    expect(compared(of(`labels: { beta: ${value} }`), of(''))).toMatchObject([{ loaded: undefined }]);
    expect(compared(of(`labels: { beta: ${value}, c: d }`), of('labels: { c: d }'))).toMatchObject([
      { wanted: value, loaded: undefined },
    ]);
  });

  test.each([
    ['a switch that is off there and on here', 'honor_timestamps: no', 'honor_timestamps: true'],
    ['another number', 'sample_limit: 010', 'sample_limit: 10'],
    ['a variable with other words around it', 'proxy_url: a-$X-b', 'proxy_url: a-x-c'],
    ['a pattern with a dollar sign', 'regex: foo$', 'regex: bar$'],
    ['an action', 'relabel_configs: [{ action: Keep }]', 'relabel_configs: [{ action: drop }]'],
  ])('differs by %s', (_, wanted, loaded) => {
    expect(compared(`a: { ${wanted} }`, `a: { ${loaded} }`)).toHaveLength(1);
  });

  test.each([
    [
      'a variable among words',
      'global: { external_labels: { e: "a-$X-$Y" } }',
      'global: { external_labels: { e: a-x-y } }',
    ],
    ['a doubled dollar sign', 'global: { external_labels: { e: a$$b } }', 'global: { external_labels: { e: a$b } }'],
    ['an action in capitals', 'r: [{ action: Keep }]', 'r: [{ action: keep }]'],
    ['an address in other letters', 'r: [{ url: "HTTP://h/a b" }]', 'r: [{ url: http://h/a%20b }]'],
    ['a block whose every key is off', 'a: { b: { c: no, d: 0s } }', 'x: 1'],
    ['a file in a folder above', 'rule_files: [../r/*.yml]', 'rule_files: [/etc/r/*.yml]'],
  ])('equals the file with %s, too', (_, wanted, loaded) => {
    expect(compared(wanted, loaded)).toEqual([]);
  });

  test('that is no YAML is named', () => {
    expect(compared('a: 1', 'a: [')).toBe('data.yaml of /api/v1/status/config must be a configuration in YAML');
    expect(compared('a: [', 'a: 1')).toBe('the configuration file is no YAML');
  });

  test('equals itself, and differs once any of its values is changed', () => {
    const leaf = fc.oneof(fc.integer({ min: 1 }), fc.constantFrom('15s', 'web', 'a/b'), fc.constant(true));
    const config = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.oneof(leaf, fc.array(leaf, { minLength: 1 })), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(config, (file) => {
        expect(compared(stringify(file), stringify(file))).toEqual([]);
        const [first = ''] = Object.keys(file);
        expect(compared(stringify(file), stringify({ ...file, [first]: 'something else' }))).not.toEqual([]);
      }),
    );
  });
});

test('a key with the name of an inherited property is looked for like any other', () => {
  const compared = compareConfig('constructor: { a: 1 }\n__proto__: 2\ntoString: x\n', 'global: {}\n');
  expect(compared).toMatchObject({
    kind: 'compared',
    differences: [{ path: 'constructor' }, { path: '__proto__' }, { path: 'toString' }],
  });
});
