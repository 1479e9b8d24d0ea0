import { describe, expect, test } from '@jest/globals';
import { type AppDeployment, adaptPrometheusFiles, filePatterns, judgePrometheusFiles } from './prometheus-file.js';

const text = `# what is scraped
global:
  external_labels:
    environment: production # which deployment
    region: nrt
rule_files:
  - rules/*.yml
  - /etc/elsewhere/*.yml
scrape_configs:
  - job_name: api
    dns_sd_configs:
      - names: [app.process.fechatter.internal] # all machines
        type: AAAA
        port: 9090
`;
const alone = (file: string, content: string) => ({ file, text: content, included: [] });
const adaptPrometheusConfig = (content: string, wanted: AppDeployment) =>
  adaptPrometheusFiles(alone('p.yml', content), wanted).text;
const judgePrometheusConfig = (content: string, file: string, app: string | undefined) =>
  judgePrometheusFiles(alone(file, content), app);
const deployment = { monitoredApp: 'fechatter', monitoringApp: 'fechatter-monitoring', environment: 'production' };

describe('a Prometheus configuration for a deployment', () => {
  test('is left as it is where it is right already', () => {
    expect(adaptPrometheusConfig(text, deployment)).toBe(text);
  });

  test('names another app and environment, and keeps every comment', () => {
    const adapted = adaptPrometheusConfig(text, { ...deployment, monitoredApp: 'shop', environment: 'staging' });
    expect(adapted).toBe(
      text.replace('fechatter.internal', 'shop.internal').replace('environment: production', 'environment: "staging"'),
    );
  });

  test.each([
    ['{ environment: 1.10, version: 1.10 }', '{ environment: "staging", version: 1.10 }'],
    ['{ environment: &env production, site: *env }', '{ environment: &env "staging", site: *env }'],
    ['{ site: &env production, environment: *env }', '{ site: &env production, environment: "staging" }'],
    ['{ <<: { environment: production }, site: a }', '{ <<: { environment: "staging" }, site: a }'],
    ["{ 'environment': 'production' } # why", `{ 'environment': "staging" } # why`],
    ['&labels { environment: production }', '&labels { environment: "staging" }'],
    ['{ environment: "staging" }', '{ environment: "staging" }'],
  ])('gets its environment in %s', (written, expected) => {
    const file = (labels: string) => `global:\n  external_labels: ${labels}\nscrape_configs: []\n`;
    expect(adaptPrometheusConfig(file(written), { ...deployment, environment: 'staging' })).toBe(file(expected));
  });

  test('gets no label that its owner did not write', () => {
    expect(adaptPrometheusConfig('global: {}\n', deployment)).toBe('global: {}\n');
  });
});

test('a configuration that would prove nothing is wrong, with file and line', () => {
  expect(judgePrometheusConfig('scrape_configs: []\n', 'p.yml', 'fechatter').wrong).toEqual([
    expect.stringMatching(/^p\.yml:1: .*nothing would be scraped/),
  ]);
  expect(judgePrometheusConfig(text, 'p.yml', 'other').wrong).toEqual([
    'p.yml: no job names other; they name fechatter.',
  ]);
});

test('a configuration needs the name of the app only when it finds machines by it', () => {
  const listed = 'scrape_configs:\n  - job_name: api\n    static_configs:\n      - targets: [host:9090]\n';
  expect(judgePrometheusConfig(text, 'p.yml', undefined)).toEqual({ wrong: [], needsName: true });
  expect(judgePrometheusConfig(listed, 'p.yml', undefined)).toEqual({ wrong: [], needsName: false });
});

test('other files are looked for beside the configuration, and not in the image', () => {
  const more = `${text}scrape_config_files: [jobs/*.yml, /etc/jobs/*.yml]\n`;
  expect(filePatterns(alone('monitoring/p.yml', more))).toEqual([
    { key: 'rule_files', pattern: 'monitoring/rules/*.yml' },
    { key: 'scrape_config_files', pattern: 'monitoring/jobs/*.yml' },
  ]);
});

describe('a configuration that includes jobs', () => {
  const job = (name: string, app: string) =>
    `scrape_configs: [{ job_name: ${name}, dns_sd_configs: [{ names: [${app}.internal], type: AAAA, port: 1 }] }] # ${name}\n`;
  const files = (own: string, other: string) => ({
    file: 'm/p.yml',
    text: `scrape_config_files: [jobs/*.yml]\n${own}`,
    included: [{ path: 'm/jobs/a.yml', text: other }],
  });

  test('names another app in all its files', () => {
    const shop = { ...deployment, monitoredApp: 'shop' };
    expect(adaptPrometheusFiles(files(job('a', 'template'), job('b', 'template')), shop)).toEqual(
      files(job('a', 'shop'), job('b', 'shop')),
    );
    expect(adaptPrometheusFiles(files('', job('b', 'template')), shop)).toEqual(files('', job('b', 'shop')));
    expect(() => adaptPrometheusFiles(files(job('a', 'one'), job('b', 'two')), shop)).toThrow(
      'names several apps (one, two), and none of them is shop',
    );
  });

  test('is judged with all its jobs, each by its own file', () => {
    expect(judgePrometheusFiles(files('', job('b', 'shop')), 'shop')).toEqual({ wrong: [], needsName: false });
    expect(judgePrometheusFiles(files('', 'scrape_configs: []'), 'shop').wrong).toEqual([
      expect.stringContaining('names a job: nothing would be scraped'),
    ]);
    expect(judgePrometheusFiles(files(job('a', 'shop'), job('a', 'shop')), 'shop').wrong).toEqual([
      'm/jobs/a.yml:1: The job "a" is named twice (first in m/p.yml:2).',
    ]);
  });
});
