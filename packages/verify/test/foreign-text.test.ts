import { errorReport, toSuiteError } from '@fly-monitoring/kit';
import { describe, expect, test } from '@jest/globals';
import { hostileTexts } from '../../stages/test/hostile-text.js';
import { expectHarmless } from '../../stages/test/published.js';
import { files, healthy, machine, mailMachine, up, verify } from './verify.js';
import { says, type World } from './world.js';

const queries = { gates: 'errors: sum(rate(errors[1m])) < 1', bake: '1s' };
const series = (labels: object) => ({ resultType: 'vector', result: [{ metric: labels, value: [1, '2'] }] });
const quoted = (text: string) => JSON.stringify(text);
const dashboard = (title: string, panel: string) =>
  JSON.stringify({
    uid: 'd',
    title,
    panels: [{ id: 1, type: 'stat', title: panel, targets: [{ refId: 'A', expr: 'sum(x)' }] }],
  });

interface Field {
  readonly world: (text: string) => World;
  readonly given?: (text: string) => Record<string, string>;
}

/** Every text in a run that somebody else writes. */
const fields: Readonly<Record<string, Field>> = {
  'the last error of a target': {
    world: (lastError) => ({
      targets: () => [{ pool: 'web', host: '[fdaa::1]', health: 'down', scrapedAt: 0, lastError }],
    }),
  },
  'the labels of a target': {
    world: (text) => ({ targets: () => [{ ...up('web', '1'), labels: { job: 'web', instance: text } }] }),
  },
  'the address of a target': { world: (host) => ({ targets: () => [{ pool: 'web', host, health: 'down' }] }) },
  'the name of a scraped job': { world: (pool) => ({ targets: () => [up(pool, '9'), up('web', '1')] }) },
  'the error of a query': {
    world: (error) => ({ query: () => ({ errorType: 'execution', error }) }),
    given: () => queries,
  },
  'a label of a series': { world: (path) => ({ query: () => series({ path }) }), given: () => queries },
  'the error of a whole answer': {
    world: (error) => ({
      instead: ({ url }) =>
        url.includes('/targets')
          ? says(503, JSON.stringify({ status: 'error', errorType: 'internal', error }), 'application/json')
          : undefined,
    }),
  },
  'the type of an answer': {
    world: (text) => ({ instead: ({ url }) => (url.includes('/targets') ? says(200, 'x', text) : undefined) }),
  },
  'the version of the server': {
    world: (version) => ({
      instead: ({ url }) =>
        url.includes('buildinfo')
          ? says(200, JSON.stringify({ status: 'success', data: { version } }), 'application/json')
          : undefined,
    }),
  },
  'why nobody answers': {
    world: (detail) => ({ instead: () => ({ kind: 'unreachable', reason: 'other', detail }) }),
  },
  'what flyctl says': { world: (text) => ({ machines: () => text }) },
  'the id and state of a machine': {
    world: (text) => ({ machines: () => [machine('1', { id: text, state: text, name: text }), mailMachine('3')] }),
  },
  'the name of a rule and its error': {
    world: (text) => ({
      files: {
        ...files,
        'rules.yml': `groups: [{ name: ${quoted(text)}, rules: [{ alert: ${quoted(text)}, expr: x }] }]`,
      },
      rules: () => [
        {
          name: text,
          file: text,
          interval: 15,
          rules: [{ name: text, type: 'alerting', query: 'x', health: 'err', lastError: text }],
        },
      ],
    }),
    given: () => ({ rules: 'rules.yml' }),
  },
  'the name of a job in the file': {
    world: (text) => ({
      files: {
        'monitoring/prometheus-fly.yml': `scrape_configs: [{ job_name: ${quoted(text)}, static_configs: [{ targets: [a:1] }] }]`,
      },
    }),
  },
  'titles of dashboards and panels': {
    world: (text) => ({ files: { ...files, 'dashboards/d.json': dashboard(text, text) } }),
    given: () => ({ dashboards: 'dashboards/d.json' }),
  },
  'the value of an input': {
    world: () => ({}),
    given: (text) => ({ interval: text, gates: text, 'monitored-app': text }),
  },
};

async function run({ world, given }: Field, text: string) {
  const all = { ...healthy, ...world(text) };
  return await verify(all, { timeout: '40s', ...given?.(text) }).catch((thrown) => ({
    report: errorReport(toSuiteError(thrown)),
    lines: [],
  }));
}

const matrix = Object.entries(fields).flatMap(([name, field]) =>
  Object.entries(hostileTexts).map(([form, text]) => [name, form, field, text] as const),
);

describe('verify-targets obeys and shows as markup nothing of', () => {
  test.each(matrix)('%s: %s', async (_name, _form, field, text) => {
    const { report, lines } = await run(field, text);
    expect(report.summary).not.toContain('UNEXPECTED');
    expectHarmless(report, lines);
  });

  test.each(Object.entries(fields))('%s, which is shown', async (_name, field) => {
    const { report, lines } = await run(field, 'marker');
    expect(JSON.stringify([report, lines])).toContain('marker');
  });
});
