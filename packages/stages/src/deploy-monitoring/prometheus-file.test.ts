import { describe, expect, test } from '@jest/globals';
import { adaptPrometheusConfig, judgePrometheusConfig, ruleFilePatterns } from './prometheus-file.js';

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

test('rule files are looked for beside the configuration, and not in the image', () => {
  expect(ruleFilePatterns(text, 'monitoring/p.yml')).toEqual(['monitoring/rules/*.yml']);
});
