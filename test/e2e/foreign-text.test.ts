import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { forgedCommands, hostileTexts, liveMarkup } from '../../packages/stages/test/hostile-text.js';
import { readManifest, runAction } from './run-action.js';
import { type JobFolders, root } from './workspace.js';

const hostile = Object.values(hostileTexts).join('\n');

/** An environment holds no null. */
const inputValue = hostile.replaceAll('\0', '');

/** Its version is good, a deploy is possible, and whatever it says besides is hostile. */
const flyctl = `#!${process.execPath}
const text = ${JSON.stringify(hostile)};
const answers = {
  version: 'flyctl v0.4.87',
  status: '{"Name":"shop","Deployed":true}',
  releases: '[]', machine: '[]', secrets: '[]', volumes: '[]', ips: '[{"Address":"::1","Type":"v6"}]',
};
const answer = answers[process.argv[2]];
process.stdout.write((answer ?? text) + '\\n');
if (answer === undefined) process.stderr.write('Error: ' + text + '\\n');
process.exitCode = answer === undefined ? 1 : 0;
`;

/** A Grafana and a Prometheus with nothing but hostile texts in their answers. */
function answerTo(path: string): { readonly status: number; readonly body: object | string } {
  const data = (value: object) => ({ status: 200, body: { status: 'success', data: value } });
  if (path.startsWith('/-/ready')) return { status: 200, body: 'Prometheus Server is Ready.\n' };
  if (path.startsWith('/api/v1/status/buildinfo')) return data({ version: `3.5.3 ${hostile}` });
  if (path.startsWith('/api/v1/status/config')) return data({ yaml: 'scrape_configs: []' });
  if (path.startsWith('/api/v1/targets')) return data({ activeTargets: [target] });
  return { status: 400, body: { status: 'error', errorType: 'execution', error: hostile, message: hostile } };
}
const target = {
  scrapePool: 'web',
  labels: { job: 'web', instance: hostile },
  discoveredLabels: {},
  scrapeUrl: `http://a/${encodeURIComponent(hostile)}`,
  health: 'down',
  lastError: hostile,
  lastScrape: '2026-01-01T00:00:00Z',
  lastScrapeDuration: 0.1,
  scrapeInterval: '15s',
  scrapeTimeout: '10s',
};

const files: Readonly<Record<string, string>> = {
  'fly.toml': 'app = "shop"\n[http_service]\ninternal_port = 8080\n',
  'bad.toml': `a = "\n[FORGED ${hostile}`,
  Dockerfile: 'FROM scratch\n',
  'dashboards/small.json': JSON.stringify({ uid: 'small', title: hostile, panels: [] }),
  'monitoring/prometheus-fly.yml':
    'scrape_configs: [{ job_name: web, dns_sd_configs: [{ names: [app.process.shop.internal], type: AAAA, port: 1 }] }]',
};

describe('an action on a runner', () => {
  const base = mkdtempSync(join(tmpdir(), 'foreign-'));
  const folderOf = (name: string) => join(base, name);
  const folders: JobFolders = {
    base,
    workspace: folderOf('workspace'),
    home: folderOf('home'),
    temp: folderOf('temp'),
    toolCache: folderOf('tools'),
  };
  let server: Server;
  let url = '';

  beforeAll(async () => {
    for (const name of ['workspace/dashboards', 'workspace/monitoring', 'home', 'temp', 'tools', 'bin'])
      mkdirSync(folderOf(name), { recursive: true });
    symlinkSync(join(root, 'actions'), join(folders.workspace, 'actions'));
    for (const [path, text] of Object.entries(files)) writeFileSync(join(folders.workspace, path), text);
    writeFileSync(folderOf('bin/flyctl'), flyctl);
    chmodSync(folderOf('bin/flyctl'), 0o755);
    server = createServer((request, response) => {
      const { status, body } = answerTo(request.url ?? '');
      response.writeHead(status, { 'content-type': typeof body === 'string' ? 'text/plain' : 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    rmSync(base, { recursive: true, force: true });
  });

  const token = { 'fly-api-token': 'fm2_token-of-nobody', 'monitored-app': 'shop', 'dry-run': 'false' };
  const deploy = { ...token, config: 'fly.toml', force: 'true' };
  const inputs: readonly (readonly [action: string, what: string, inputs: () => Record<string, string>])[] = [
    ['deploy-app', 'the words of flyctl', () => deploy],
    ['deploy-app', 'a file', () => ({ ...deploy, config: 'bad.toml' })],
    ['deploy-app', 'an input', () => ({ ...deploy, strategy: inputValue })],
    ['deploy-monitoring', 'a file', () => ({ ...token, config: 'bad.toml' })],
    ['import-dashboards', 'Grafana', () => ({ 'grafana-url': url, 'grafana-token': 'glsa_nobody' })],
    ['verify-targets', 'Prometheus', () => ({ ...token, 'prometheus-url': url, timeout: '2s', interval: '1s' })],
    [
      'deploy-with-monitoring',
      'an input and files',
      () => ({ ...token, strategy: inputValue, 'app-config': 'bad.toml' }),
    ],
  ];

  test.each(inputs)('(%s) obeys nothing of %s', async (name, _what, given) => {
    const action = `actions/${name}`;
    const machine = { PATH: `${folderOf('bin')}:${process.env['PATH'] ?? ''}` };
    const run = await runAction({ action, inputs: given(), folders, machine });
    expect(run.exitCode).toBe(1);
    expect(`${run.summary}${run.log}`).toContain('FORGED');
    expect(forgedCommands(run.log)).toEqual([]);
    expect(run.masked.filter((value) => value === 'f')).toEqual([]);
    expect(liveMarkup(run.summary)).toEqual([]);
    expect(run.annotations.map(({ title }) => title)).not.toContain('FORGED');
    const declared = Object.keys(readManifest(join(root, action)).outputs);
    expect(declared).toEqual(expect.arrayContaining(Object.keys(run.outputs)));
  });
});
