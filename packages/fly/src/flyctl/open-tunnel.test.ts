import { createServer, type Server } from 'node:http';
import { diskFiles, type Processes, systemClock, undiciHttp } from '@fly-monitoring/kit';
import { afterEach, describe, expect, test } from '@jest/globals';
import { flyctl } from './flyctl.js';
import { openTunnel } from './open-tunnel.js';

const edges = { clock: systemClock, http: undiciHttp(), files: diskFiles };
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Listens on the port that the command line names, as `flyctl proxy` does; `stopped` counts. */
function proxyThatListens(stopped: string[]): Processes {
  return {
    run: async () => ({ kind: 'not-found', file: 'flyctl' }),
    start: ({ args }) => {
      const [local = '', remote = ''] = (args[1] ?? '').split(':');
      const server = createServer((_, response) => response.end(remote));
      servers.push(server.listen(Number(local), '127.0.0.1'));
      return { ended: new Promise(() => {}), stop: async () => void stopped.push(args.join(' ')) };
    },
  };
}

describe('a tunnel', () => {
  test('is open when the port answers, and ends its process when closed', async () => {
    const stopped: string[] = [];
    const fly = flyctl({ processes: proxyThatListens(stopped) });
    const tunnel = await openTunnel(fly, edges, { app: 'mon', remotePort: 9090, budgetMs: 5_000 });
    expect(await edges.http.send({ url: `${tunnel.url}/x` })).toMatchObject({ status: 200, body: '9090' });
    await tunnel.close();
    expect(stopped).toEqual([expect.stringMatching(/^proxy \d+:9090 -q -a mon$/)]);
  });

  test('whose process ends is not waited for', async () => {
    const outcome = { kind: 'exited', exitCode: 1, stdout: '', stderr: 'Error: no WireGuard peer' } as const;
    const processes: Processes = {
      run: async () => outcome,
      start: () => ({ ended: Promise.resolve(outcome), stop: async () => {} }),
    };
    const opening = openTunnel(flyctl({ processes }), edges, { app: 'mon', remotePort: 9090, budgetMs: 60_000 });
    await expect(opening).rejects.toMatchObject({
      code: 'NETWORK_UNREACHABLE',
      message: expect.stringContaining('no WireGuard peer'),
    });
  });
});
