import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { entrypoint, monitoringFolder } from './entrypoint-run.js';

const rules = filesIn('rules');
const ruleTests = filesIn('rules/tests');
const configurations = ['prometheus-fly.yml', 'prometheus-fly.one-machine.yml', 'compose/prometheus.yml'];

interface Configuration {
  readonly global: { readonly scrape_interval: string };
  readonly scrape_configs: readonly {
    readonly job_name: string;
    readonly dns_sd_configs: readonly {
      readonly names: readonly string[];
      readonly type: string;
      readonly port: number;
    }[];
    readonly authorization: object;
  }[];
}

function filesIn(folder: string): string[] {
  const names = readdirSync(join(monitoringFolder, folder)).filter((name) => name.endsWith('.yml'));
  return names.map((name) => join(monitoringFolder, folder, name));
}

function readConfiguration(name: string): Configuration {
  return parse(readFileSync(join(monitoringFolder, name), 'utf8')) as Configuration;
}

function run(file: string, args: readonly string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(file, args, { encoding: 'utf8', cwd: monitoringFolder });
  return { status, output: `${stdout}${stderr}` };
}

const passed = (output: unknown) => ({ status: 0, output });

for (const promtoolName of ['promtool-2', 'promtool-3'] as const) {
  engineOrSkip(describe, [promtoolName])(promtoolName, (paths) => {
    const promtool = paths[promtoolName];

    test.each(configurations)('accepts %s', (name) => {
      expect(run(promtool, ['check', 'config', '--syntax-only', name])).toEqual(
        passed(expect.stringContaining('SUCCESS')),
      );
    });

    test('accepts the rules, duplicates included', () => {
      const args = ['check', 'rules', '--lint=all', '--lint-fatal', ...rules];
      expect(run(promtool, args)).toEqual(passed(expect.stringContaining('rules found')));
    });

    test('proves the rules by their tests', () => {
      expect(run(promtool, ['test', 'rules', ...ruleTests])).toEqual(passed(expect.stringContaining('SUCCESS')));
    });
  });
}

test.each(['fly', 'fly.one-machine'])('prometheus-%s.yml scrapes every machine of the four services', (name) => {
  const { global, scrape_configs } = readConfiguration(`prometheus-${name}.yml`);
  expect(global.scrape_interval).toBe('15s');
  const groups =
    name === 'fly' ? ['app.process.', 'notify.process.', 'bot.process.', 'analytics.process.'] : ['', '', '', ''];
  const expected = [
    ['fechatter_server', `${groups[0]}fechatter.internal`, 9090],
    ['notify_server', `${groups[1]}fechatter.internal`, 9091],
    ['bot_server', `${groups[2]}fechatter.internal`, 9092],
    ['analytics_server', `${groups[3]}fechatter.internal`, 7778],
  ];
  expect(scrape_configs.map(({ job_name, dns_sd_configs: [sd] }) => [job_name, sd?.names.join(), sd?.port])).toEqual(
    expected,
  );
  for (const {
    dns_sd_configs: [sd],
    authorization,
  } of scrape_configs) {
    expect(sd).toMatchObject({ type: 'AAAA', refresh_interval: '15s' });
    expect(authorization).toEqual({ type: 'Bearer', credentials_file: 'secrets/metrics-token' });
  }
});

test('the two topologies differ in nothing but the names', () => {
  const withoutNames = (name: string) => {
    const configuration = readConfiguration(name);
    const jobs = configuration.scrape_configs.map((job) => ({ ...job, dns_sd_configs: 'names' }));
    return { ...configuration, scrape_configs: jobs };
  };
  expect(withoutNames('prometheus-fly.yml')).toEqual(withoutNames('prometheus-fly.one-machine.yml'));
});

test('each job of the configuration has its JobMissing rule', () => {
  const targets = readFileSync(join(monitoringFolder, 'rules/targets.yml'), 'utf8');
  const missed = [...targets.matchAll(/absent\(up\{job="(\w+)"\}\)/g)].map((found) => found[1]);
  expect(missed).toEqual(readConfiguration('prometheus-fly.yml').scrape_configs.map((job) => job.job_name));
});

test('each file of rules has a test', () => {
  const missing = rules.filter((file) => !existsSync(file.replace('/rules/', '/rules/tests/')));
  expect(rules.length).toBeGreaterThan(0);
  expect(missing).toEqual([]);
});

engineOrSkip(test, ['shellcheck'])('shellcheck has nothing to say about the entrypoint', ({ shellcheck }) => {
  expect(run(shellcheck, ['--shell=sh', entrypoint])).toEqual(passed(''));
});
