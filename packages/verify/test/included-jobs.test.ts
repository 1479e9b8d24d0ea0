import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { describe, expect, test } from '@jest/globals';
import { answers, startExporter } from '../../prometheus/test/exporters.js';
import { startPrometheus } from '../../prometheus/test/real-prometheus.js';
import { job, realVerify, untilAllScraped } from './real-verify.js';
import { healthy, machine, mailMachine, up, verify } from './verify.js';
import type { World } from './world.js';

const dnsJob = (name: string, group: string, app = 'shop') =>
  `  - { job_name: ${name}, dns_sd_configs: [{ names: [${group}.process.${app}.internal], type: AAAA, port: 9100 }] }\n`;
const main = 'global: { scrape_interval: 15s }\nscrape_config_files: [jobs/*.yml]\n';
const files = {
  'monitoring/prometheus-fly.yml': `${main}scrape_configs:\n${dnsJob('web', 'app')}`,
  'monitoring/jobs/mail.yml': `scrape_configs:\n${dnsJob('mail', 'mail')}`,
  'monitoring/jobs/notes.txt': 'no jobs',
  'monitoring/jobs/deeper/other.yml': 'scrape_configs: [nonsense]',
};
const world: World = { ...healthy, files };

describe('jobs of scrape_config_files', () => {
  test('are expected like those of the file itself, and what is not compared is told', async () => {
    const { report, check } = await verify(world);
    expect(report.outputs['verdict']).toBe('pass');
    expect(check('job:mail')).toMatchObject({ verdict: 'pass' });
    expect(check('configuration')?.evidence).toContain(
      'the jobs of monitoring/jobs/mail.yml are proved by their targets, and their settings are not compared',
    );
  });

  test('fail like others when they are not scraped, in their own file and line', async () => {
    const { report, check } = await verify({ ...world, targets: () => [up('web', '1'), up('web', '2')] });
    expect(check('job:mail')).toMatchObject({ verdict: 'fail' });
    expect(report.annotations).toContainEqual(
      expect.objectContaining({ place: { file: 'monitoring/jobs/mail.yml', line: 2 } }),
    );
  });

  test('may be all there are', async () => {
    const only = {
      'monitoring/prometheus-fly.yml': main,
      'monitoring/jobs/mail.yml': files['monitoring/jobs/mail.yml'],
    };
    const { report, check } = await verify({
      files: only,
      targets: () => [up('mail', '3')],
      machines: () => [machine('1'), mailMachine('3')],
    });
    expect(report.outputs['verdict']).toBe('pass');
    expect(check('job:mail')).toMatchObject({ verdict: 'pass' });
  });

  test('name the app of this run, as those of the file itself do', async () => {
    const renamed = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, text.replaceAll('shop.internal', 'template.internal')]),
    );
    const { report } = await verify({ ...world, files: renamed, config: files['monitoring/prometheus-fly.yml'] });
    expect(report.outputs['verdict']).toBe('pass');
  });

  test.each(['jobs/[l-n]ail.yml', './jobs/mail.yml', '../monitoring/jo?s/*', 'jobs/m*'])(
    'are found by the pattern %s',
    async (pattern) => {
      const { 'monitoring/jobs/notes.txt': _, 'monitoring/jobs/deeper/other.yml': __, ...own } = files;
      const text = own['monitoring/prometheus-fly.yml'].replace('jobs/*.yml', JSON.stringify(pattern));
      const { check } = await verify({ ...world, files: { ...own, 'monitoring/prometheus-fly.yml': text } });
      expect(check('job:mail')).toMatchObject({ verdict: 'pass' });
    },
  );

  test('that only the image has are told, and are not "no job"', async () => {
    const { report, check } = await verify({
      ...world,
      files: {
        'monitoring/prometheus-fly.yml': `${main.replace('jobs/*', '/etc/jobs/*')}scrape_configs:\n${dnsJob('web', 'app')}`,
      },
      targets: () => [up('web', '1'), up('web', '2')],
    });
    expect(report.outputs['verdict']).toBe('pass');
    expect(check('configuration')?.evidence).toContain(
      'the jobs of /etc/jobs/*.yml are not checked, as only the image has these files',
    );
  });

  test.each([
    [
      { 'monitoring/prometheus-fly.yml': 'scrape_config_files: [/etc/jobs/*.yml]' },
      'monitoring/prometheus-fly.yml: all jobs are in /etc/jobs/*.yml, which only the image has, so none is expected.',
    ],
    [
      { 'monitoring/prometheus-fly.yml': main },
      'monitoring/prometheus-fly.yml: scrape_config_files names monitoring/jobs/*.yml; there is no such file.',
    ],
    [
      { 'monitoring/prometheus-fly.yml': main, 'monitoring/jobs/a.yml': 'scrape_configs: []' },
      'Neither scrape_configs nor a file of scrape_config_files (jobs/*.yml) names a job',
    ],
    [
      { ...files, 'monitoring/jobs/mail.yml': `global: {}\nscrape_configs:\n${dnsJob('web', 'mail')}` },
      [
        'monitoring/jobs/mail.yml:1: A file of scrape_config_files holds scrape_configs only, not global.',
        'monitoring/jobs/mail.yml:3: The job "web" is named twice (first in monitoring/prometheus-fly.yml:4).',
      ].join('\n'),
    ],
  ])('that prove nothing or are wrong are named with file and line: %#', async (wrong, message) => {
    await expect(verify({ ...world, files: wrong })).rejects.toThrow(message);
  });

  test('are told to be unknown to a Prometheus before 2.43', async () => {
    const old = JSON.stringify({ status: 'success', data: { version: '2.42.0' } });
    const { check } = await verify({
      ...world,
      config: files['monitoring/prometheus-fly.yml'].replace(/scrape_config_files.*/, ''),
      instead: ({ url }) =>
        url.endsWith('/status/buildinfo')
          ? { kind: 'response', status: 200, headers: { 'content-type': 'application/json' }, body: old }
          : undefined,
    });
    expect(check('configuration')).toMatchObject({
      verdict: 'fail',
      evidence: expect.stringContaining('scrape_config_files is'),
      hint: expect.stringContaining('reads scrape_config_files since 2.43, and this is 2.42.0'),
    });
  });
});

engineOrSkip(describe, ['prometheus-3'])('a real Prometheus that includes jobs', (paths) => {
  test('is green when all of them are scraped, and red when the image lacks one', async () => {
    const workspace = await mkdtemp(join(tmpdir(), 'includes-'));
    const exporter = await startExporter(answers.metrics);
    const config = [
      'global: { scrape_interval: 1s, scrape_timeout: 500ms }',
      'scrape_config_files: [./jobs-*.yml]',
      `scrape_configs:\n${job('1.10', [exporter.address], 'honor_labels: off')}`,
    ].join('\n');
    const included = { 'jobs-a.yml': `scrape_configs:\n${job('yes', [exporter.address], 'sample_limit: 1_000')}` };
    const server = await startPrometheus({ path: paths['prometheus-3'], config, files: included });
    try {
      await mkdir(workspace, { recursive: true });
      await writeFile(join(workspace, 'jobs-a.yml'), included['jobs-a.yml']);
      await untilAllScraped(server, 2);
      const wish = { url: server.url, workspace, config, loaded: 'real', given: { timeout: '10s' } } as const;
      const healthyReport = await realVerify(wish);
      const verdicts = healthyReport.checks.map(({ name, verdict }) => [name, verdict]);
      expect(verdicts).toContainEqual(['job:1.10', 'pass']);
      expect(verdicts).toContainEqual(['job:yes', 'pass']);
      expect(verdicts).toContainEqual(['configuration', 'pass']);
      expect(healthyReport.outputs['verdict']).toBe('pass');
      await writeFile(join(workspace, 'jobs-b.yml'), `scrape_configs:\n${job('b', [exporter.address])}`);
      const lacking = await realVerify({ ...wish, given: { timeout: '2s' } });
      expect(lacking.checks.find(({ name }) => name === 'job:b')).toMatchObject({ verdict: 'fail' });
    } finally {
      await server.stop();
      await exporter.stop();
      await rm(workspace, { recursive: true });
    }
  }, 60_000);
});
