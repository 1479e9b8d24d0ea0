import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCodes } from '@fly-monitoring/kit';
import type { Selector } from '@fly-monitoring/prometheus';
import { analyzeQuery } from '@fly-monitoring/prometheus/promql';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

const root = process.cwd();
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const filesBelow = (folder: string) => readdirSync(join(root, folder), { recursive: true }).map(String);

describe('error codes', () => {
  const used = new Set(
    filesBelow('packages')
      .filter((file) => /^[a-z]+\/src\/.*\.ts$/.test(file) && !/\.test\.ts$|error-codes(\.zh-cn)?\.ts$/.test(file))
      .flatMap((file) =>
        [...read(`packages/${file}`).matchAll(/(?:'|errorCodes\.)([A-Z]+(?:_[A-Z]+)*)/g)].map(
          (match) => match[1] ?? '',
        ),
      ),
  );

  test('of the table are all used, so the troubleshooting page holds nothing that cannot happen', () => {
    expect(Object.keys(errorCodes).filter((code) => code !== 'UNEXPECTED' && !used.has(code))).toEqual([]);
  });

  test.each(['docs/troubleshooting.md', 'docs/troubleshooting.zh-CN.md'])('each stand in %s', (path) => {
    const page = read(path);
    expect(Object.keys(errorCodes).filter((code) => !page.includes(`\n## ${code}\n`))).toEqual([]);
  });
});

interface CatalogueEntry {
  readonly name: string;
  readonly type: string;
  readonly labels: Readonly<Record<string, readonly string[] | null>>;
}

describe('alert rules and the catalogue of metrics', () => {
  const entries = (JSON.parse(read('packages/fechatter/metrics-catalogue.json')) as { metrics: CatalogueEntry[] })
    .metrics;
  const catalogue = new Map(entries.map((entry) => [entry.name, entry]));
  /** What Prometheus says of itself and of its targets; no service's business. */
  const ofPrometheus = /^(up$|scrape_|prometheus_|net_conntrack_|go_|process_|ALERTS)/;
  const targetLabels = ['service', 'job', 'instance', 'fly_app'];

  const selectors: readonly Selector[] = filesBelow('monitoring/rules')
    .filter((file) => file.endsWith('.yml') && !file.startsWith('tests'))
    .flatMap((file) => (parse(read(`monitoring/rules/${file}`)) as { groups: { rules: { expr: string }[] }[] }).groups)
    .flatMap((group) => group.rules)
    .flatMap((rule) => analyzeQuery(rule.expr).selectors);

  const entryOf = (metric = '') => catalogue.get(metric) ?? catalogue.get(metric.replace(/_(bucket|sum|count)$/, ''));
  const appSelectors = selectors.filter(({ metric }) => metric !== undefined && !ofPrometheus.test(metric));

  test('rules use only metrics that a service exposes', () => {
    expect(appSelectors.length).toBeGreaterThan(5);
    expect(appSelectors.filter(({ metric }) => entryOf(metric) === undefined)).toEqual([]);
  });

  test('rules select by labels and values that the metric has', () => {
    const wrong = appSelectors.flatMap(({ metric, matchers }) => {
      const labels = entryOf(metric)?.labels ?? {};
      return matchers.filter(
        ({ name, operator, value }) =>
          !targetLabels.includes(name) &&
          (!(name in labels) || (operator === '=' && labels[name] !== null && !labels[name]?.includes(value))),
      );
    });
    expect(wrong).toEqual([]);
  });
});

interface Workflow {
  readonly jobs: Readonly<
    Record<string, { readonly needs?: string[]; readonly steps?: { uses?: string }[]; readonly permissions?: unknown }>
  >;
  readonly permissions: unknown;
}

describe('workflows', () => {
  const workflows = filesBelow('.github/workflows').map((file) => ({
    file,
    workflow: parse(read(`.github/workflows/${file}`)) as Workflow,
  }));

  test('the last job of ci.yml waits for every other one', () => {
    const gate = 'ci-ok';
    const jobs = workflows.find(({ file }) => file === 'ci.yml')?.workflow.jobs ?? {};
    const others = Object.keys(jobs).filter((name) => name !== gate);
    expect([...(jobs[gate]?.needs ?? [])].sort()).toEqual(others.sort());
  });

  test('every foreign action is pinned to a commit', () => {
    const uses = workflows.flatMap(({ workflow }) =>
      Object.values(workflow.jobs).flatMap((job) => (job.steps ?? []).flatMap((step) => step.uses ?? [])),
    );
    expect(uses.length).toBeGreaterThan(5);
    expect(uses.filter((use) => !/^\$\/actions\/|@[0-9a-f]{40}$/.test(use))).toEqual([]);
  });

  test('no job has a permission that it does not name', () => {
    for (const { workflow } of workflows) {
      expect(workflow.permissions).toEqual({});
      for (const job of Object.values(workflow.jobs)) expect(job.permissions).toBeDefined();
    }
  });

  test('the workflow gives each action only inputs that it has', () => {
    const steps = workflows.flatMap(({ workflow }) => Object.values(workflow.jobs).flatMap((job) => job.steps ?? []));
    const own = steps.filter(
      (step): step is { uses: string; with: Record<string, string> } => step.uses?.startsWith('$/') === true,
    );
    const unknown = own.flatMap((step) => {
      const { inputs } = parse(read(`${step.uses.slice(2)}/action.yml`)) as { inputs: Record<string, unknown> };
      return Object.keys(step.with)
        .filter((name) => !(name in inputs))
        .map((name) => `${step.uses}: ${name}`);
    });
    expect(own.length).toBe(1);
    expect(unknown).toEqual([]);
  });
});

describe.each(['README.md', 'README.zh-CN.md'])('%s', (page) => {
  const text = read(page);

  test('its example gives the root action only inputs that it has', () => {
    const example = /```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
    const { jobs } = parse(example) as {
      jobs: { deploy: { steps: { uses: string; with: Record<string, string> }[] } };
    };
    const step = jobs.deploy.steps.find(({ uses }) => uses.startsWith('OWNER/REPOSITORY@'));
    const { inputs } = parse(read('action.yml')) as { inputs: Record<string, unknown> };
    expect(Object.keys(step?.with ?? {})).not.toEqual([]);
    expect(Object.keys(step?.with ?? {}).filter((name) => !(name in inputs))).toEqual([]);
  });

  test('its links lead to files of this repository', () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect(() => read(link)).not.toThrow();
  });
});
