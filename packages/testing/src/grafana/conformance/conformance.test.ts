import { execFile } from 'node:child_process';
import { createServer, type Server as HttpServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from '@jest/globals';
import { readBody } from '../http.js';
import { GRAFANA_VERSIONS } from '../options.js';
import { startGrafana } from '../stand-in.js';
import { parseGrafanaArguments } from './arguments.js';
import { askServer } from './conformance.js';
import { Litter } from './litter.js';
import type { Probe, Server, Step } from './probe.js';
import { probes } from './probes/index.js';
import { realServer } from './real-server.js';
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

const tokens = { admin: 'token-of-admin', viewer: 'token-of-viewer' };

async function listening(server: HttpServer): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

/** The stand-in with what it does not play itself: service accounts, made by a user with a password. */
async function grafanaWithAccounts() {
  const grafana = await startGrafana({ tokens });
  closing.push(() => grafana.stop());
  const asked: string[] = [];
  const front = createServer((request, response) => {
    void forward(grafana.url, asked, request).then(({ status, type, text }) => {
      response.writeHead(status, { 'content-type': type }).end(text);
    });
  });
  return { grafana, asked, url: await listening(front) };
}

async function forward(url: string, asked: string[], request: IncomingMessage) {
  const { method = 'GET', url: path = '/', headers } = request;
  const body = await readBody(request);
  if (path.startsWith('/api/serviceaccounts')) {
    asked.push(`${method} ${path} ${headers.authorization}`);
    const id = /Admin/.test(body) ? 1 : 2;
    const key = path.includes('/1/') ? tokens.admin : tokens.viewer;
    return { status: 200, type: 'application/json', text: JSON.stringify(path.endsWith('/tokens') ? { key } : { id }) };
  }
  const { authorization = '' } = headers;
  const sent = method === 'GET' ? {} : { body };
  const response = await fetch(url + path, { method, headers: authorization === '' ? {} : { authorization }, ...sent });
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, type, text: await response.text() };
}

describe('a server that is there', () => {
  const basic = 'Basic YWRtaW46YWRtaW4=';

  test('gets service accounts for the probes, which are gone afterwards', async () => {
    const { url, asked, grafana } = await grafanaWithAccounts();
    const server = await realServer({ url, authorization: basic, prometheusUrl: undefined, prefix: 'own-' });
    expect(server.version).toBe('12.4.3');
    const verdicts = await askServer(server, { probes, prefix: 'own-', told: () => {}, isStopped: () => false });
    expect(verdicts.filter(({ kind, probe }) => kind === 'failed' && !probe.id.startsWith('library/'))).toEqual([]);
    expect(verdicts.find(({ probe }) => probe.id === 'access/viewer-saves')).toMatchObject({ kind: 'passed' });
    expect(asked.map((line) => line.replace(` ${basic}`, ''))).toEqual([
      'POST /api/serviceaccounts',
      'POST /api/serviceaccounts/1/tokens',
      'POST /api/serviceaccounts',
      'POST /api/serviceaccounts/2/tokens',
      'DELETE /api/serviceaccounts/1',
      'DELETE /api/serviceaccounts/2',
    ]);
    expect(grafana.state()).toMatchObject({ dashboards: [], folders: [], datasources: [], annotations: [] });
  });

  test('tells its version to who is signed in when it hides it from others', async () => {
    const { url, grafana } = await grafanaWithAccounts();
    grafana.misbehave({ kind: 'version-hidden' });
    const authorization = `Bearer ${tokens.admin}`;
    expect(await realServer({ url, authorization, prometheusUrl: undefined, prefix: 'own-' })).toMatchObject({
      version: '12.4.3',
    });
  });

  test('is refused by name when it is another product', async () => {
    const url = await listening(createServer((_request, response) => response.end('<h1>It works!</h1>')));
    const asking = realServer({ url, authorization: basic, prometheusUrl: undefined, prefix: 'own-' });
    await expect(asking).rejects.toThrow(`${url} is not Grafana: GET /api/health answered 200.`);
  });
});

const main = fileURLToPath(new URL('../../../lib/grafana/conformance/main.js', import.meta.url));

async function conformance(argv: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const run = promisify(execFile)(process.execPath, [main, ...argv], { env: { ...env, PATH: process.env['PATH'] } });
  return await run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
  );
}

describe('the command', () => {
  test('asks the server of the address, tells each probe and the count, and leaves nothing', async () => {
    const grafana = await startGrafana({ tokens, version: '11.6.6' });
    closing.push(() => grafana.stop());
    const { code, stdout, stderr } = await conformance(['--grafana', grafana.url, '--only', 'folders/'], {
      GRAFANA_API_KEY: tokens.admin,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('ok       folders/nested\n');
    expect(stdout).toMatch(/^10 of 10 probes passed on http:\S+ \(Grafana 11\.6\.6\), 2 skipped$/m);
    expect(stdout).not.toContain(tokens.admin);
    expect(grafana.state()).toMatchObject({ folders: [], dashboards: [] });
  });

  test('ends with 1 when a probe fails, and says why', async () => {
    const grafana = await startGrafana({ tokens });
    closing.push(() => grafana.stop());
    grafana.misbehave({ kind: 'error', status: 500, path: '/api/folders', method: 'POST' });
    const { code, stdout } = await conformance(['--grafana', grafana.url, '--only', 'folders/made'], {
      GRAFANA_API_KEY: tokens.admin,
    });
    expect(code).toBe(1);
    expect(stdout).toContain('step 1, POST /api/folders: it answered 500; expected 200');
    expect(stdout).toContain('0 of 1 probes passed');
  });

  test('ends with 2 when nobody answers, and when it is not told how to sign in', async () => {
    const grafana = await startGrafana({ tokens });
    await grafana.stop();
    const nobody = await conformance(['--grafana', grafana.url], { GRAFANA_API_KEY: 'k' });
    expect(nobody).toMatchObject({ code: 2 });
    expect(nobody.stderr).toContain('ECONNREFUSED');
    const unsigned = await conformance(['--grafana', grafana.url]);
    expect(unsigned).toMatchObject({ code: 2 });
    expect(unsigned.stderr).toContain('GRAFANA_USER');
  });

  test('explains itself and lists the probes without asking anybody', async () => {
    expect((await conformance(['--grafana', 'stand-in', '--help'])).stdout).toContain('--prometheus URL');
    const { stdout } = await conformance(['--grafana', 'stand-in', '--list']);
    expect(stdout.split('\n').filter((line) => /^\S/.test(line))).toEqual(probes.map(({ id }) => id));
  });

  test('gives machines the verdicts', async () => {
    const { stdout } = await conformance(['--grafana', 'stand-in', '--only', 'health/open', '--json']);
    expect(JSON.parse(stdout)).toHaveLength(GRAFANA_VERSIONS.length);
  });
});
