import { afterEach, describe, expect, test } from '@jest/globals';
import { parseGrafanaArguments } from './arguments.js';
import { Litter } from './litter.js';
import type { Probe, Server, Step } from './probe.js';
import { probes } from './probes/index.js';
import { renderCount, renderVerdict } from './report.js';
import { runProbe } from './run-probe.js';
import { standInServer } from './stand-in-server.js';
import { answerProblems } from './verdict.js';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

describe('the probes', () => {
  test('have ids of their own, a sentence and a source', () => {
    expect(new Set(probes.map(({ id }) => id)).size).toBe(probes.length);
    const source = /pkg\/[\w/.-]+\.go|docs\/sources\/|^[\w-]+\/[\w-]+(#\d+| )/;
    expect(probes.filter((probe) => probe.relies === '' || !source.test(probe.source))).toEqual([]);
  });

  test('change only what is named after the run', () => {
    const changing = probes
      .flatMap(({ steps }) => steps)
      .filter(({ ask }) => !ask.startsWith('GET ') && ask !== 'POST /api/ds/query');
    const isOwn = ({ ask, body }: Step) => /\{(prefix|id)\}/.test(ask) || /\{prefix\}/.test(JSON.stringify(body));
    expect(changing.length).toBeGreaterThan(80);
    expect(changing.filter((step) => !isOwn(step))).toEqual([]);
  });
});

async function standIn(change: Partial<Server> = {}): Promise<Server> {
  const server = await standInServer('12.4.3');
  closing.push(() => server.close());
  return { ...server, ...change };
}

const folderProbe: Probe = {
  id: 'a/probe',
  relies: 'it answers',
  source: 'here',
  steps: [{ ask: 'POST /api/folders', body: { uid: '{prefix}', title: 'A' }, expect: { status: [201] } }],
};

describe('a probe', () => {
  const run = (server: Server, probe: Probe) => runProbe({ server, litter: new Litter(), prefix: 'own' }, probe);

  test('that fails says at which step, what was seen and what was expected, and leaves nothing', async () => {
    const server = await standIn();
    const verdict = await run(server, folderProbe);
    expect(verdict).toMatchObject({ kind: 'failed' });
    expect('problems' in verdict && verdict.problems[0]).toMatch(
      /^step 1, POST \/api\/folders: it answered 200; expected 201 \("\{/,
    );
    const folders = await server.ask({ method: 'GET', path: '/api/folders', by: 'admin' });
    expect(folders.text).toBe('[]');
  });

  test('leaves nothing of what was made without an answer', async () => {
    const server = await standIn();
    const cut: Server = {
      ...server,
      ask: async (exchange) => {
        const answer = await server.ask(exchange);
        return exchange.method === 'POST' ? { status: 0, contentType: '', text: 'socket hang up' } : answer;
      },
    };
    expect(await run(cut, folderProbe)).toMatchObject({
      kind: 'failed',
      problems: ['step 1, POST /api/folders: it got no answer: socket hang up'],
    });
    expect((await server.ask({ method: 'GET', path: '/api/folders', by: 'admin' })).text).toBe('[]');
  });

  test('tells what it could not delete', async () => {
    const server = await standIn();
    const refusing: Server = {
      ...server,
      ask: async (exchange) =>
        exchange.method === 'DELETE' ? { status: 500, contentType: '', text: '' } : server.ask(exchange),
    };
    const verdict = await run(refusing, {
      ...folderProbe,
      steps: [{ ...folderProbe.steps[0], expect: { status: [200] } }],
    } as Probe);
    expect(verdict).toMatchObject({
      problems: ['it is left behind: DELETE /api/folders/own?forceDeleteRules=true answered 500'],
    });
  });

  test('leaves what others have made', async () => {
    const server = await standIn();
    await server.ask({ method: 'POST', path: '/api/folders', body: { uid: 'theirs', title: 'Theirs' }, by: 'admin' });
    for (const probe of probes.filter(({ id }) => id.startsWith('folders/'))) await run(server, probe);
    const folders = JSON.parse((await server.ask({ method: 'GET', path: '/api/folders', by: 'admin' })).text);
    expect(folders).toMatchObject([{ uid: 'theirs' }]);
  });

  test('of certain versions is skipped where the version is hidden, and outside of its versions', async () => {
    const until = { ...folderProbe, until: 11 };
    expect(await run(await standIn({ version: undefined }), until)).toMatchObject({ kind: 'skipped', why: /hides/ });
    expect(await run(await standIn(), until)).toMatchObject({ kind: 'skipped', why: 'it is of Grafana until 11' });
    expect(await run(await standIn(), { ...folderProbe, from: 13 })).toMatchObject({ kind: 'skipped' });
  });

  test('is asked of a version that is newer than all that are known as of the newest', async () => {
    expect(await run(await standIn({ version: '15.0.0' }), { ...folderProbe, from: 13 })).toMatchObject({
      kind: 'failed',
    });
  });

  test('is skipped where nobody can play its caller, or no Prometheus was named', async () => {
    const lacking = await standIn({
      prometheusUrl: undefined,
      missing: (caller) => (caller === 'viewer' ? 'none' : undefined),
    });
    const byViewer = {
      ...folderProbe,
      steps: [{ by: 'viewer', ask: 'GET /api/org', expect: { status: [200] } }],
    } as const;
    expect(await run(lacking, byViewer)).toMatchObject({ kind: 'skipped', why: 'none' });
    const ofGood = probes.find(({ id }) => id === 'queries/good') ?? folderProbe;
    expect(await run(lacking, ofGood)).toMatchObject({ kind: 'skipped', why: /--prometheus/ });
  });
});

describe('an answer', () => {
  const answer = { status: 200, contentType: 'application/json; charset=UTF-8', text: '{"a":"b"}' };

  test('is compared by status, type, body, and by what must not be in it', () => {
    const body = { fields: { a: { is: 'b' } } } as const;
    expect(answerProblems({ status: [200], contentType: 'application/json', body }, answer)).toEqual([]);
    expect(answerProblems({ status: [412, 409] }, answer)).toEqual([
      'it answered 200; expected 412 or 409 ("{"a":"b"}")',
    ]);
    expect(answerProblems({ status: [200], contentType: 'text/html' }, answer)).toHaveLength(1);
    expect(answerProblems({ status: [200], body: { fields: { a: { is: 'c' } } } }, answer)).toEqual([
      'the answer.a is "b"; expected "c"',
    ]);
    expect(answerProblems({ status: [200], body }, { ...answer, text: '<html>' })).toEqual([
      'the answer is "<html>"; expected JSON',
    ]);
  });

  test('that holds a secret is told without the secret', () => {
    const [problem = ''] = answerProblems({ status: [200], lacks: ['"b"'] }, answer);
    expect(problem).toBe('it holds what must stay secret');
  });
});

describe('the report', () => {
  test('has a line for each verdict and counts those that were asked', () => {
    const shared = { probe: folderProbe, server: 'x' };
    const verdicts = [
      { ...shared, kind: 'passed' },
      { ...shared, kind: 'failed', problems: ['no'] },
      { ...shared, kind: 'skipped', why: 'none' },
    ] as const;
    expect(verdicts.map(renderVerdict)).toEqual([
      'ok       a/probe\n',
      'FAILED   a/probe: it answers (here)\n           no\n',
      '-        a/probe: none\n',
    ]);
    expect(renderCount('x', '12.4.3', verdicts)).toBe('1 of 2 probes passed on x (Grafana 12.4.3), 1 skipped\n');
    expect(renderCount('x', undefined, verdicts)).toContain('(its version hidden)');
  });
});

describe('the options', () => {
  const parse = (argv: readonly string[], env = { GRAFANA_API_KEY: 'k' }) => parseGrafanaArguments(argv, env);

  test('a server needs an address and a token, or a user with a password', () => {
    const url = ['--grafana', 'http://localhost:3000/grafana/'];
    expect(parse(url).target).toEqual({ url: 'http://localhost:3000/grafana', authorization: 'Bearer k' });
    const user = parseGrafanaArguments(url, { GRAFANA_USER: 'admin', GRAFANA_PASSWORD: 'admin' });
    expect(user.target).toMatchObject({ authorization: 'Basic YWRtaW46YWRtaW4=' });
    expect(() => parseGrafanaArguments(url, {})).toThrow('GRAFANA_API_KEY');
  });

  test('an address is an address alone', () => {
    expect(() => parse(['--grafana', 'localhost'])).toThrow('must be an address');
    expect(() => parse(['--grafana', 'http://u:p@localhost'])).toThrow('without a user');
    expect(() => parse(['--grafana', 'http://localhost', '--prometheus', 'x'])).toThrow('--prometheus is "x"');
    expect(() => parse(['--nonsense'])).toThrow('--nonsense');
  });
});
