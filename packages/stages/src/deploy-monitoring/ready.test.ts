import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { flyctl } from '@fly-monitoring/fly';
import { Secret, undiciHttp } from '@fly-monitoring/kit';
import { afterEach, describe, expect, test } from '@jest/globals';
import { recordingTools } from '../../test/stage-tools.js';
import { type ReadyQuestion, waitForPrometheus } from './ready.js';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}

/** Prometheus with basic auth, which first replays its log. */
function prometheus({
  replays = 0,
  asks = true,
}: {
  readonly replays?: number;
  readonly asks?: boolean;
}): RequestListener {
  let left = replays;
  const wanted = `Basic ${Buffer.from('admin:s3cret').toString('base64')}`;
  return (request, response) => {
    if (asks && request.headers.authorization !== wanted) return response.writeHead(401).end('Unauthorized');
    if (left-- > 0) return response.writeHead(503).end('Service Unavailable');
    return response.end('Prometheus Server is Ready.\n');
  };
}

const { tools } = recordingTools({ workspace: '/w', http: undiciHttp() });
const wait = (over: Partial<ReadyQuestion>) => {
  const auth = { user: 'admin', password: new Secret('s3cret') };
  const question: ReadyQuestion = { app: 'mon', access: 'protected', url: '', auth, budgetMs: 60_000, ...over };
  return waitForPrometheus(flyctl({ processes: tools.processes }), question, tools);
};

describe('Prometheus is waited for', () => {
  test('until its log is replayed; then a stranger must be refused', async () => {
    await expect(wait({ url: await serve(prometheus({ replays: 3 })) })).resolves.toBeUndefined();
  });

  test('and an open one is asked without a password', async () => {
    const url = await serve(prometheus({ asks: false }));
    await expect(wait({ url, access: 'open', auth: undefined })).resolves.toBeUndefined();
  });

  test('and not longer than its budget, with the last thing seen', async () => {
    const url = await serve(prometheus({ replays: 10_000 }));
    await expect(wait({ url })).rejects.toMatchObject({
      code: 'PROMETHEUS_NOT_READY',
      message: expect.stringMatching(/not ready within 60 s \(\d+ attempts, last: 503/),
    });
  });

  test('but not when it refuses the password', async () => {
    const auth = { user: 'admin', password: new Secret('old') };
    await expect(wait({ url: await serve(prometheus({})), auth })).rejects.toMatchObject({
      code: 'PROMETHEUS_REFUSED',
    });
  });

  test('and one that should ask for a password and does not is an error', async () => {
    const url = await serve(prometheus({ asks: false }));
    await expect(wait({ url })).rejects.toMatchObject({
      code: 'PROMETHEUS_OPEN',
      hint: expect.stringContaining('PROMETHEUS_BASIC_AUTH'),
    });
  });
});
