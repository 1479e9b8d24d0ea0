import { writeFile } from 'node:fs/promises';
import { undiciHttp } from '@fly-monitoring/kit';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareConfig, type PrometheusConfig, parsePrometheusConfig, prometheusApi } from '../src/index.js';
import { type RealPrometheus, startPrometheus } from './real-prometheus.js';
import { anyFile, healthyFiles, job, otherValues } from './yaml-files.js';

const budgetMs = 60_000;

/** A real Prometheus is the judge of how a file is read: what it shows is what we read, and no difference is told. */
for (const engine of ['prometheus-2', 'prometheus-3'] as const) {
  engineOrSkip(describe, [engine])(`${engine} and this package read alike`, (paths) => {
    let server: RealPrometheus;

    beforeAll(async () => {
      server = await startPrometheus({ path: paths[engine], config: job('first'), args: ['--web.enable-lifecycle'] });
    }, budgetMs);
    afterAll(() => server.stop());

    const load = async (text: string): Promise<string> => {
      await writeFile(`${server.folder}/prometheus.yml`, text);
      const reload = await fetch(`${server.url}/-/reload`, { method: 'POST' });
      if (!reload.ok) throw new Error(`${await reload.text()}\n${text}`);
      const answer = await prometheusApi({ http: undiciHttp(), baseUrl: server.url }).config();
      if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
      return answer.value;
    };
    const expectAlike = async (text: string) => {
      const loaded = await load(text);
      expect(compareConfig(text, loaded)).toMatchObject({ kind: 'compared', differences: [] });
      expect(meaningOf(text)).toEqual(meaningOf(loaded));
    };

    test.each(healthyFiles)('%s', async (_, text) => expectAlike(text), budgetMs);

    test(
      'whatever way its values are written in',
      () => fc.assert(fc.asyncProperty(anyFile, expectAlike), { numRuns: 40 }),
      budgetMs,
    );

    test.each(otherValues)(
      'and tell that %s is not %s',
      async (written, other) => {
        const loaded = await load(job('a', written));
        expect(compareConfig(job('a', other), loaded)).toMatchObject({ differences: [expect.anything()] });
      },
      budgetMs,
    );
  });
}

/** Without the lines, the folders that Prometheus puts before relative files, and its way to write an address. */
function meaningOf(text: string) {
  const { jobs, ruleFiles, remoteWriteUrls, ...config }: PrometheusConfig = parsePrometheusConfig(text, { file: '' });
  const named = (path: string) => path.split('/').at(-1);
  return {
    ...config,
    ruleFiles: ruleFiles.map(named),
    remoteWriteUrls: remoteWriteUrls.map((url) => new URL(url).href),
    jobs: jobs.map(({ line: _, credentialsFile, ...rest }) => ({
      ...rest,
      credentialsFile: named(credentialsFile ?? ''),
    })),
    problems: config.problems.map(({ message }) => message),
  };
}
