import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { appsOf } from './internal-name.js';
import { parsePrometheusConfig } from './parse-config.js';
import { rewriteInternalNames } from './rewrite-internal-names.js';

const source = `# keep me
scrape_configs:
  - job_name: fechatter   # the name of a job is not the app
    dns_sd_configs: [ { names: [app.process.fechatter.internal, 'nrt.fechatter.internal'],   type: AAAA, port: 1 } ]
    relabel_configs:
      - regex: '(.+)\\.process\\.fechatter\\.internal'
      - regex: "(.+)\\\\.fechatter\\\\.internal"
      - { target_label: fly_app, replacement: fechatter }
      - { target_label: service, replacement: fechatter }
  - job_name: other
    static_configs:
      - targets: ["my-fechatter.internal:9090", "fechatter.internal:9090", "fechatter.internals:1"]
        labels: { fly_app: fechatter }
`;

describe('another app name', () => {
  test('goes into names, patterns and the label fly_app, and nowhere else', () => {
    expect(rewriteInternalNames(source, { from: 'fechatter', to: 'chat' })).toBe(`# keep me
scrape_configs:
  - job_name: fechatter   # the name of a job is not the app
    dns_sd_configs: [ { names: [app.process.chat.internal, 'nrt.chat.internal'],   type: AAAA, port: 1 } ]
    relabel_configs:
      - regex: '(.+)\\.process\\.chat\\.internal'
      - regex: "(.+)\\\\.chat\\\\.internal"
      - { target_label: fly_app, replacement: chat }
      - { target_label: service, replacement: fechatter }
  - job_name: other
    static_configs:
      - targets: ["my-fechatter.internal:9090", "chat.internal:9090", "fechatter.internals:1"]
        labels: { fly_app: chat }
`);
  });

  test('is put in for the only app of the file when none is named', () => {
    const rewritten = rewriteInternalNames(
      'scrape_configs: [{job_name: a, dns_sd_configs: [{names: [x.internal], port: 1}]}]',
      {
        to: 'y',
      },
    );
    expect(rewritten).toContain('[y.internal]');
  });

  test('cannot be guessed among several apps', () => {
    const two = 'scrape_configs: [{job_name: a, dns_sd_configs: [{names: [x.internal, z.internal], port: 1}]}]';
    expect(() => rewriteInternalNames(two, { to: 'y' })).toThrow('names several apps (x, z), and none of them is y');
    expect(rewriteInternalNames(two, { to: 'z' })).toBe(two);
  });

  test('that looks like a number stays a text', () => {
    const rewritten = rewriteInternalNames('labels: {fly_app: shop}', { from: 'shop', to: '123' });
    expect(parse(rewritten)).toEqual({ labels: { fly_app: '123' } });
  });

  test('in an anchor that several jobs share is written once, and everything else stays', () => {
    const shared = `scrape_configs:
  - &base # for all
    job_name: &name shop
    dns_sd_configs: &dns [{ names: [&all web.process.shop.internal], type: AAAA, port: 9_100 }]
    relabel_configs: &rel
      - { target_label: fly_app, replacement: *name }
      - { target_label: service, replacement: *name }
  - { <<: *base, job_name: 1.10 }
  - job_name: other
    dns_sd_configs: *dns
    relabel_configs: *rel
    static_configs: [{ targets: [*all], labels: { fly_app: &app shop } }, { labels: { fly_app: *app, app: *app } }]
`;
    const rewritten = shared
      .replace('web.process.shop.internal', 'web.process.chat.internal')
      .replace('fly_app, replacement: *name', 'fly_app, replacement: chat')
      .replace('&app shop', '&app chat');
    expect(rewriteInternalNames(shared, { to: 'chat' })).toBe(rewritten);
    expect(rewriteInternalNames(rewritten, { to: 'chat' })).toBe(rewritten);
    expect(appsOf(parsePrometheusConfig(rewritten, { file: '' }))).toEqual(['chat']);
  });

  test('is told from a number that is written in another way', () => {
    const numbered = 'scrape_configs: [{ job_name: a, static_configs: [{ labels: { fly_app: 0x10, x: 010 } }] }]';
    expect(rewriteInternalNames(numbered, { from: '16', to: 'chat' })).toBe(numbered);
    expect(rewriteInternalNames(numbered, { from: '0x10', to: 'chat' })).toBe(numbered.replace('0x10', 'chat'));
  });

  const appName = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);

  test('a second time changes nothing, and there and back is the same text', async () => {
    const shipped = await readFile(new URL('../../../../monitoring/prometheus-fly.yml', import.meta.url), 'utf8');
    fc.assert(
      fc.property(appName, (to) => {
        const once = rewriteInternalNames(shipped, { to });
        expect(rewriteInternalNames(once, { to })).toBe(once);
        expect(appsOf(parsePrometheusConfig(once, { file: '' }))).toEqual([to]);
        expect(rewriteInternalNames(once, { from: to, to: 'fechatter' })).toBe(shipped);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a name that is no app name', () => {
  const job = (app: string) =>
    `scrape_configs: [{ job_name: a, dns_sd_configs: [{ names: [${JSON.stringify(`${app}.internal`)}], type: AAAA, port: 1 }] }]\n`;

  test.each(['web(', 'web[', '*', 'a+', '\\', 'a|b', '$&', '(?<a>'])('is taken as it is: %s', (app) => {
    const named = JSON.stringify(app).slice(1, -1);
    const expected = job(app).replace(`${named}.internal`, () => 'shop.internal');
    expect(rewriteInternalNames(job(app), { from: named, to: 'shop' })).toBe(expected);
    expect(() => rewriteInternalNames(job(app), { to: 'shop' })).not.toThrow();
  });

  test('crashes nothing, whatever the text', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'()[]{}*+?^$|\\/-a0"\'é') });
    fc.assert(
      fc.property(signs, (app) => {
        expect(() => rewriteInternalNames(job(app), { from: app, to: 'shop' })).not.toThrow();
        expect(() => rewriteInternalNames(job(app), { to: 'shop' })).not.toThrow();
      }),
    );
  });
});
