import { createServer, type Server } from 'node:http';
import { diskFiles, type Processes, type RunningProcess, systemClock, undiciHttp } from '@fly-monitoring/kit';
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
    expect(stopped).toEqual([expect.stringMatching(/^proxy \d+:9090 -q --watch-stdin -a mon$/)]);
  });

  test('is tried again when the name was not in the private DNS yet', async () => {
    const listening = proxyThatListens([]);
    let starts = 0;
    const processes: Processes = {
      run: listening.run,
      start: (command) => {
        starts++;
        return starts > 1 ? listening.start(command) : endsWith('Error: host unavailable at mon.internal');
      },
    };
    const tunnel = await openTunnel(flyctl({ processes }), edges, { app: 'mon', remotePort: 9090, budgetMs: 5_000 });
    expect([starts, tunnel.url]).toEqual([2, expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/)]);
  });

  test('that the token may not open is not waited for', async () => {
    const processes: Processes = {
      run: async () => ({ kind: 'not-found', file: 'flyctl' }),
      start: () => endsWith('Error: unauthorized'),
    };
    const opening = openTunnel(flyctl({ processes }), edges, { app: 'mon', remotePort: 9090, budgetMs: 60_000 });
    await expect(opening).rejects.toMatchObject({
      code: 'NETWORK_UNREACHABLE',
      message: expect.stringContaining('last: Error: unauthorized'),
    });
  });
});

function endsWith(stderr: string): RunningProcess {
  return { ended: Promise.resolve({ kind: 'exited', exitCode: 1, stdout: '', stderr }), stop: async () => {} };
}
