import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { echoProject, eventually, startTrial, type Trial } from './trial.js';

// Real processes on a computer that others use too.
jest.setTimeout(30_000);

const SERVICE_WITH_PORT = `import http from 'node:http';
http.createServer((request, response) => response.end(JSON.stringify({ url: request.url, env: process.env }))).listen(process.env.PORT, '127.0.0.1');
`;

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial({ network: 'loopback' });
});
afterAll(() => trial.stop());

test('where namespaces are refused, machines are processes on ports of this computer', async () => {
  expect(trial.fly.network).toBe('loopback');
  await trial.flyctl(['apps', 'create', 'web']);
  const cwd = echoProject(
    trial,
    'web',
    '[env]\nPEER = "web.internal:1"\nHOME_FILE = "/app/service.mjs"\n[checks.up]\ntype = "http"\nport = 8080\n',
  );
  const files = trial.project({
    'service.mjs': SERVICE_WITH_PORT,
    Dockerfile: 'FROM node:20\nWORKDIR /app\nCOPY service.mjs ./\nCMD ["node", "service.mjs"]\n',
  });
  const deploy = await trial.flyctl(['deploy', files, '-c', `${cwd}/fly.toml`, '--ha=false']);
  expect(deploy).toMatchObject({ code: 0 });
  const { env } = JSON.parse((await trial.fly.fetchInside('http://web.internal:8080/')).body);
  expect(env).toMatchObject({
    FLY_APP_NAME: 'web',
    PEER: '127.0.0.1:1',
    HOME_FILE: expect.stringMatching(/\/root\/app\/service\.mjs$/),
    TMPDIR: expect.stringMatching(/\/machines\/.*\/root\/tmp$/),
  });
  const [machine] = (await trial.fly.state()).apps['web']?.machines ?? [];
  await trial.flyctl(['machine', 'stop', machine?.id ?? '', '-a', 'web']);
  const answers = () =>
    trial.fly.fetchInside('http://web.internal:8080/').then(
      () => true,
      () => false,
    );
  expect(await eventually(answers, (is) => !is)).toBe(false);
});
