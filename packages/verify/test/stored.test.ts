import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { answers, type Exporter, startExporter } from '../../prometheus/test/exporters.js';
import { type PrometheusStart, type RealPrometheus, startPrometheus } from '../../prometheus/test/real-prometheus.js';
import * as services from './lying-services.js';
import { configOf, isNaivelyGreen, job, type RealWish, realVerify, untilAllScraped } from './real-verify.js';

/** Lies are waited for with real seconds, and the machine may be busy. */
jest.setTimeout(40_000);

/** As on a volume without space: a write to a file that is longer than this fails. */
const fullDisk = { mostFileBytes: 4_096, args: ['--query.max-concurrency=3'] };

const dropInstance = 'metric_relabel_configs: [{ action: labeldrop, regex: instance }]';
const dropOfOne =
  "metric_relabel_configs: [{ source_labels: [__name__], regex: one_total, target_label: instance, replacement: '' }]";
const toWeb = '{ target_label: job, replacement: web }';
const asWeb = `metric_relabel_configs: [${toWeb}]`;
const honor = 'honor_labels: true';
/** A rule that writes into the job faster than its scrapes, and one more series than they do. */
const recording = {
  files: {
    'rules.yml':
      'groups: [{ name: r, interval: 200ms, rules: [{ record: demo_rate, expr: demo_total }, { record: "job:demo:sum", expr: sum by (job) (demo_total) }] }]\n',
  },
};

/** Targets that are up, and what the TSDB keeps of them. */
for (const engine of ['prometheus-2', 'prometheus-3'] as const) {
  engineOrSkip(describe, [engine])(`what ${engine} stores`, (paths) => {
    const exporters: Exporter[] = [];
    const servers = new Map<string, RealPrometheus & { readonly config: string }>();
    let workspace = '';
    let good = '';

    const serve = async (answer: RequestListener) => {
      const exporter = await startExporter(answer);
      exporters.push(exporter);
      return exporter.address;
    };
    const two = async (answer: RequestListener) => [await serve(answer), await serve(answer)];
    const start = async (name: string, config: string, over: Omit<PrometheusStart, 'path' | 'config'> = {}) => {
      servers.set(name, { ...(await startPrometheus({ path: paths[engine], config, ...over })), config });
    };

    beforeAll(async () => {
      workspace = await mkdtemp(join(tmpdir(), 'stored-'));
      good = await serve(answers.metrics);
      const many = await serve(services.manySeries);
      const distinct = [await serve(services.labelled('shop', 'one')), await serve(services.labelled('shop', 'two'))];
      const same = await two(services.labelled('shop', 'one'));
      const metrics = await two(answers.metrics);
      const both = await two(services.twoMetrics);
      const sendsMail = await serve(services.labelled('mail', good));
      const rules = '\nrule_files: [rules.yml]';
      await Promise.all([
        start('full', configOf(job('web', [many])), fullDisk),
        start('well', configOf(job('web', [many]), job('mail', metrics))),
        start('federated', configOf(job('web', distinct, honor), job('mail', [good]))),
        start('labeldrop', configOf(job('web', metrics, dropInstance))),
        start('recorded', `${configOf(job('web', metrics, dropInstance))}${rules}`, recording),
        start('one metric', configOf(job('web', both, dropOfOne))),
        start('honor_labels', configOf(job('web', same, honor))),
        start('another one', configOf(job('mail', [good]), job('web', [sendsMail], honor))),
        start('before', configOf(job('web', [good]), job('before', [good], asWeb))),
        start('equal', configOf(job('web', [good]), job('before', [good], `relabel_configs: [${toWeb}]`))),
      ]);
      await Promise.all([...servers.values()].map((server) => untilAllScraped(server)));
    }, 90_000);

    afterAll(async () => {
      await Promise.all([...servers.values()].map((server) => server.stop()));
      await Promise.all(exporters.map((exporter) => exporter.stop()));
      await rm(workspace, { recursive: true, force: true });
    });

    const verify = (name: string, over: Partial<RealWish> = {}) => {
      const { url = '', config = '' } = servers.get(name) ?? {};
      return realVerify({ url, workspace, config, loaded: 'real', given: { timeout: '10s' }, ...over });
    };
    const isGreen = async (name: string, evidence: Readonly<Record<string, RegExp>>) => {
      const report = await verify(name);
      expect(report.checks.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'skipped')).toEqual([]);
      expect(report.outputs['verdict']).toBe('pass');
      for (const [check, words] of Object.entries(evidence))
        expect(report.checks.find((one) => one.name === check)?.evidence).toMatch(words);
    };
    const isFoundOut = async (
      name: string,
      { failed, evidence, ...over }: Partial<RealWish> & { readonly failed: string; readonly evidence: RegExp },
    ) => {
      expect(await isNaivelyGreen(servers.get(name)?.url ?? '', 'web')).toBe(true);
      const report = await verify(name, { given: { timeout: '2s' }, ...over });
      const seen = report.checks.find((one) => one.name === failed);
      expect({ outputs: report.outputs, seen }).toMatchObject({
        outputs: { verdict: 'fail', 'checks-failed': JSON.stringify([failed]), blames: '["monitoring"]' },
        seen: { evidence: expect.stringMatching(evidence), hint: expect.stringMatching(/\w/) },
      });
    };

    test('is nothing on a full disk: red, with what the server counts of its failures', () =>
      isFoundOut('full', {
        failed: 'samples',
        evidence: /web 127\.0\.0\.1:\d+: no stored sample; .*\d+ failed writes to the write-ahead log/,
      }));

    describe('is less than the targets send, as some write into one series: red', () => {
      test.each([
        [
          'a labeldrop of instance',
          'labeldrop',
          /demo_total\{job="web",path="\/"\}: web has 2 samples in its last scrapes and 1 series/,
        ],
        [
          'a relabelling of one metric among others',
          'one metric',
          /one_total\{job="web"\}: web has 4 samples in its last scrapes and 3 series/,
        ],
        [
          'honor_labels, with exporters that send the same job and instance',
          'honor_labels',
          /demo_total\{instance="one",job="shop",path="\/"\}: web has 2 samples in its last scrapes and 0 series/,
        ],
        [
          'honor_labels, with an exporter that sends the job and instance of another one',
          'another one',
          /demo_total\{instance="127\.0\.0\.1:\d+",job="mail",path="\/"\}: web has 1 samples in its last scrapes and 0 series/,
        ],
      ])('by %s', (_, name, evidence) => isFoundOut(name, { failed: 'series', evidence }));

      test('by a job that the repository no longer has', () => {
        return isFoundOut('before', {
          failed: 'series',
          evidence:
            /demo_total\{instance="\S+",job="web",path="\/"\}: before has 1 samples in its last scrapes and 0 series/,
          config: configOf(job('web', [good])),
          loaded: 'pretend',
        });
      });

      test('by a target of such a job, which is equal to one of ours', () =>
        isFoundOut('equal', {
          failed: 'label-sets',
          evidence: /before http:\S+ and web http:|web http:\S+ and before http:/,
          config: configOf(job('web', [good])),
          loaded: 'pretend',
        }));

      test('although recording rules write as many series as lack', async () => {
        const wish = { failed: 'series', evidence: /demo_total\{.*web has 2 samples in its last scrapes and 1 series/ };
        await writeFile(join(workspace, 'rules.yml'), recording.files['rules.yml']);
        await isFoundOut('recorded', wish);
        await rm(join(workspace, 'rules.yml'));
      });
    });

    test('is all of it: green', () =>
      isGreen('well', {
        samples: /^fresh samples of 3 targets are stored$/,
        series: /^2002 series, none of them written by several targets$/,
      }));

    test('is all of it, under labels that exporters send and that are distinct: green', () =>
      isGreen('federated', {
        series:
          /^1 series, none .*labels or timestamps of their own: web has 2 samples in its last scrapes and 0 series$/,
      }));
  });
}
