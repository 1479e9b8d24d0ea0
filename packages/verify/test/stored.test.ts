import { mkdtemp, rm } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { answers, type Exporter, startExporter } from '../../prometheus/test/exporters.js';
import { type PrometheusStart, type RealPrometheus, startPrometheus } from '../../prometheus/test/real-prometheus.js';
import * as services from './lying-services.js';
import { configOf, isNaivelyGreen, job, realVerify, untilAllScraped } from './real-verify.js';

/** Lies are waited for with real seconds, and the machine may be busy. */
jest.setTimeout(40_000);

/** As on a volume without space: a write to a file that is longer than this fails. */
const fullDisk = { mostFileBytes: 4_096, args: ['--query.max-concurrency=3'] };

/** Targets that are up, and what the TSDB keeps of them. */
for (const engine of ['prometheus-2', 'prometheus-3'] as const) {
  engineOrSkip(describe, [engine])(`what ${engine} stores`, (paths) => {
    const exporters: Exporter[] = [];
    const servers: RealPrometheus[] = [];
    let workspace = '';

    const serve = async (answer: RequestListener) => {
      const exporter = await startExporter(answer);
      exporters.push(exporter);
      return exporter.address;
    };
    const start = async (over: Omit<PrometheusStart, 'path'>) => {
      const server = await startPrometheus({ path: paths[engine], ...over });
      servers.push(server);
      await untilAllScraped(server);
      return server;
    };

    beforeAll(async () => {
      workspace = await mkdtemp(join(tmpdir(), 'stored-'));
    });

    afterAll(async () => {
      await Promise.all(servers.map((server) => server.stop()));
      await Promise.all(exporters.map((exporter) => exporter.stop()));
      await rm(workspace, { recursive: true, force: true });
    });

    test('is nothing on a full disk: red, and monitoring is blamed by what it counts itself', async () => {
      const config = configOf(job('web', [await serve(services.manySeries)]));
      const full = await start({ config, ...fullDisk });
      expect(await isNaivelyGreen(full.url, 'web')).toBe(true);
      const given = { timeout: '2s' };
      const report = await realVerify({ url: full.url, workspace, config, given, loaded: 'real' });
      expect(report.outputs).toMatchObject({
        verdict: 'fail',
        'checks-failed': '["samples"]',
        blames: '["monitoring"]',
        'targets-up': '1',
      });
      const evidence = report.checks.find(({ name }) => name === 'samples')?.evidence;
      expect(evidence).toMatch(/web 127\.0\.0\.1:\d+: no stored sample; .*\d+ failed writes to the write-ahead log/);
    });

    test('is all of it beside that: green', async () => {
      const config = configOf(
        job('web', [await serve(services.manySeries)]),
        job('mail', [await serve(answers.metrics)]),
      );
      const { url } = await start({ config });
      const report = await realVerify({ url, workspace, config, given: { timeout: '10s' }, loaded: 'real' });
      expect(report.checks.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'skipped')).toEqual([]);
      expect(report.checks.find(({ name }) => name === 'samples')?.evidence).toBe(
        'fresh samples of 2 targets are stored',
      );
      expect(report.outputs['verdict']).toBe('pass');
    });
  });
}
