import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { jobGroups, parseInternalName } from './internal-name.js';
import { parsePrometheusConfig } from './parse-config.js';

const parse = (text: string) => parsePrometheusConfig(text, { file: 'prometheus.yml' });
const messages = (text: string) =>
  parse(text).problems.map(({ level, message, line }) => `${level} ${line}: ${message}`);

const dnsJob = (name: string, extra = '') => `
  - job_name: ${name}
    dns_sd_configs:
      - names: [${name}.process.shop.internal]
        type: AAAA
        port: 9100
${extra}`;

describe('a Prometheus configuration', () => {
  test('gives its jobs with interval, time-out and refresh resolved', () => {
    const config = parse(`
global:
  scrape_interval: 15s
  external_labels: { environment: test }
rule_files: [rules/*.yml]
scrape_configs:${dnsJob('web', '    scrape_interval: 5s\n    authorization: { credentials_file: secrets/token }')}${dnsJob('mail')}`);
    expect(config.problems).toEqual([]);
    expect(config.externalLabels).toEqual({ environment: 'test' });
    expect(config.ruleFiles).toEqual(['rules/*.yml']);
    expect(config.jobs).toMatchObject([
      { name: 'web', intervalMs: 5_000, timeoutMs: 5_000, metricsPath: '/metrics', credentialsFile: 'secrets/token' },
      { name: 'mail', intervalMs: 15_000, timeoutMs: 10_000, scheme: 'http', credentialsFile: undefined },
    ]);
    expect(config.jobs[1]?.discoveries).toEqual([
      { kind: 'dns', names: ['mail.process.shop.internal'], type: 'AAAA', port: 9100, refreshMs: 30_000 },
    ]);
  });

  test('tells app, process group and port of each job', () => {
    const groups = jobGroups(parse(`scrape_configs:${dnsJob('web')}`)).get('web');
    expect(groups).toEqual([{ app: 'shop', group: 'web', region: undefined, machineId: undefined, port: 9100 }]);
  });

  test.each(['monitoring/prometheus-fly.yml', 'monitoring/prometheus-fly.one-machine.yml'])(
    'as this repository ships it, %s, has four jobs and nothing wrong',
    async (file) => {
      const url = new URL(`../../../../${file}`, import.meta.url);
      const config = parsePrometheusConfig(await readFile(url, 'utf8'), { file });
      expect(config.problems).toEqual([]);
      expect(config.jobs.map(({ name }) => name)).toEqual([
        'fechatter_server',
        'notify_server',
        'bot_server',
        'analytics_server',
      ]);
    },
  );
});

describe('what Prometheus would accept but proves nothing', () => {
  test.each(['', 'global: {}', 'scrape_configs: []', 'scrape_configs:'])('no job at all: %j', (text) => {
    expect(messages(text)).toEqual(['error 1: scrape_configs names no job: nothing would be scraped.']);
  });

  test('everything wrong is listed at once, with its line', () => {
    expect(
      messages(`scrape_configs:
  - job_name: a
    scrape_interval: soon
    dns_sd_configs: [{ names: [shop.internal] }]
  - job_name: a
    scrape_interval: 5s
    scrape_timeout: 6s
    static_configs: [{ targets: ['shop.fly.dev:443', 'localhost:9090'] }]
  - job_name: b
    dns_sd_configs: [{ names: [shop.internal], type: AAAA }]
  - metrics_path: /x
  - job_name: c`),
    ).toEqual([
      'error 3: Job "a": scrape_interval is "soon"; it must be a duration such as 15s.',
      'error 2: Job "a": .internal names are AAAA records only; set type: AAAA, not SRV.',
      'error 5: Job "a": scrape_timeout is longer than scrape_interval.',
      expect.stringMatching(/^warning 5: Job "a": the static target shop\.fly\.dev:443 stands for all machines/),
      'error 9: Job "b": type AAAA needs a port.',
      'error 11: A job in scrape_configs has no job_name.',
      'error 12: Job "c" names no targets.',
      'error 5: The job "a" is named twice (first in line 2).',
    ]);
  });

  test('broken YAML is a problem with a line, not a crash', () => {
    expect(messages('scrape_configs:\n  - job_name: "a\n')[0]).toMatch(/^error \d+: Missing closing/);
    expect(messages('just words')[0]).toBe('error 1: The configuration must be a mapping.');
  });
});

test.each([
  ['shop.internal', { app: 'shop' }],
  ['web.process.shop.internal', { app: 'shop', group: 'web' }],
  ['nrt.shop.internal', { app: 'shop', region: 'nrt' }],
  ['3287.vm.shop.internal', { app: 'shop', machineId: '3287' }],
  ['global.shop.internal', { app: 'shop', region: undefined }],
  ['_instances.internal', undefined],
  ['shop.fly.dev', undefined],
])('%s is read by Fly’s rules', (name, expected) => {
  const parsed = parseInternalName(name);
  if (expected === undefined) expect(parsed).toBeUndefined();
  else expect(parsed).toMatchObject(expected);
});
